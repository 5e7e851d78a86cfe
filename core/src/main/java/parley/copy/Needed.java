package parley.copy;

import java.util.List;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.roadmap.Measure;
import parley.roadmap.Member;
import parley.roadmap.OwnershipRule;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Stakeholder;
import parley.roadmap.Step;
import parley.roadmap.Verifier;

/**
 * What an unlabelled declaration must say so that a promise that names it can be understood. Assessments stay at home:
 * tags, reasons, positions, goals, what a demand invites, how soon a reserve is ready, what a step does.
 */
final class Needed {
    private Needed() {}

    static Declaration of(Declaration declaration) {
        return switch (declaration) {
            case Partner p ->
                new Partner(
                        p.id(),
                        p.title(),
                        p.memberOf(),
                        p.procedures(),
                        p.preparesActs(),
                        null,
                        List.of(),
                        null,
                        p.secrecy(),
                        p.at());
            case Stakeholder s -> new Stakeholder(s.id(), s.title(), false, false, List.of(), s.secrecy(), s.at());
            case Measure m -> measure(m);
            case Concession c -> concession(c);
            case Phase p -> new Phase(p.id(), p.title(), p.first(), p.opens(), p.runs(), "", p.secrecy(), p.at());
            case Step s -> new Step(s.id(), "", s.phase(), List.of(), s.secrecy(), s.at());
            case Member m -> m;
            case Verifier v -> v;
            case Panel p -> p;
            case Indicator i -> i;
            case Event e -> e;
            case OwnershipRule r -> r;
        };
    }

    /** Whose it is and what happened to it is in the official journals. */
    private static Measure measure(Measure m) {
        return new Measure(
                m.id(),
                m.title(),
                m.kind(),
                m.owners(),
                m.competence(),
                m.callOn(),
                m.history(),
                m.runsOut(),
                false,
                m.acts(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                1,
                List.of(),
                List.of(),
                m.secrecy(),
                m.at());
    }

    private static Concession concession(Concession c) {
        return new Concession(
                c.id(),
                c.title(),
                c.met(),
                c.broken(),
                c.verifiedBy(),
                c.verifiedWithin(),
                c.reversible(),
                c.runs(),
                c.once(),
                c.notAgainWithin(),
                c.dispute(),
                c.track(),
                List.of(),
                c.secrecy(),
                c.at());
    }
}
