package parley.language;

import java.util.List;
import java.util.Map;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.roadmap.Step;
import parley.text.Fix;
import parley.text.Label;

/** Finds clauses that name something more secret than themselves; a name without a label gives nothing away. */
final class Secrecies {
    private final Case theCase;
    private final Problems problems;
    private final Map<String, Declaration> names;

    Secrecies(Case theCase, Problems problems) {
        this.theCase = theCase;
        this.problems = problems;
        this.names = theCase.byName();
    }

    void check() {
        for (Declaration d : theCase.declarations()) {
            refer(d.secrecy(), Mentions.of(d));
            if (d instanceof Step s) {
                s.branches().forEach(this::branch);
            }
        }
        theCase.guards().forEach(g -> refer(g.secrecy(), Mentions.of(g)));
        theCase.claims().forEach(c -> refer(c.secrecy(), Mentions.of(c)));
        theCase.assumptions().forEach(a -> refer(a.secrecy(), Mentions.of(a)));
        theCase.scenarios().forEach(s -> refer(s.secrecy(), Mentions.of(s)));
    }

    private void branch(Step.Branch b) {
        refer(b.secrecy(), Mentions.of(b.trigger()));
        b.reactions().forEach(r -> refer(r.secrecy(), Mentions.of(r)));
    }

    private void refer(Secrecy clause, List<Ref> refs) {
        refs.forEach(r -> refer(clause, r));
    }

    private void refer(Secrecy clause, Ref ref) {
        Declaration d = names.get(ref.id());
        if (d == null || d.secrecy().equals(Secrecy.DEFAULT) || clause.mayReferTo(d.secrecy())) {
            return;
        }
        problems.add(
                Code.R027,
                "a clause that is %s names `%s`, which is %s"
                        .formatted(clause.words(), ref.id(), d.secrecy().words()),
                List.of(
                        new Label(ref.at(), "named here"),
                        new Label(d.at(), "declared " + d.secrecy().words())),
                List.of(Fix.advice("label the clause %s, or open `%s`"
                        .formatted(d.secrecy().words(), ref.id()))));
    }
}
