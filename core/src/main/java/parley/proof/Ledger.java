package parley.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parley.model.Obligation;
import parley.model.Slice;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Phase;
import parley.roadmap.Step;

/**
 * How far relief can run ahead by the text alone. A part of a measure is eased by one step at a time, so that two steps that
 * ease the same part count once; and what a phase waits for, if it can never be lost, counts as delivered for every step of
 * that phase.
 */
final class Ledger {
    /** All sets of so many steps are looked at. */
    private static final int MOST_STEPS = 12;

    private final Case theCase;
    private final Map<Step, List<Obligation>> easing;

    Ledger(Case theCase, Map<Step, List<Obligation>> easing) {
        this.theCase = theCase;
        this.easing = easing;
    }

    /** Returns by how many steps at most relief given by some of these is ahead of what is verified. */
    int most(List<Step> steps) {
        if (steps.size() > MOST_STEPS) {
            return steps.size();
        }
        int most = 0;
        for (int set = 0; set < 1 << steps.size(); set++) {
            List<Step> chosen = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                if ((set >> i & 1) == 1) {
                    chosen.add(steps.get(i));
                }
            }
            if (chosen.size() > most && eachHasItsOwn(chosen)) {
                Set<String> kept = new TreeSet<>();
                chosen.forEach(s -> kept.addAll(waitedFor(s)));
                most = Math.max(most, chosen.size() - kept.size());
            }
        }
        return most;
    }

    /** Returns the concessions that are verified for ever once the phase of a step has opened. */
    private Set<String> waitedFor(Step step) {
        Set<String> names = new TreeSet<>();
        for (Phase p : theCase.phases()) {
            Condition gate = p.id().equals(step.phase().id()) ? p.opens() : null;
            List<Condition> all =
                    gate == null ? List.of() : gate instanceof Condition.All a ? a.parts() : List.of(gate);
            for (Condition part : all) {
                if (part instanceof Condition.InState in
                        && in.state().equals("verified")
                        && neverLost(in.thing().id())) {
                    names.add(in.thing().id());
                }
            }
        }
        return names;
    }

    private boolean neverLost(String concession) {
        return theCase.concessions().stream().anyMatch(c -> c.id().equals(concession) && neverLost(c));
    }

    private static boolean neverLost(Concession c) {
        return c.broken() == null && c.runs() == null;
    }

    /** Says whether each step can ease a part of its own, so that all of them stand eased at once. */
    private boolean eachHasItsOwn(List<Step> steps) {
        Map<Slice.Part, Step> taken = new HashMap<>();
        return steps.stream().allMatch(s -> finds(s, taken, new HashSet<>()));
    }

    private boolean finds(Step step, Map<Slice.Part, Step> taken, Set<Slice.Part> seen) {
        for (Obligation o : easing.getOrDefault(step, List.of())) {
            Slice.Part part = Slice.Part.of(o);
            if (seen.add(part)) {
                Step holder = taken.get(part);
                if (holder == null || finds(holder, taken, seen)) {
                    taken.put(part, step);
                    return true;
                }
            }
        }
        return false;
    }
}
