package parley.roadmap;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a relief or a measure lasts and what follows when nobody decides anything. */
public sealed interface Expiry {

    /** The text says nothing. */
    record Unsaid() implements Expiry {}

    /** It stays until somebody revokes it. */
    record UntilRevoked() implements Expiry {}

    /** It ends after {@code length} from its effect, with {@code then}; {@code null} if the text does not say what follows. */
    record For(Length length, @Nullable Default then) implements Expiry {}

    /** It ends on {@code day}, with {@code then}; {@code null} if the text does not say what follows. */
    record Until(LocalDate day, @Nullable Default then) implements Expiry {}

    /** What happens at the end without any decision. */
    enum Default {
        RETURNS("returns"),
        LAPSES("lapses"),
        ENDS("ends");

        private final String word;

        Default(String word) {
            this.word = word;
        }

        /** Returns the word after {@code then it}. */
        public String word() {
            return word;
        }

        /** Returns the state a measure is in afterwards. */
        public MeasureState leadsTo() {
            return switch (this) {
                case RETURNS, ENDS -> MeasureState.IMPOSED;
                case LAPSES -> MeasureState.LAPSED;
            };
        }
    }
}
