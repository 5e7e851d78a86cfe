package parley.evidence;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A statement about the world. It is never edited: it is superseded by another, or retracted.
 *
 * @param subject whom or what it is about: a pseudonym, an object of the case
 * @param object of the kind the predicate asks for
 * @param qualifiers further words with their values, sorted by word
 * @param items ids of the items it rests on, sorted
 * @param basis ids of the claims it rests on, sorted
 */
public record Claim(
        String id,
        String subject,
        Predicate predicate,
        String object,
        SortedMap<String, String> qualifiers,
        Validity valid,
        List<String> items,
        List<String> basis) {
    /** @throws IllegalArgumentException with the reason, if the object is not of the predicate's kind */
    public Claim {
        Lines.id("id of the claim", id);
        Lines.word("subject of the claim " + id, subject);
        Lines.word("object of the claim " + id, object);
        String wrong = predicate.wrong(subject, object);
        if (wrong != null) {
            throw new IllegalArgumentException("The claim %s says that %s %s \"%s\", which %s."
                    .formatted(id, subject, predicate.word(), object, wrong));
        }
        var sorted = new TreeMap<>(qualifiers);
        sorted.forEach((word, value) -> {
            Lines.id("qualifier of the claim " + id, word);
            Lines.word("qualifier " + word + " of the claim " + id, value);
        });
        qualifiers = Collections.unmodifiableSortedMap(sorted);
        items = Lines.ids("item of the claim " + id, items);
        basis = Lines.ids("basis of the claim " + id, basis);
        if (basis.contains(id)) {
            throw new IllegalArgumentException(
                    "The claim %s rests on itself; leave it out of its basis.".formatted(id));
        }
    }

    public Claim(String id, String subject, Predicate predicate, String object, Validity valid, List<String> items) {
        this(id, subject, predicate, object, Collections.emptySortedMap(), valid, items, List.of());
    }

    /** Returns the text that is hashed and signed: equal claims have equal bytes. */
    public String text() {
        var lines = new Lines("parley-claim/v1")
                .add("id", id)
                .add("subject", subject)
                .add("predicate", predicate.word())
                .add("object", object);
        qualifiers.forEach((word, value) -> lines.add("qualifier " + word, value));
        return lines.add("from", valid.from())
                .add("to", valid.to())
                .each("item", items)
                .each("basis", basis)
                .end();
    }

    public Hash hash() {
        return Hash.of(text());
    }

    /** Returns this claim under another id with another validity: what a correction or a change records. */
    public Claim with(String newId, Validity newValidity) {
        return new Claim(newId, subject, predicate, object, qualifiers, newValidity, items, basis);
    }
}
