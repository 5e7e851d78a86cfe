package parley.game;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question about a game, in the sense of PRISM's property language.
 */
public sealed interface Query {
    /** Who plays together, {@code <<…>>}; {@code null} where nobody is named. */
    @Nullable
    Coalition coalition();

    Asked asked();

    /** How likely is a path: {@code P…[…]}. */
    record Chance(@Nullable Coalition coalition, Asked asked, Path path) implements Query {}

    /** What is collected: {@code R{"name"}…[…]}; the name {@code ""} is that of the structure without one. */
    record Collected(@Nullable Coalition coalition, Asked asked, Structure structure, Until until) implements Query {}

    /**
     * Players that act together.
     *
     * @param members names or numbers; {@code *} is everybody
     */
    record Coalition(List<String> members) {
        public Coalition {
            members = List.copyOf(members);
        }
    }

    /** What is counted: rewards by name ({@code null}: the first there is), or the steps. */
    sealed interface Structure {
        record Rewards(@Nullable String name) implements Structure {}

        record Steps() implements Structure {}
    }

    /** A number, or its comparison with a threshold. */
    sealed interface Asked {
        /** {@code max=?}; the second letter is nature's; {@code null} where it is not written. */
        record Value(@Nullable Toward strategy, @Nullable Toward nature) implements Asked {}

        record Threshold(Relation relation, Fraction value) implements Asked {}
    }

    enum Toward {
        MAX,
        MIN
    }

    enum Relation {
        AT_LEAST(">="),
        ABOVE(">"),
        AT_MOST("<="),
        BELOW("<");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** Whether larger values help the claim. */
        boolean wantsMuch() {
            return this == AT_LEAST || this == ABOVE;
        }

        boolean holds(Fraction value, Fraction threshold) {
            int order = value.compareTo(threshold);
            return switch (this) {
                case AT_LEAST -> order >= 0;
                case ABOVE -> order > 0;
                case AT_MOST -> order <= 0;
                case BELOW -> order < 0;
            };
        }
    }

    /** Paths; what comes next, always, weak until and release are made of these. */
    sealed interface Path {
        Formula left();

        Formula right();

        Bound bound();

        record Reaches(Formula left, Formula right, Bound bound) implements Path {}

        /** Not {@code left U right}. */
        record Never(Formula left, Formula right, Bound bound) implements Path {}
    }

    /** When a target counts. */
    sealed interface Bound {
        record None() implements Bound {}

        /** After at least {@code from} steps and at most {@code to}; {@code null} is for ever. */
        record Steps(int from, @Nullable Integer to) implements Bound {}

        /** With so much collected before: {@code ^{rew{"r"}<=B}}. */
        record Collected(Structure structure, boolean atLeast, int amount) implements Bound {}
    }

    /** How long something is collected. */
    sealed interface Until {
        record Reached(Formula target, Missed missed) implements Until {}

        record Within(int steps) implements Until {}

        record At(int step) implements Until {}

        record Forever() implements Until {}
    }

    /** What it means that the target is missed: infinite ({@code F}), nothing ({@code F0}), what was collected ({@code Fc}). */
    enum Missed {
        INFINITE,
        NOTHING,
        KEPT
    }
}
