package parley.evidence;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a named role judged about a claim. It has effect when a {@link Review} that counts names its hash.
 *
 * @param digits for each item of the claim that was judged, the information alone
 * @param contradiction the material contradicts itself
 * @param alternatives other explanations that were considered, as sentences
 */
public record Assessment(
        String id,
        Hash claim,
        String holder,
        SortedMap<String, Grade.Digit> digits,
        boolean contradiction,
        Likelihood likelihood,
        ConfidenceLevel confidence,
        Rung rung,
        List<String> alternatives,
        List<String> assumptions) {
    public Assessment {
        Lines.id("id of the assessment", id);
        Lines.id("holder of the assessment " + id, holder);
        digits = Collections.unmodifiableSortedMap(new TreeMap<>(digits));
        alternatives = alternatives.stream()
                .map(text -> Lines.word("alternative", text))
                .toList();
        assumptions =
                assumptions.stream().map(text -> Lines.word("assumption", text)).toList();
    }

    /** Returns the text that is hashed. */
    public String text() {
        var lines = new Lines("parley-assessment/v1")
                .add("id", id)
                .add("claim", claim)
                .add("holder", holder);
        digits.forEach((item, digit) -> lines.add("item " + item, digit.figure()));
        return lines.add("contradiction", contradiction ? "yes" : "no")
                .add("likelihood", likelihood.word())
                .add("confidence", confidence.name())
                .add("rung", rung.word())
                .each("alternative", alternatives)
                .each("assumption", assumptions)
                .end();
    }

    public Hash hash() {
        return Hash.of(text());
    }
}
