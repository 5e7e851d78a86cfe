package parley.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Assumption;
import parley.roadmap.Claim;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Guard;
import parley.roadmap.Indicator;
import parley.roadmap.Measure;
import parley.roadmap.Member;
import parley.roadmap.OwnershipRule;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Scenario;
import parley.roadmap.Stakeholder;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verifier;

/** Finds the names that a piece of a case uses: who may read the piece learns that they exist. */
public final class Mentions {
    private Mentions() {}

    /** Returns the names in a declaration; of a step only its phase, for branches and reactions have labels of their own. */
    public static List<Ref> of(Declaration declaration) {
        List<Ref> found = new ArrayList<>();
        switch (declaration) {
            case Partner p -> {
                add(p.memberOf(), found);
                p.procedures().forEach(d -> leader(d.rule(), found));
            }
            case Member m -> found.add(m.of());
            case Verifier v -> found.addAll(v.drawsOn());
            case Panel p -> found.addAll(p.members());
            case Measure m -> {
                found.addAll(m.owners());
                found.addAll(m.voidWhile());
            }
            case Concession c -> {
                found.addAll(Conditions.subjects(c.met()));
                found.addAll(Conditions.subjects(c.broken()));
                add(c.verifiedBy(), found);
            }
            case Phase p -> found.addAll(Conditions.subjects(p.opens()));
            case Step s -> found.add(s.phase());
            case OwnershipRule r -> {
                found.add(r.partner());
                add(r.replaces(), found);
            }
            case Stakeholder s -> {}
            case Indicator i -> {}
            case Event e -> {}
        }
        return found;
    }

    private static void add(@Nullable Ref ref, List<Ref> found) {
        if (ref != null) {
            found.add(ref);
        }
    }

    private static void leader(Partner.Rule rule, List<Ref> found) {
        if (rule instanceof Partner.Rule.Follows f) {
            found.add(f.leader());
        }
    }

    public static List<Ref> of(Trigger trigger) {
        return trigger instanceof Trigger.When w ? Conditions.subjects(w.condition()) : List.of();
    }

    public static List<Ref> of(Reaction reaction) {
        List<Ref> found = new ArrayList<>(reaction.actors());
        switch (reaction.deed()) {
            case Reaction.Deed.Act a -> found.add(a.measure());
            case Reaction.Deed.Keep k -> found.add(k.measure());
            case Reaction.Deed.Consult c -> found.add(c.stakeholder());
            case Reaction.Deed.RestoreEased r -> {}
            case Reaction.Deed.Review r -> {}
        }
        return found;
    }

    public static List<Ref> of(Guard guard) {
        List<Ref> found = new ArrayList<>();
        switch (guard) {
            case Guard.NeverEase n -> target(n.target(), found);
            case Guard.NeverImpose n -> target(n.target(), found);
            case Guard.Invariant i -> found.addAll(Conditions.subjects(i.condition()));
            case Guard.KeepReserve k -> add(k.until(), found);
            case Guard.ConsultBefore c -> found.add(c.stakeholder());
            case Guard.Hold h -> {
                found.add(h.thing());
                found.addAll(Conditions.subjects(h.until()));
            }
            case Guard.Ledger l -> {}
            case Guard.AnswerWithin a -> {}
        }
        return found;
    }

    private static void target(Guard.Target target, List<Ref> found) {
        if (target instanceof Guard.Target.Named n) {
            found.add(n.thing());
        }
    }

    public static List<Ref> of(Claim claim) {
        List<Ref> found = new ArrayList<>();
        switch (claim) {
            case Claim.Named n -> found.addAll(n.suffix().without());
            case Claim.Formula f -> {
                found.addAll(f.coalition());
                found.addAll(Conditions.subjects(f.condition()));
                found.addAll(Conditions.subjects(f.whenever()));
                found.addAll(f.suffix().without());
            }
            case Claim.Question q -> {
                found.addAll(Conditions.subjects(q.condition()));
                found.addAll(q.property() == null ? List.of() : of(q.property()));
            }
        }
        return found;
    }

    public static List<Ref> of(Assumption assumption) {
        return switch (assumption) {
            case Assumption.Veto v -> List.of(v.partner());
            case Assumption.Errors e -> List.of(e.verifier());
            case Assumption.Leaves l -> List.of(l.partner());
            case Assumption.Delay d -> d.measure() == null ? List.of(d.partner()) : List.of(d.partner(), d.measure());
        };
    }

    public static List<Ref> of(Scenario scenario) {
        List<Ref> found = new ArrayList<>();
        scenario.lines().forEach(line -> line(line, found));
        return found;
    }

    private static void line(Scenario.Line line, List<Ref> found) {
        switch (line) {
            case Scenario.Line.Given g -> found.add(g.thing());
            case Scenario.Line.Reads r -> found.add(r.indicator());
            case Scenario.Line.Happens h -> found.add(h.event());
            case Scenario.Line.Verifies v -> found.addAll(List.of(v.verifier(), v.concession()));
            case Scenario.Line.Claims c -> found.add(c.concession());
            case Scenario.Line.Disputes d -> found.addAll(List.of(d.who(), d.concession()));
            case Scenario.Line.Acts a -> {
                found.addAll(a.actors());
                found.add(a.measure());
            }
            case Scenario.Line.Decides d -> found.addAll(List.of(d.partner(), d.measure()));
            case Scenario.Line.Consults c -> found.addAll(List.of(c.partner(), c.stakeholder()));
            case Scenario.Line.Leaves l -> found.add(l.partner());
            case Scenario.Line.Passes p -> {}
            case Scenario.Line.Expect e -> expected(e.what(), found);
        }
    }

    private static void expected(Scenario.Expectation what, List<Ref> found) {
        switch (what) {
            case Scenario.Expectation.InState s -> found.add(s.thing());
            case Scenario.Expectation.Owes o -> {
                found.add(o.partner());
                add(o.thing(), found);
            }
            case Scenario.Expectation.Decision d -> found.addAll(List.of(d.partner(), d.measure()));
            case Scenario.Expectation.OwesNothing n -> add(n.partner(), found);
            case Scenario.Expectation.Unknown u -> found.add(u.concession());
            case Scenario.Expectation.Says s -> {}
        }
    }

    /** Returns the names in a condition. */
    public static List<Ref> of(Condition condition) {
        return Conditions.subjects(condition);
    }
}
