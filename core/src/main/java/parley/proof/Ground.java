package parley.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.Play;

/**
 * What a verdict rests on.
 *
 * @param nature {@code static} for the text alone, {@code graph} for all behaviours, {@code numeric} for probabilities
 * @param gridDays the grid on which it was decided; 0 for the text alone
 * @param states the states that were looked at
 * @param transitions between them
 * @param vacuous why a {@code holds} says nothing, or {@code null}
 * @param instances the slices that were looked at
 * @param stories one refuting behaviour for each different way to fail, first the shortest
 */
public record Ground(
        String nature,
        int gridDays,
        long states,
        long choices,
        long transitions,
        @Nullable String vacuous,
        List<Story> stories,
        List<Instance> instances) {
    public static final Ground TEXT = new Ground("static", 0, 0, 0, 0, null, List.of(), List.of());

    public Ground {
        stories = List.copyOf(stories);
        instances = List.copyOf(instances);
    }

    /**
     * One slice that was looked at, for those who want to check it with another tool.
     *
     * @param says what was looked for
     * @param holds whether no behaviour reaches a state labelled {@code bad}
     */
    public record Instance(String says, Play play, boolean holds) {}
}
