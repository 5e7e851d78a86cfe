package parley.language;

import java.util.ArrayList;
import java.util.List;
import parley.roadmap.Assumption;
import parley.roadmap.Claim;
import parley.roadmap.Condition;

/** Says claims, questions and assumptions in the words of the language. */
final class ClaimWords {
    private ClaimWords() {}

    static String of(Claim claim) {
        return switch (claim) {
            case Claim.Named n -> "prove " + property(n);
            case Claim.Formula f -> formula(f);
            case Claim.Question q -> question(q);
        };
    }

    private static String property(Claim.Named named) {
        var words = new StringBuilder(named.name());
        for (Claim.Parameter p : named.parameters()) {
            words.append(p.word().isEmpty() ? "" : " " + p.word()).append(' ').append(p.value());
        }
        List<String> suffix = suffix(named.suffix());
        return words + (suffix.isEmpty() ? "" : " " + String.join(", ", suffix));
    }

    private static List<String> suffix(Claim.Suffix s) {
        List<String> words = new ArrayList<>();
        if (s.vetoes() > 0) {
            words.add("despite " + s.vetoes() + (s.vetoes() == 1 ? " veto" : " vetoes"));
        }
        if (s.parliament()) {
            words.add("despite parliament");
        }
        if (s.falseWitnesses() > 0) {
            words.add("despite " + s.falseWitnesses()
                    + (s.falseWitnesses() == 1 ? " false witness" : " false witnesses"));
        }
        if (!s.without().isEmpty()) {
            words.add("without " + Words.names(s.without()));
        }
        if (s.almostSurely()) {
            words.add("almost surely");
        }
        if (s.atLeastPercent() != null) {
            words.add("with at least " + Words.percent(s.atLeastPercent()) + "%");
        }
        if (s.from() != null) {
            words.add("from " + s.from());
        }
        return words;
    }

    private static String formula(Claim.Formula f) {
        String stated = Words.of(f.condition());
        String words = switch (f.form()) {
            case ALWAYS -> "always " + stated;
            case NEVER -> "never " + stated;
            case WHENEVER -> whenever(f, stated);
            case POSSIBLE -> dated(f.condition(), "is possible");
            case CERTAIN -> dated(f.condition(), "is certain");
            case ENSURE -> Words.names(f.coalition()) + " can ensure " + stated;
        };
        List<String> suffix = suffix(f.suffix());
        return "prove that " + words + (suffix.isEmpty() ? "" : ", " + String.join(", ", suffix));
    }

    private static String whenever(Claim.Formula f, String stated) {
        Condition first = f.whenever();
        return "whenever " + (first == null ? "" : Words.of(first)) + " then" + Words.during(" within ", f.within())
                + " " + stated;
    }

    private static String dated(Condition condition, String words) {
        return condition instanceof Condition.By by
                ? Words.of(by.part()) + " " + words + " by " + by.day()
                : Words.of(condition) + " " + words;
    }

    private static String question(Claim.Question q) {
        String about = q.condition() == null ? "" : Words.of(q.condition());
        String property = q.property() == null ? "" : property(q.property());
        return switch (q.ask()) {
            case HOW_LIKELY -> "ask how likely is " + about + ", at least and at most";
            case HOW_LONG -> "ask how long until " + about;
            case HOW_MANY_VETOES -> "ask how many vetoes " + property + " survives";
            case WHICH_DEADLINE -> "ask which deadline keeps " + property;
        };
    }

    static String of(Assumption assumption) {
        return "assume "
                + switch (assumption) {
                    case Assumption.Veto v ->
                        "%s member vetoes a decision between %s and %s"
                                .formatted(v.partner(), Words.share(v.low()), Words.share(v.high()));
                    case Assumption.Errors e ->
                        "%s err between %s and %s".formatted(e.verifier(), Words.share(e.low()), Words.share(e.high()));
                    case Assumption.Leaves l ->
                        l.partner() + " leaves the roadmap at most " + (l.times() == 1 ? "once" : l.times() + " times");
                    case Assumption.Delay d ->
                        "%s decides %sin %d to %d days"
                                .formatted(
                                        d.partner(),
                                        d.measure() == null ? "" : d.measure() + " ",
                                        d.fewestDays(),
                                        d.mostDays());
                };
    }
}
