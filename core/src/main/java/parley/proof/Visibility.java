package parley.proof;

import java.util.ArrayList;
import java.util.List;
import parley.copy.Reader;
import parley.model.Obligation;
import parley.proof.Verdict.Cause;
import parley.roadmap.Secrecy;

/** Everybody can read what binds him, with its trigger and its deadline. */
final class Visibility {
    private Visibility() {}

    static Verdict check(Question q) {
        List<Cause> causes = new ArrayList<>();
        List<Obligation> all = q.duties();
        for (Obligation o : all) {
            Reader reader = Reader.named(o.partner().id(), q.theCase());
            if (reader == null) {
                continue;
            }
            for (Secrecy label : List.of(
                    o.step().secrecy(), o.branch().secrecy(), o.reaction().secrecy())) {
                if (!reader.reads(label)) {
                    causes.add(new Cause(
                            o.reaction().at(),
                            "%s would owe %s and may not read %s"
                                    .formatted(o.partner().id(), o.words(), label.words())));
                    break;
                }
            }
        }
        return causes.isEmpty()
                ? q.holds("each partner can read all of the %d duties that bind it".formatted(all.size()))
                : q.refuted(
                        "somebody is bound by what it may not read",
                        causes,
                        List.of("label the clause for those it binds"));
    }
}
