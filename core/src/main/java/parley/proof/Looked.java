package parley.proof;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.prism.Explored;
import parley.prism.Model;
import parley.roadmap.Case;
import parley.story.Happening;
import parley.story.Staged;
import parley.story.Staging;

/**
 * What was looked at while the properties of a text are proved: many of them ask about the same slice, and a story is told
 * by more than one. Nothing is taken from here that would not come out the same anew.
 */
final class Looked {
    private static final ScopedValue<Looked> HERE = ScopedValue.newInstance();

    /** Bytes that a state takes with its choices, about; a quarter of the memory may be kept. */
    private static final long BYTES_OF_A_STATE = 500;

    private final Map<Way, Explored> explored = new HashMap<>();
    private final Map<Told, Staged> staged = new HashMap<>();
    private long room = Runtime.getRuntime().maxMemory() / 4 / BYTES_OF_A_STATE;

    private Looked() {}

    /** A model, explored whole or until the first bad state. The hash is of little, for models are deep. */
    private record Way(Model model, boolean whole) {
        @Override
        public int hashCode() {
            return 31 * model.vars().hashCode() + 2 * model.commands().size() + (whole ? 1 : 0);
        }
    }

    private record Told(Case theCase, List<Happening> story, LocalDate until) {
        /** A case is the same only if it is the very same. */
        @Override
        @SuppressWarnings("ReferenceEquality") // a comparison of whole cases would cost more than it saves
        public boolean equals(@Nullable Object other) {
            return other instanceof Told(Case its, List<Happening> told, LocalDate last)
                    && its == theCase
                    && told.equals(story)
                    && last.equals(until);
        }

        @Override
        public int hashCode() {
            return 31 * story.hashCode() + until.hashCode();
        }
    }

    /** Answers with one memory for all that is asked inside. */
    static <T> T together(Supplier<T> answering) {
        return HERE.isBound()
                ? answering.get()
                : ScopedValue.where(HERE, new Looked()).call(answering::get);
    }

    /** Returns what is known of a model with at most so many states, else finds it out. */
    static @Nullable Explored explored(Model model, boolean whole, int most, Supplier<@Nullable Explored> exploring) {
        if (!HERE.isBound()) {
            return exploring.get();
        }
        Looked here = HERE.get();
        var way = new Way(model, whole);
        Explored before = here.explored.get(way);
        if (before != null && before.game().states() <= most) {
            return before;
        }
        Explored found = exploring.get();
        if (found != null && before == null && found.game().states() <= here.room) {
            here.room -= found.game().states();
            here.explored.put(way, found);
        }
        return found;
    }

    /** Returns a story with its figures. */
    static Staged staged(Case theCase, List<Happening> story, LocalDate until, int slackDays) {
        if (!HERE.isBound()) {
            return Staging.stage(theCase, story, until, slackDays);
        }
        return HERE.get()
                .staged
                .computeIfAbsent(
                        new Told(theCase, List.copyOf(story), until),
                        told -> Staging.stage(theCase, told.story(), until, slackDays));
    }
}
