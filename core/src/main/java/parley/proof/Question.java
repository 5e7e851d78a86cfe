package parley.proof;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.Obligation;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.text.Span;

/**
 * A property asked of a case.
 *
 * @param duties what anybody may come to owe, once and for all: they are compared by identity
 * @param suffix what it allows the other side, and from when it counts
 * @param number the number that the text gives with it, for example of days, or {@code null}
 * @param words the parameters with their words
 * @param parameters as written
 */
record Question(
        Case theCase,
        List<Obligation> duties,
        String property,
        Claim.Suffix suffix,
        @Nullable Integer number,
        List<Claim.Parameter> words,
        String parameters,
        Span clause) {

    static Question byDefault(Case theCase, List<Obligation> duties, String property) {
        return new Question(theCase, duties, property, Claim.Suffix.NONE, null, List.of(), "", Span.NOWHERE);
    }

    static Question of(Case theCase, List<Obligation> duties, Claim.Named claim, String parameters) {
        Integer number = claim.parameters().stream()
                .map(p -> p.value().replaceAll("[^0-9].*", ""))
                .filter(v -> !v.isEmpty())
                .map(Integer::valueOf)
                .findFirst()
                .orElse(null);
        return new Question(
                theCase, duties, claim.name(), claim.suffix(), number, claim.parameters(), parameters, claim.at());
    }

    int vetoes() {
        return suffix.vetoes();
    }

    int falseWitnesses() {
        return suffix.falseWitnesses();
    }

    @Nullable
    LocalDate from() {
        return suffix.from();
    }

    /** Says whether a partner is taken as absent. */
    boolean without(String partner) {
        return suffix.without().stream().anyMatch(r -> r.id().equals(partner));
    }

    Question withVetoes(int vetoes) {
        var asked = new Claim.Suffix(
                vetoes,
                suffix.parliament(),
                suffix.falseWitnesses(),
                suffix.without(),
                suffix.almostSurely(),
                suffix.atLeastPercent(),
                suffix.from());
        return new Question(theCase, duties, property, asked, number, words, parameters, clause);
    }

    /** Returns the question about a property that this one names. */
    Question about(Claim.Named named) {
        return of(theCase, duties, named, parameters);
    }

    /** A number was asked for and found. */
    Verdict answered(String says, double least, double most) {
        return verdict(Verdict.Outcome.ANSWERED, says, List.of(), List.of()).valued(least, most);
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
        return new Verdict(property, parameters, clause, outcome, says, causes, mends, null, List.of(), Ground.TEXT);
    }
}
