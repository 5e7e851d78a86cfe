package parley.language;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.roadmap.OwnershipRule;

/** Takes a rule of law apart into clauses. */
final class RuleClauses {
    private RuleClauses() {}

    static void rule(OwnershipRule r, Clauses.Made c) {
        c.add("of", "of " + r.partner());
        if (!r.purposes().isEmpty()) {
            c.add("for", "for " + r.purposes());
        }
        if (!r.underAct().isEmpty()) {
            c.texts("under", List.of(r.underAct()));
        }
        c.list("over lists", r.overLists());
        if (r.replaces() != null) {
            c.add("replaces", "replaces " + r.replaces());
        }
        dates(r, c);
        c.texts("by", r.acts());
        tests("caught when", r.caughtWhen(), c);
        tests("caution when", r.cautionWhen(), c);
        c.add("effect", "effect " + r.effect().name().toLowerCase(Locale.ROOT));
        c.list("rebuttable before", r.rebuttableBefore());
        if (!r.joint().isEmpty()) {
            c.add("joint", r.joint());
        }
    }

    private static void dates(OwnershipRule r, Clauses.Made c) {
        if (r.validFrom() != null) {
            c.add("valid from", "valid from " + r.validFrom() + (r.validTo() == null ? "" : " to " + r.validTo()));
        }
        if (r.suspendedFrom() != null && r.suspendedTo() != null) {
            c.add("suspended from", "suspended from " + r.suspendedFrom() + " to " + r.suspendedTo());
        }
        c.day("known from", r.knownFrom());
        c.day("confirm by", r.confirmBy());
        if (r.confirmed() != null) {
            c.add("confirmed", r.confirmed() ? "confirmed yes" : "confirmed no");
        }
    }

    private static void tests(String key, List<OwnershipRule.Test> tests, Clauses.Made c) {
        if (!tests.isEmpty()) {
            c.add(key, key + " " + tests.stream().map(RuleClauses::test).collect(Collectors.joining(" or ")));
        }
    }

    private static String test(OwnershipRule.Test test) {
        return switch (test) {
            case OwnershipRule.Test.Share s ->
                "%s %s %s%% %s"
                        .formatted(
                                s.right().name().toLowerCase(Locale.ROOT),
                                s.strict() ? "more than" : "at least",
                                Words.percent(s.percent()),
                                of(s.allTogether()));
            case OwnershipRule.Test.Board b -> "board-majority " + of(b.allTogether());
            case OwnershipRule.Test.Control k ->
                "control" + (k.kinds().isEmpty() ? "" : " by " + String.join(", ", k.kinds()));
        };
    }

    private static String of(boolean together) {
        return together ? "of all listed together" : "of one listed person";
    }
}
