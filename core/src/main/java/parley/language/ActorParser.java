package parley.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Member;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.roadmap.Stakeholder;
import parley.roadmap.Verifier;

/** Reads those who act, are heard, or sign. */
final class ActorParser {
    private static final Set<String> AFTER_COMPETENCES = Set.of("takes", "typically", "by", "approved");

    private ActorParser() {}

    /** What the clauses of a partner have said so far. */
    private static final class PartnerParts {
        @Nullable
        Ref memberOf;

        boolean prepares;
        Partner.@Nullable Undecided undecided;
        Partner.@Nullable Mandate mandate;
        final List<Partner.Procedure> procedures = new ArrayList<>();
        final List<Partner.Position> positions = new ArrayList<>();
    }

    static Partner partner(Block block) {
        Block.Head head = block.headOf("a partner");
        var parts = new PartnerParts();
        Secrecy label = block.clauses(c -> partnerClause(c, parts));
        return new Partner(
                head.name().id(),
                head.title(),
                parts.memberOf,
                parts.procedures,
                parts.prepares,
                parts.undecided,
                parts.positions,
                parts.mandate,
                label == null ? head.secrecy() : label,
                head.at());
    }

    private static void partnerClause(Cursor c, PartnerParts parts) {
        int start = c.mark();
        if (c.take("decides")) {
            parts.procedures.add(procedure(c, start));
        } else if (c.take("follows")) {
            Ref leader = c.name("a partner");
            parts.procedures.add(timed(c, new Partner.Rule.Follows(leader), List.of(), start));
        } else if (c.take("member of")) {
            parts.memberOf = c.name("a partner");
        } else if (c.take("may prepare acts with deferred effect") || c.take("may prepare acts")) {
            parts.prepares = true;
        } else if (c.take("if undecided")) {
            c.pause();
            parts.undecided = undecided(c);
        } else if (c.take("position")) {
            parts.positions.add(position(c, start));
        } else if (c.take("acts through")) {
            String holder = c.text();
            c.need("until");
            parts.mandate = new Partner.Mandate(holder, c.date(), c.from(start));
        } else {
            throw c.expected(
                    "a clause of a partner (decides, follows, member of, may prepare, if undecided, position, acts through)");
        }
    }

    private static Partner.Undecided undecided(Cursor c) {
        for (Partner.Undecided u : Partner.Undecided.values()) {
            if (c.take(u.words())) {
                return u;
            }
        }
        throw c.expected(
                "`suspensions lapse and the measure returns`, `the measure lapses`, `licences end` or `nothing changes`");
    }

    private static Partner.Position position(Cursor c, int start) {
        c.need("from");
        var from = c.date();
        String says = c.text();
        return new Partner.Position(from, says, c.from(start));
    }

    private static Partner.Procedure procedure(Cursor c, int start) {
        List<String> competences = new ArrayList<>();
        if (!c.sees("by")) {
            c.names("a competence", AFTER_COMPETENCES).forEach(r -> competences.add(r.id()));
        }
        c.need("by");
        Partner.Rule rule = rule(c);
        if (c.take("on")) {
            c.names("a competence", AFTER_COMPETENCES).forEach(r -> competences.add(r.id()));
        }
        return timed(c, rule, competences, start);
    }

    private static Partner.Rule rule(Cursor c) {
        if (c.take("unanimity of")) {
            return new Partner.Rule.Unanimity(c.count());
        }
        if (c.take("qualified majority")) {
            return new Partner.Rule.QualifiedMajority();
        }
        if (c.take("executive act")) {
            return new Partner.Rule.Executive();
        }
        if (c.take("following")) {
            return new Partner.Rule.Follows(c.name("a partner"));
        }
        if (c.takeAny(
                "instrument before parliament", "instrument before a parliament", "an instrument before parliament")) {
            int mark = c.mark();
            c.pause();
            if (c.take("approved within")) {
                return new Partner.Rule.Parliament(c.length());
            }
            c.back(mark);
            return new Partner.Rule.Parliament(null);
        }
        throw c.expected(
                "unanimity of N, qualified majority, executive act, instrument before parliament or following P");
    }

