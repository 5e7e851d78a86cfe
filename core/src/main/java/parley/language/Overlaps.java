package parley.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.roadmap.Case;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;
import parley.text.Fix;
import parley.text.Label;

/** Finds reactions that exclude each other, cannot follow or cannot be ready. */
final class Overlaps {
    private record Owed(Trigger trigger, Reaction reaction, Verb verb, Ref measure) {}

    private final Case theCase;
    private final Problems problems;
    private final Map<String, Declaration> names;
    private final IdentityHashMap<Condition, List<String>> conjuncts = new IdentityHashMap<>();

    Overlaps(Case theCase, Problems problems) {
        this.theCase = theCase;
        this.problems = problems;
        this.names = theCase.byName();
    }

    void check() {
        List<Owed> owed = new ArrayList<>();
        for (Step s : theCase.steps()) {
            for (Step.Branch b : s.branches()) {
                for (Reaction r : b.reactions()) {
                    if (r.deed() instanceof Reaction.Deed.Act(var verb, var measure)) {
                        owed.add(new Owed(b.trigger(), r, verb, measure));
                    }
                }
            }
        }
        Set<String> imposed = new HashSet<>();
        owed.stream()
                .filter(o -> o.verb() == Verb.IMPOSE)
                .forEach(o -> imposed.add(o.measure().id()));
        // Only acts on one measure can exclude each other: a large case has many measures with few acts each.
        Map<String, Deque<Owed>> later = new HashMap<>();
        owed.forEach(o ->
                later.computeIfAbsent(o.measure().id(), _ -> new ArrayDeque<>()).add(o));
        for (Owed o : owed) {
            act(o, imposed);
            Deque<Owed> sameMeasure = later.getOrDefault(o.measure().id(), new ArrayDeque<>());
            sameMeasure.poll();
            sameMeasure.forEach(other -> pair(o, other));
        }
    }

    private void pair(Owed one, Owed two) {
        if (!problems.full()
                && eases(one.verb()) != eases(two.verb())
                && sameActor(one.reaction(), two.reaction())
                && overlap(one.trigger(), two.trigger())) {
            problems.add(
                    Code.R029,
                    "`%s` is eased and tightened on one trigger"
                            .formatted(one.measure().id()),
                    List.of(
                            new Label(one.reaction().at(), eases(one.verb()) ? "eased" : "tightened"),
                            new Label(two.reaction().at(), eases(two.verb()) ? "eased" : "tightened")),
                    List.of(Fix.advice("take one of them out, or let the branches exclude each other")));
        }
    }

    private static boolean eases(Verb verb) {
        return verb.eases() || verb == Verb.GRANT;
    }

    private static boolean sameActor(Reaction one, Reaction two) {
        return one.everyPartner()
                || two.everyPartner()
                || one.actors().stream().anyMatch(a -> two.actors().stream().anyMatch(b -> b.id().equals(a.id())));
    }

    private boolean overlap(Trigger one, Trigger two) {
        return switch (one) {
            case Trigger.When(var c)
            when two instanceof Trigger.When(var d) -> {
                List<String> first = conjuncts.computeIfAbsent(c, Conditions::conjuncts);
                List<String> second = conjuncts.computeIfAbsent(d, Conditions::conjuncts);
                yield first.containsAll(second) || second.containsAll(first);
            }
            case Trigger.OnDay _ -> one.equals(two);
            case Trigger.When _, Trigger.NothingBy _, Trigger.NothingFor _, Trigger.Otherwise _ -> false;
        };
    }

    private void act(Owed o, Set<String> imposed) {
        if (!(names.get(o.measure().id()) instanceof Measure m)) {
            return;
        }
        boolean offer = m.kind() == Measure.Kind.OFFER;
        boolean given = o.verb() == Verb.GRANT || o.verb() == Verb.WITHDRAW;
        boolean idle = m.kind() == Measure.Kind.RESERVE
                && o.verb() != Verb.IMPOSE
                && m.history().isEmpty()
                && !imposed.contains(m.id());
        if (offer != given || idle) {
            String why = idle
                    ? "nothing ever imposes it"
                    : offer ? "an offer is granted or withdrawn" : "only an offer is granted or withdrawn";
            problems.add(
                    Code.R042,
                    "`%s` cannot follow for `%s`: %s"
                            .formatted(o.verb().name().toLowerCase(java.util.Locale.ROOT), m.id(), why),
                    List.of(new Label(o.reaction().at(), ""), new Label(m.at(), "declared here")),
                    List.of(Fix.advice("use a verb that fits, or name another measure")));
        }
        Length ready = m.readyIn();
        Length within = o.reaction().within();
        if (o.verb() == Verb.IMPOSE && ready != null && within != null && within.mostDays() < ready.mostDays()) {
            problems.add(
                    Code.R037,
                    "`%s` is ready in %s and promised within %s".formatted(m.id(), ready, within),
                    List.of(new Label(o.reaction().at(), "promised"), new Label(m.at(), "ready in " + ready)),
                    List.of(Fix.advice("give at least %s, or ready it sooner".formatted(ready))));
        }
    }
}
