package parley.proof;

import java.util.ArrayList;
import java.util.List;
import parley.model.Obligation;
import parley.proof.Verdict.Cause;
import parley.roadmap.Partner;

/** Every duty falls on somebody who can do it, by a procedure the text gives, in office at the deadline. */
final class Competence {
    private Competence() {}

    static Verdict check(Question q) {
        List<Cause> causes = new ArrayList<>();
        int duties = 0;
        for (Obligation o : q.duties()) {
            if (o.verb() != null && o.measure() != null) {
                duties++;
                fault(q, o, causes);
            }
        }
        if (causes.isEmpty()) {
            return q.holds("each of %d duties falls on an owner with a procedure, in office to the end of the roadmap"
                    .formatted(duties));
        }
        return q.refuted(
                "somebody would owe what it cannot do",
                causes,
                List.of(
                        "name the owner, give it a procedure for that kind of act, or end the duty before the term ends"));
    }

    private static void fault(Question q, Obligation o, List<Cause> causes) {
        String owes = "%s would owe %s".formatted(o.partner().id(), o.words());
        if (o.measure() != null && !o.measure().ownedBy(o.partner().id())) {
            causes.add(new Cause(o.reaction().at(), owes + ", which others decide about"));
        } else if (o.procedure() == null) {
            causes.add(new Cause(o.reaction().at(), owes + ", and the text gives it no procedure for such an act"));
        }
        Partner.Mandate mandate = o.partner().mandate();
        if (mandate != null && mandate.until().isBefore(q.theCase().to())) {
            causes.add(new Cause(
                    mandate.at(),
                    "%s after %s, when the term of %s is over"
                            .formatted(
                                    owes,
                                    mandate.until(),
                                    mandate.holder().isEmpty() ? "those who act" : mandate.holder())));
        }
    }
}