    private static Partner.Procedure timed(Cursor c, Partner.Rule rule, List<String> competences, int start) {
        c.pause();
        c.need("takes");
        int fewest = c.count();
        c.need("to");
        int most = c.count();
        c.need("days");
        int typical = (fewest + most) / 2;
        int mark = c.mark();
        c.pause();
        if (c.take("typically")) {
            typical = c.count();
        } else {
            c.back(mark);
        }
        if (fewest > most) {
            c.problems().add(Code.R019, "%d to %d days runs backwards".formatted(fewest, most), c.from(start));
        }
        return new Partner.Procedure(rule, competences, fewest, most, typical, c.from(start));
    }

    static Member member(Block block) {
        Block.Head head = block.headOf("a member");
        block.head().need("of");
        Ref of = block.head().name("a partner");
        Secrecy label = block.clauses(c -> {
            throw c.expected("the end of the sentence");
        });
        return new Member(head.name().id(), head.title(), of, label == null ? head.secrecy() : label, head.at());
    }

    static Stakeholder stakeholder(Block block) {
        Block.Head head = block.headOf("a stakeholder");
        boolean[] before = new boolean[2];
        List<Partner.Position> positions = new ArrayList<>();
        Secrecy label = block.clauses(c -> {
            int start = c.mark();
            if (c.takeAny("consulted before imposing", "before imposing")) {
                before[0] = true;
            } else if (c.takeAny("consulted before easing", "before easing")) {
                before[1] = true;
            } else if (c.take("position")) {
                positions.add(position(c, start));
            } else {
                throw c.expected(
                        "a clause of a stakeholder (consulted before imposing, consulted before easing, position)");
            }
        });
        return new Stakeholder(
                head.name().id(),
                head.title(),
                before[0],
                before[1],
                positions,
                label == null ? head.secrecy() : label,
                head.at());
    }

    static Verifier verifier(Block block) {
        Block.Head head = block.headOf("a verifier");
        List<Ref> drawsOn = new ArrayList<>();
        List<Partner.Mandate> mandate = new ArrayList<>();
        Secrecy label = block.clauses(c -> {
            int start = c.mark();
            if (c.take("draws on")) {
                drawsOn.addAll(c.names("a verifier", Set.of("mandate")));
            } else if (c.take("mandate until")) {
                mandate.add(new Partner.Mandate("", c.date(), c.from(start)));
            } else {
                throw c.expected("a clause of a verifier (draws on, mandate until)");
            }
        });
        return new Verifier(
                head.name().id(),
                head.title(),
                drawsOn,
                mandate.isEmpty() ? null : mandate.getFirst(),
                label == null ? head.secrecy() : label,
                head.at());
    }

    static Panel panel(Block block) {
        Block.Head head = block.headOf("a panel");
        List<Ref> members = new ArrayList<>();
        int[] quorum = {-1};
        boolean[] independent = new boolean[1];
        Secrecy label = block.clauses(c -> {
            if (c.take("of independent origin")) {
                independent[0] = true;
            } else if (c.take("of")) {
                members.addAll(c.names("a verifier", Set.of("any", "all")));
            } else if (c.take("any")) {
                quorum[0] = c.count();
            } else if (c.take("all")) {
                quorum[0] = members.size();
            } else {
                throw c.expected("a clause of a panel (of NAMES, any N, all, of independent origin)");
            }
        });
        if (members.isEmpty() || quorum[0] < 0) {
            block.problems()
                    .add(
                            Code.R016,
                            "the panel `%s` does not say who signs and how many of them"
                                    .formatted(head.name().id()),
                            head.at());
        }
        return new Panel(
                head.name().id(),
                head.title(),
                members,
                Math.max(quorum[0], 1),
                independent[0],
                label == null ? head.secrecy() : label,
                head.at());
    }
}
