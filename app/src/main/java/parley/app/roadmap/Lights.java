package parley.app.roadmap;

import parley.roadmap.Concession;
import parley.roadmap.MeasureState;
import parley.standing.Standing;

/** The colour of a state, always beside its word: {@code good}, {@code wait}, {@code late}, {@code ink} or {@code light}. */
public final class Lights {
    private Lights() {}

    public static String of(Concession.State state) {
        return switch (state) {
            case CLOSED, EXPIRED -> "light";
            case OPEN -> "ink";
            case CLAIMED, MET -> "wait";
            case VERIFIED -> "good";
            case BROKEN -> "late";
        };
    }

    public static String of(Standing.DutyState state) {
        return switch (state) {
            case DUE -> "wait";
            case MET -> "good";
            case LATE -> "late";
            case WAIVED, RELEASED -> "light";
        };
    }

    public static String of(Standing.DecisionState state) {
        return switch (state) {
            case NOT_STARTED -> "light";
            case PENDING, PREPARED, ADOPTED -> "wait";
            case BLOCKED, LAPSED -> "late";
            case EFFECTIVE -> "good";
        };
    }

    public static String of(MeasureState state) {
        return state.eased() ? "good" : "ink";
    }

    public static String of(Standing.Kind kind) {
        return switch (kind) {
            case ALARM, DEVIATION -> "late";
            case DIVERGENCE, WARNING -> "wait";
        };
    }

    /** Returns the colour of a phase's state. */
    public static String ofPhase(String state) {
        return switch (state) {
            case "open" -> "ink";
            case "passed" -> "good";
            default -> "light";
        };
    }
}
