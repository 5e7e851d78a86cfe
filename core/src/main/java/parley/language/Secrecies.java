package parley.language;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Guard;
import parley.roadmap.Phase;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
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
        for (Concession c : theCase.concessions()) {
            refer(c.secrecy(), Conditions.subjects(c.met()));
            refer(c.secrecy(), Conditions.subjects(c.broken()));
            refer(c.secrecy(), c.verifiedBy());
        }
        theCase.measures().forEach(m -> refer(m.secrecy(), m.voidWhile()));
        for (Phase p : theCase.phases()) {
            refer(p.secrecy(), Conditions.subjects(p.opens()));
        }
        for (Step s : theCase.steps()) {
            refer(s.secrecy(), s.phase());
            s.branches().forEach(this::branch);
        }
        theCase.guards().forEach(this::guard);
    }

    private void branch(Step.Branch b) {
        if (b.trigger() instanceof Trigger.When(var c)) {
            refer(b.secrecy(), Conditions.subjects(c));
        }
        for (Reaction r : b.reactions()) {
            switch (r.deed()) {
                case Reaction.Deed.Act(var _, var m) -> refer(r.secrecy(), m);
                case Reaction.Deed.Keep(var m, var _) -> refer(r.secrecy(), m);
                case Reaction.Deed.Consult(var who) -> refer(r.secrecy(), who);
                case Reaction.Deed.RestoreEased _, Reaction.Deed.Review _ -> {}
            }
        }
    }

    private void guard(Guard guard) {
        switch (guard) {
            case Guard.Hold h -> {
                refer(h.secrecy(), h.thing());
                refer(h.secrecy(), Conditions.subjects(h.until()));
            }
            case Guard.Invariant i -> refer(i.secrecy(), Conditions.subjects(i.condition()));
            case Guard.KeepReserve k -> refer(k.secrecy(), k.until());
            case Guard.ConsultBefore c -> refer(c.secrecy(), c.stakeholder());
            case Guard.NeverEase e -> target(e.secrecy(), e.target());
            case Guard.NeverImpose e -> target(e.secrecy(), e.target());
            case Guard.Ledger _, Guard.AnswerWithin _ -> {}
        }
    }

    private void target(Secrecy clause, Guard.Target target) {
        if (target instanceof Guard.Target.Named(var thing)) {
            refer(clause, thing);
        }
    }

    private void refer(Secrecy clause, List<Ref> refs) {
        refs.forEach(r -> refer(clause, r));
    }

    private void refer(Secrecy clause, @Nullable Ref ref) {
        Declaration d = ref == null ? null : names.get(ref.id());
        if (ref == null || d == null || d.secrecy().equals(Secrecy.DEFAULT) || clause.mayReferTo(d.secrecy())) {
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
