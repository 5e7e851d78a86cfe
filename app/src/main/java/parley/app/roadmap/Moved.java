package parley.app.roadmap;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parley.language.Mentions;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Phase;
import parley.roadmap.Ref;
import parley.roadmap.Step;

/** What belongs to the roadmap that lies ahead, apart from the phases that tell of the past. */
public final class Moved {
    private final Case theCase;
    private final Set<String> pastPhases = new TreeSet<>();
    private final Set<String> names = new TreeSet<>();

    private Moved(Case theCase) {
        this.theCase = theCase;
    }

    public static Moved by(Case theCase) {
        var moved = new Moved(theCase);
        theCase.phases().stream().filter(p -> p.runs() != null).forEach(p -> moved.pastPhases.add(p.id()));
        for (Step step : theCase.steps()) {
            if (!moved.isPast(step)) {
                step.branches()
                        .forEach(b -> b.reactions()
                                .forEach(r ->
                                        Mentions.of(r).stream().map(Ref::id).forEach(moved.names::add)));
            }
        }
        return moved;
    }

    private boolean isPast(Step step) {
        return step.phase() != null && pastPhases.contains(step.phase().id());
    }

    /** Says whether a step of that name belongs to a phase of the past. */
    public boolean pastStep(String name) {
        return theCase.steps().stream().anyMatch(s -> s.id().equals(name) && isPast(s));
    }

    /** Says whether a step of the roadmap ahead names this measure. */
    public boolean moves(String measure) {
        return names.contains(measure);
    }

    /** Returns the phases ahead, the first ones first, then as the text has them. */
    public List<Phase> phases() {
        return theCase.phases().stream()
                .filter(p -> !pastPhases.contains(p.id()))
                .sorted((a, b) -> a.first() == b.first() ? a.at().compareTo(b.at()) : a.first() ? -1 : 1)
                .toList();
    }

    /** Says whether a concession could only be met in the past. */
    public boolean pastConcession(String name) {
        return theCase.concessions().stream()
                .filter(c -> c.id().equals(name))
                .map(Concession::runs)
                .anyMatch(runs -> runs != null && runs.to().isBefore(theCase.from()));
    }
}
