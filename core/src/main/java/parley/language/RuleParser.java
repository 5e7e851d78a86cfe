package parley.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.OwnershipRule;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;

/** Reads rules of law over facts of ownership. */
final class RuleParser {
    private static final Set<String> CLAUSES = Set.of(
            "of",
            "for",
            "valid",
            "suspended",
            "known",
            "confirm",
            "confirmed",
            "by",
            "caught",
            "caution",
            "effect",
            "rebuttable",
            "replaces",
            "joint",
            "over",
            "under",
            "or");

    private RuleParser() {}

    private static final class Parts {
        @Nullable
        Ref partner;

        String purposes = "";
        String underAct = "";
        final List<String> overLists = new ArrayList<>();

        @Nullable
        Ref replaces;

        @Nullable
        LocalDate validFrom;

        @Nullable
        LocalDate validTo;

        @Nullable
        LocalDate suspendedFrom;

        @Nullable
        LocalDate suspendedTo;

        @Nullable
        LocalDate knownFrom;

        @Nullable
        LocalDate confirmBy;

        @Nullable
        Boolean confirmed;

        final List<String> acts = new ArrayList<>();
        final List<OwnershipRule.Test> caught = new ArrayList<>();
        final List<OwnershipRule.Test> caution = new ArrayList<>();
        OwnershipRule.@Nullable Effect effect;
        final List<String> rebuttable = new ArrayList<>();
        String joint = "";
    }

    static @Nullable OwnershipRule rule(Block block) {
        Block.Head head = block.headOf("a rule");
        var p = new Parts();
        Secrecy label = block.clauses(c -> clause(c, p));
        Ref partner = p.partner;
        OwnershipRule.Effect effect = p.effect;
        if (partner == null || effect == null || p.caught.isEmpty()) {
            block.problems()
                    .add(
                            Code.R016,
                            "the rule `%s` needs `of PARTNER`, `caught when` and `effect`"
                                    .formatted(head.name().id()),
                            head.at());
            return null;
        }
        return new OwnershipRule(
                head.name().id(),
                head.title(),
                partner,
                p.purposes,
                p.underAct,
                p.overLists,
                p.replaces,
                p.validFrom,
                p.validTo,
                p.suspendedFrom,
                p.suspendedTo,
                p.knownFrom,
                p.confirmBy,
                p.confirmed,
                p.acts,
                p.caught,
                p.caution,
                effect,
                p.rebuttable,
                p.joint,
                label == null ? head.secrecy() : label,
                head.at());
    }

    private static void clause(Cursor c, Parts p) {
        if (c.take("of")) {
            p.partner = c.name("a partner");
        } else if (c.take("for")) {
            p.purposes = words(c);
        } else if (c.take("under")) {
            p.underAct = c.text();
        } else if (c.take("over lists")) {
            c.names("a list", CLAUSES).forEach(r -> p.overLists.add(r.id()));
        } else if (c.take("replaces")) {
            p.replaces = c.name("a rule");
        } else if (c.take("caught when")) {
            tests(c, p.caught);
        } else if (c.take("caution when")) {
            tests(c, p.caution);
        } else if (c.take("effect")) {
            p.effect = effect(c);
        } else if (c.take("rebuttable before")) {
            c.names("an authority", CLAUSES).forEach(r -> p.rebuttable.add(r.id()));
        } else if (c.take("joint")) {
            p.joint = p.joint.isEmpty() ? "joint " + words(c) : p.joint + "; joint " + words(c);
        } else {
            dates(c, p);
        }
    }

    private static void dates(Cursor c, Parts p) {
        if (c.take("valid from")) {
            p.validFrom = c.date();
            p.validTo = c.take("to") ? c.date() : null;
        } else if (c.take("suspended from")) {
            p.suspendedFrom = c.date();
            c.need("to");
            p.suspendedTo = c.date();
        } else if (c.take("known from")) {
            p.knownFrom = c.date();
        } else if (c.take("confirm by")) {
            p.confirmBy = c.date();
        } else if (c.take("confirmed yes")) {
            p.confirmed = Boolean.TRUE;
        } else if (c.take("confirmed no")) {
            p.confirmed = Boolean.FALSE;
        } else if (c.take("by")) {
            p.acts.add(c.text());
        } else {
            throw c.expected("a clause of a rule (of, for, valid from, caught when, effect, caution when, …)");
        }
    }

    private static String words(Cursor c) {
        List<String> words = new ArrayList<>();
        while (c.sees(Token.Kind.WORD) && !c.seesAny(Set.of("under", "over"))) {
            words.add(c.token().text());
        }
        if (words.isEmpty()) {
            throw c.expected("a few words");
        }
        return String.join(" ", words);
    }

    private static void tests(Cursor c, List<OwnershipRule.Test> tests) {
        do {
            c.takeAny(",");
            c.take("or");
            tests.add(test(c));
        } while (c.sees("or") || (c.sees(",") && followedByOr(c)));
    }

    private static boolean followedByOr(Cursor c) {
        Token after = c.look(1);
        return after != null && after.is("or");
    }

    private static OwnershipRule.Test test(Cursor c) {
        if (c.take("board-majority")) {
            return new OwnershipRule.Test.Board(together(c));
        }
        if (c.take("control")) {
            List<String> kinds = c.take("by")
                    ? c.names("a kind of control", CLAUSES).stream()
                            .map(Ref::id)
                            .toList()
                    : List.of();
            return new OwnershipRule.Test.Control(kinds);
        }
        OwnershipRule.Right right = c.take("votes") ? OwnershipRule.Right.VOTES : OwnershipRule.Right.SHARES;
        if (right == OwnershipRule.Right.SHARES) {
            c.need("shares");
        }
        boolean strict = c.take("more than");
        if (!strict) {
            c.need("at least");
        }
        double percent = c.percent() * 100;
        return new OwnershipRule.Test.Share(right, strict, percent, together(c));
    }

    private static boolean together(Cursor c) {
        if (c.take("of all listed together")) {
            return true;
        }
        c.need("of one listed person");
        return false;
    }

    private static OwnershipRule.Effect effect(Cursor c) {
        for (OwnershipRule.Effect effect : OwnershipRule.Effect.values()) {
            if (c.take(effect.name().toLowerCase(java.util.Locale.ROOT))) {
                return effect;
            }
        }
        throw c.expected("blocked, presumed, restricted or depends");
    }
}
