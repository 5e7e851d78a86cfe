package parley.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parley.model.Course;
import parley.model.Dating;
import parley.model.Move;
import parley.model.Slice;
import parley.roadmap.Concession;
import parley.text.Span;

/**
 * The clauses that force a violation: one after the other is taken out of the slice, and what the violation does not need
 * stays out (PROOF 8.2). Everything is asked again on the grid on which the violation was found.
 */
final class Cores {
    /** Questions asked for one story; where they do not suffice the clauses are enough, but perhaps not the fewest. */
    private static final int MOST_QUESTIONS = 24;

    /** States of one question. */
    private static final int STATES = 100_000;

    private final Safety.Setting setting;
    private final int gridDays;
    private final Set<Span> without = new LinkedHashSet<>();
    private int questions;
    private boolean minimal = true;

    private Cores(Safety.Setting setting, Dating.Dated found) {
        this.setting = setting;
        this.gridDays = found.course().play().slice().grid().days();
    }

    static Story.Core of(Safety.Setting setting, Dating.Dated found) {
        return new Cores(setting, found).of(found.course());
    }

    /** Returns what several violations need together. */
    static Story.Core together(List<Story.Core> cores) {
        return new Story.Core(
                cores.stream().flatMap(c -> c.clauses().stream()).distinct().toList(),
                cores.stream().allMatch(Story.Core::minimal));
    }

    private Story.Core of(Course course) {
        Set<Span> told = told(course);
        List<Span> all = new ArrayList<>(course.play().slice().clauses());
        List<Span> untold = all.stream().filter(c -> !told.contains(c)).toList();
        // What the story does not tell of is out at one stroke as a rule.
        if (!leaveOut(untold)) {
            untold.forEach(c -> leaveOut(List.of(c)));
        }
        // How long a partner takes matters only as far as what it is to do does.
        Set<Span> partners = new HashSet<>();
        setting.duties().forEach(o -> partners.add(o.partner().at()));
        List<Span> rest = all.stream().filter(told::contains).toList();
        rest.stream().filter(c -> !partners.contains(c)).forEach(c -> leaveOut(List.of(c)));
        rest.stream().filter(partners::contains).forEach(c -> leaveOut(List.of(c)));
        all.removeAll(without);
        return new Story.Core(all, minimal);
    }

    private static Set<Span> told(Course course) {
        Slice slice = course.play().slice();
        Set<Span> told = new HashSet<>();
        for (Move m : course.moves()) {
            told.addAll(m.clauses());
            for (Concession c : slice.theCase().concessions()) {
                if (c.id().equals(m.thing())) {
                    told.add(c.met().at());
                    told.add(c.broken() == null ? c.at() : c.broken().at());
                }
            }
        }
        slice.duties().forEach(o -> told.add(o.partner().at()));
        return told;
    }

    /** Leaves clauses out if the violation does not need them. */
    private boolean leaveOut(Collection<Span> clauses) {
        if (questions >= MOST_QUESTIONS) {
            minimal = false;
            return false;
        }
        Set<Span> less = new LinkedHashSet<>(without);
        less.addAll(clauses);
        questions++;
        Boolean fails = Safety.fails(setting, gridDays, less, STATES);
        minimal &= fails != null || clauses.size() > 1;
        if (fails == null || !fails) {
            return false;
        }
        without.addAll(clauses);
        return true;
    }
}
