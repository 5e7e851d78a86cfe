package parley.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Length;
import parley.roadmap.Phase;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;

/** Reads concessions and phases. */
final class ConcessionParser {
    private static final Set<String> CLAUSES = Set.of(
            "met",
            "broken",
            "verified",
            "reversible",
            "irreversible",
            "track",
            "invites",
            "runs",
            "once",
            "not",
            "may");

    private ConcessionParser() {}

    private static final class Parts {
        @Nullable
        Condition met;

        @Nullable
        Condition broken;

        @Nullable
        Ref verifiedBy;

        @Nullable
        Length verifiedWithin;

        boolean reversible = true;
        Concession.@Nullable Runs runs;
        boolean once;

        @Nullable
        Length notAgain;

        Concession.@Nullable Dispute dispute;
        final List<String> track = new ArrayList<>();
        final List<String> invites = new ArrayList<>();
    }

    static @Nullable Concession concession(Block block) {
        Block.Head head = block.headOf("a concession");
        var p = new Parts();
        Secrecy label = block.clauses(c -> clause(c, p));
        if (p.met == null) {
            block.problems()
                    .add(
                            Code.R016,
                            "the concession `%s` does not say when it is met"
                                    .formatted(head.name().id()),
                            head.at());
            return null;
        }
        return new Concession(
                head.name().id(),
                head.title(),
                p.met,
                p.broken,
                p.verifiedBy,
                p.verifiedWithin,
                p.reversible,
                p.runs,
                p.once,
                p.notAgain,
                p.dispute,
                p.track,
                p.invites,
                label == null ? head.secrecy() : label,
                head.at());
    }

    private static void clause(Cursor c, Parts p) {
        int start = c.mark();
        if (c.take("met when")) {
            once(c, p.met != null, "met when");
            p.met = ConditionParser.read(c);
        } else if (c.take("broken when")) {
            once(c, p.broken != null, "broken when");
            p.broken = ConditionParser.read(c);
        } else if (c.take("verified by")) {
            p.verifiedBy = c.name("a panel or a verifier");
            p.verifiedWithin = c.take("within") ? c.length() : null;
        } else if (c.take("reversible")) {
            p.reversible = true;
        } else if (c.take("irreversible")) {
            p.reversible = false;
        } else if (c.take("track")) {
            c.names("a track", CLAUSES).forEach(r -> p.track.add(r.id()));
        } else if (c.take("invites")) {
            p.invites.add(c.text());
        } else if (c.take("runs from")) {
            p.runs = runs(c, start);
        } else if (c.take("once")) {
            p.once = true;
        } else if (c.take("not again within")) {
            p.notAgain = c.length();
        } else if (c.take("may be disputed within")) {
            Length raised = c.length();
            c.pause();
            c.need("settled within");
            p.dispute = new Concession.Dispute(raised, c.length(), c.from(start));
        } else {
            throw c.expected(
                    "a clause of a concession (met when, broken when, verified by, reversible, track, invites, runs from, once, not again within, may be disputed within)");
        }
    }

    private static void once(Cursor c, boolean said, String clause) {
        if (said) {
            c.problems().add(Code.R017, "`%s` is said twice".formatted(clause), c.whole());
            throw new Unreadable();
        }
    }

    static Concession.Runs runs(Cursor c, int start) {
        LocalDate from = c.date();
        c.need("to");
        LocalDate to = c.date();
        if (to.isBefore(from)) {
            c.problems()
                    .add(
                            Code.R018,
                            "the period from %s to %s ends before it begins".formatted(from, to),
                            c.from(start));
        }
        return new Concession.Runs(from, to, c.from(start));
    }

    private static final class PhaseParts {
        boolean first;

        @Nullable
        Condition opens;

        Concession.@Nullable Runs runs;
        String goal = "";
    }

    static Phase phase(Block block) {
        Block.Head head = block.headOf("a phase");
        var p = new PhaseParts();
        Secrecy label = block.clauses(c -> {
            int start = c.mark();
            if (c.take("first")) {
                p.first = true;
            } else if (c.take("opens when")) {
                p.opens = ConditionParser.read(c);
            } else if (c.take("runs from")) {
                p.runs = runs(c, start);
            } else if (c.take("goal")) {
                p.goal = c.text();
            } else {
                throw c.expected("a clause of a phase (first, opens when, runs from, goal)");
            }
        });
        return new Phase(
                head.name().id(),
                head.title(),
                p.first,
                p.opens,
                p.runs,
                p.goal,
                label == null ? head.secrecy() : label,
                head.at());
    }
}
