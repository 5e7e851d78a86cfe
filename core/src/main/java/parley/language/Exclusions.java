package parley.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Measure;
import parley.roadmap.Phase;
import parley.text.Fix;
import parley.text.Label;

/** Finds conditions that no day can make true, because they ask one thing to be in two states at once. */
final class Exclusions {
    /** What lies beside the life of a concession: it may be disputed in any state. */
    private static final Set<String> BESIDE = Set.of("disputed");

    private final Case theCase;
    private final Problems problems;
    private final Map<String, Declaration> names;

    Exclusions(Case theCase, Problems problems) {
        this.theCase = theCase;
        this.problems = problems;
        this.names = theCase.byName();
    }

    void check() {
        theCase.conditions().forEach(this::condition);
    }

    /** An {@code or} with one possible part is possible; each of its parts is looked at all the same, for it is written in vain. */
    private void condition(Condition condition) {
        switch (condition) {
            case Condition.All all -> together(flat(all));
            case Condition.Any any -> any.parts().forEach(this::condition);
            case Condition.By by -> condition(by.part());
            case Condition.Not _,
                    Condition.Level _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Absent _,
                    Condition.Occurs _,
                    Condition.InState _,
                    Condition.Amount _,
                    Condition.Owed _ -> {}
        }
    }

    private static List<Condition> flat(Condition.All all) {
        List<Condition> parts = new ArrayList<>();
        for (Condition part : all.parts()) {
            if (part instanceof Condition.All inner) {
                parts.addAll(flat(inner));
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    private void together(List<Condition> parts) {
        Map<String, Condition.InState> first = new HashMap<>();
        Set<String> denied = new HashSet<>();
        for (Condition part : parts) {
            if (part instanceof Condition.Not not && not.part() instanceof Condition.InState in && in.hold() == null) {
                denied.add(in.thing().id() + " " + in.state());
            }
        }
        for (Condition part : parts) {
            if (part instanceof Condition.InState in) {
                state(in, first, denied);
            } else {
                condition(part);
            }
        }
    }

    private void state(Condition.InState in, Map<String, Condition.InState> first, Set<String> denied) {
        String thing = in.thing().id();
        if (denied.contains(thing + " " + in.state())) {
            report(in, in, "`%s` cannot be `%s` and not be it on one day".formatted(thing, in.state()));
            return;
        }
        if (BESIDE.contains(in.state())) {
            return;
        }
        Condition.InState before = first.putIfAbsent(thing, in);
        if (before != null && exclude(before, in)) {
            report(in, before, "`%s` is never `%s` and `%s` on one day".formatted(thing, before.state(), in.state()));
        }
    }

    /** A concession that is verified is still met; an owner's part of a measure is one state for the whole of it. */
    private boolean exclude(Condition.InState one, Condition.InState two) {
        Declaration d = names.get(one.thing().id());
        boolean known = d != null
                && References.states(d.word()).contains(one.state())
                && References.states(d.word()).contains(two.state());
        boolean met = Set.of("met", "verified").containsAll(List.of(one.state(), two.state()));
        boolean alive = d instanceof Concession || d instanceof Measure || d instanceof Phase;
        return known && alive && !met && !one.state().equals(two.state());
    }

    private void report(Condition.InState here, Condition.InState before, String what) {
        List<Label> where = new ArrayList<>();
        where.add(new Label(here.at(), "and this"));
        if (!before.at().equals(here.at())) {
            where.add(new Label(before.at(), "this"));
        }
        problems.add(Code.R044, what, where, List.of(Fix.advice("write `or`, or leave one of the two out")));
    }
}
