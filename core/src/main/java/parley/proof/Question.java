package parley.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.text.Span;

/**
 * A property asked of a case.
 *
 * @param vetoes how many members may block one attempt
 * @param number the number that the text gives with it, for example of days, or {@code null}
 * @param parameters as written
 */
record Question(
        Case theCase, String property, int vetoes, @Nullable Integer number, String parameters, Span clause) {

    static Question byDefault(Case theCase, String property) {
        return new Question(theCase, property, 0, null, "", Span.NOWHERE);
    }

    static Question of(Case theCase, Claim.Named claim, String parameters) {
        Integer number = claim.parameters().stream()
                .map(p -> p.value().replaceAll("[^0-9].*", ""))
                .filter(v -> !v.isEmpty())
                .map(Integer::valueOf)
                .findFirst()
                .orElse(null);
        return new Question(theCase, claim.name(), claim.suffix().vetoes(), number, parameters, claim.at());
    }

    Verdict holds(String says) {
        return verdict(Verdict.Outcome.HOLDS, says, List.of(), List.of());
    }

    Verdict notApplicable(String says) {
        return verdict(Verdict.Outcome.NOT_APPLICABLE, says, List.of(), List.of());
    }

    Verdict refuted(String says, List<Verdict.Cause> causes, List<String> mends) {
        return verdict(Verdict.Outcome.REFUTED, says, causes, mends);
    }

    Verdict open(String says) {
        return verdict(Verdict.Outcome.OPEN, says, List.of(), List.of());
    }

    private Verdict verdict(Verdict.Outcome outcome, String says, List<Verdict.Cause> causes, List<String> mends) {
        return new Verdict(property, parameters, clause, outcome, says, causes, mends);
    }
}
