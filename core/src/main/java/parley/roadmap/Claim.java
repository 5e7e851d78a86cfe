package parley.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/** What a text asks the prover: properties it claims and questions it puts. */
public sealed interface Claim {
    Secrecy secrecy();

    Span at();

    /**
     * {@code prove snapback within 45 days despite 1 veto}: a property of the catalogue.
     *
     * @param name one of {@link Catalogue#names()}
     * @param parameters numbers and names in the order written
     */
    record Named(String name, List<Parameter> parameters, Suffix suffix, Secrecy secrecy, Span at) implements Claim {
        public Named {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code within 45 days}, {@code at least 2}, {@code ahead 1}, {@code to counterpart}: a word and its value. */
    record Parameter(String word, String value) {}

    /** {@code prove never relief at least 3}. */
    record Formula(
            Form form,
            Condition condition,
            @Nullable Condition whenever,
            @Nullable Length within,
            List<Ref> coalition,
            Suffix suffix,
            Secrecy secrecy,
            Span at)
            implements Claim {
        public Formula {
            coalition = List.copyOf(coalition);
        }
    }

    /** The shapes of a formula. */
    enum Form {
        ALWAYS,
        NEVER,
        WHENEVER,
        POSSIBLE,
        CERTAIN,
        ENSURE
    }

    /** {@code ask …}. */
    record Question(
            Ask ask,
            @Nullable Condition condition,
            @Nullable Named property,
            Secrecy secrecy,
            Span at) implements Claim {}

    /** The shapes of a question. */
    enum Ask {
        HOW_LIKELY,
        HOW_LONG,
        HOW_MANY_VETOES,
        WHICH_DEADLINE
    }

    /** What a claim allows the other side, and from when it counts. */
    record Suffix(
            int vetoes,
            boolean parliament,
            int falseWitnesses,
            List<Ref> without,
            boolean almostSurely,
            @Nullable Double atLeastPercent,
            @Nullable LocalDate from) {
        public static final Suffix NONE = new Suffix(0, false, 0, List.of(), false, null, null);

        public Suffix {
            without = List.copyOf(without);
        }
    }
}
