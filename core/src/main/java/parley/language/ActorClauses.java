package parley.language;

import java.util.List;
import java.util.stream.Collectors;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Stakeholder;
import parley.roadmap.Verifier;

/** Takes those who act, are heard, or sign apart into clauses. */
final class ActorClauses {
    private ActorClauses() {}

    static void partner(Partner p, Clauses.Made c) {
        if (p.memberOf() != null) {
            c.add("member of", "member of " + p.memberOf());
        }
        p.procedures().forEach(d -> procedure(d, c));
        c.flag(p.preparesActs(), "may prepare acts with deferred effect");
        if (p.undecided() != null) {
            c.add("if undecided", "if undecided, " + p.undecided().words());
        }
        positions(p.positions(), c);
        if (p.mandate() != null) {
            c.add(
                    "acts through",
                    "acts through \"" + p.mandate().holder() + "\" until "
                            + p.mandate().until(),
                    p.mandate().at());
        }
    }

    private static void procedure(Partner.Procedure d, Clauses.Made c) {
        String kinds = d.competences().stream().sorted().collect(Collectors.joining(", "));
        c.add(
                kinds.isEmpty() ? "decides" : "decides " + kinds,
                "decides %sby %s, takes %d to %d days, typically %d"
                        .formatted(
                                d.competences().isEmpty() ? "" : String.join(", ", d.competences()) + " ",
                                rule(d.rule()),
                                d.fewestDays(),
                                d.mostDays(),
                                d.typicalDays()),
                d.at());
    }

    private static String rule(Partner.Rule rule) {
        return switch (rule) {
            case Partner.Rule.Unanimity u -> "unanimity of " + u.members();
            case Partner.Rule.QualifiedMajority q -> "qualified majority";
            case Partner.Rule.Executive e -> "executive act";
            case Partner.Rule.Parliament p ->
                "instrument before parliament" + Words.during(", approved within ", p.approvedWithin());
            case Partner.Rule.Follows f -> "following " + f.leader();
        };
    }

    private static void positions(List<Partner.Position> positions, Clauses.Made c) {
        positions.forEach(
                p -> c.add("position from " + p.from(), "position from " + p.from() + " \"" + p.says() + "\"", p.at()));
    }

    static void stakeholder(Stakeholder s, Clauses.Made c) {
        c.flag(s.beforeImposing(), "consulted before imposing");
        c.flag(s.beforeEasing(), "consulted before easing");
        positions(s.positions(), c);
    }

    static void verifier(Verifier v, Clauses.Made c) {
        c.list("draws on", Clauses.ids(v.drawsOn()));
        if (v.mandate() != null) {
            c.add(
                    "mandate until",
                    "mandate until " + v.mandate().until(),
                    v.mandate().at());
        }
    }

    static void panel(Panel p, Clauses.Made c) {
        c.list("of", Clauses.ids(p.members()));
        c.add("any", "any " + p.quorum());
        c.flag(p.independent(), "of independent origin");
    }
}
