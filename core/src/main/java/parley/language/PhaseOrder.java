package parley.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Phase;
import parley.text.Fix;
import parley.text.Label;

/**
 * Says which phases can never open and which concessions never be met, because each waits for the other. What can happen
 * first is found first, then what needs only that, and so on: what is left waits for itself or for what does.
 */
final class PhaseOrder {
    private static final Set<String> AFTER_OPENING = Set.of("open", "passed");
    private static final Set<String> AFTER_MEETING = Set.of("met", "verified", "broken");

    private final Case theCase;
    private final Map<String, Declaration> names;
    private final Problems problems;

    /** For each phase or concession what must hold before it; where a name is doubled the first counts. */
    private final Map<String, Condition> needed = new TreeMap<>();

    PhaseOrder(Case theCase, Map<String, Declaration> names, Problems problems) {
        this.theCase = theCase;
        this.names = names;
        this.problems = problems;
    }

    void check() {
        for (Phase p : theCase.phases()) {
            if (!p.first() && p.opens() == null && p.runs() == null) {
                problems.add(
                        Code.R041,
                        "the phase `%s` never opens".formatted(p.id()),
                        p.at(),
                        Fix.advice("add `first`, `opens when …` or `runs from … to …`"));
            }
        }
        names.values().forEach(d -> {
            Condition first = condition(d);
            if (first != null) {
                needed.put(d.id(), first);
            }
        });
        Set<String> circular = Circles.on(waits(stuck()));
        theCase.declarations().stream()
                .filter(d -> circular.contains(d.id()))
                .filter(d -> d instanceof Phase || d instanceof Concession)
                .forEach(d -> report(d, circular));
    }

    private static @Nullable Condition condition(Declaration d) {
        if (d instanceof Phase p && !p.first() && p.runs() == null) {
            return p.opens();
        }
        return d instanceof Concession c ? c.met() : null;
    }

    private void report(Declaration d, Set<String> circular) {
        List<Label> where = new ArrayList<>();
        where.add(new Label(d.at(), ""));
        Condition condition = needed.get(d.id());
        Conditions.leaves(condition).stream()
                .map(this::waitsFor)
                .filter(name -> circular.contains(name) && !name.equals(d.id()))
                .distinct()
                .map(names::get)
                .forEach(other -> where.add(new Label(other == null ? d.at() : other.at(), "it waits for this")));
        problems.add(
                Code.R028,
                "the %s `%s` waits for itself".formatted(d.word(), d.id()),
                where,
                List.of(Fix.advice("let one of them begin without the other")));
    }

    /** Returns what can never happen; each name is asked again only when something it waits for turns out possible. */
    private Set<String> stuck() {
        Set<String> stuck = new TreeSet<>(needed.keySet());
        Map<String, Set<String>> waiting = waiters();
        List<String> open = new ArrayList<>(stuck);
        while (!open.isEmpty()) {
            Set<String> again = new TreeSet<>();
            for (String name : open) {
                Condition condition = needed.get(name);
                if (condition != null && stuck.contains(name) && possible(condition, stuck)) {
                    stuck.remove(name);
                    again.addAll(waiting.getOrDefault(name, Set.of()));
                }
            }
            open = List.copyOf(again);
        }
        return stuck;
    }

    /** Returns for each name those that wait for it. */
    private Map<String, Set<String>> waiters() {
        Map<String, Set<String>> waiting = new TreeMap<>();
        needed.forEach((name, condition) -> Conditions.leaves(condition)
                .forEach(leaf -> waiting.computeIfAbsent(waitsFor(leaf), _ -> new TreeSet<>())
                        .add(name)));
        return waiting;
    }

    private boolean possible(Condition condition, Set<String> stuck) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().allMatch(p -> possible(p, stuck));
            case Condition.Any any -> any.parts().stream().anyMatch(p -> possible(p, stuck));
            case Condition.By by -> possible(by.part(), stuck);
            case Condition.InState in -> !stuck.contains(waitsFor(in));
            case Condition.Not _,
                    Condition.Level _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Absent _,
                    Condition.Occurs _,
                    Condition.Amount _,
                    Condition.Owed _ -> true;
        };
    }

    /** Returns the phase that must have opened or the concession that must have been met before {@code leaf} can hold. */
    private String waitsFor(Condition leaf) {
        if (!(leaf instanceof Condition.InState in)) {
            return "";
        }
        Set<String> later = names.get(in.thing().id()) instanceof Phase ? AFTER_OPENING : AFTER_MEETING;
        return later.contains(in.state()) ? in.thing().id() : "";
    }

    /** Returns for each name that is stuck those it waits for. */
    private Map<String, Set<String>> waits(Set<String> stuck) {
        Map<String, Set<String>> waits = new TreeMap<>();
        for (String name : stuck) {
            Set<String> others = new HashSet<>();
            Conditions.leaves(needed.get(name)).forEach(leaf -> others.add(waitsFor(leaf)));
            others.retainAll(stuck);
            waits.put(name, new TreeSet<>(others));
        }
        return waits;
    }
}
