package parley.evidence;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a dispute stands on the day it is asked.
 *
 * @param level 1 between the parties, 2 the principals, and so on; 0 when the clock has run out or it has ended
 * @param due the last day of the level, or of the clock
 * @param end how it ended, by a resolution that four eyes have signed; null if it has not
 */
public record DisputeStanding(Dispute dispute, int level, LocalDate due, Resolution.@Nullable End end, LocalDate day) {
    /** Restoration after a break is frozen for no more days than these. */
    public static final int RESTORATION_DAYS = 5;

    /** What a dispute may freeze. */
    public enum Frozen {
        RELIEF_NOT_IN_EFFECT,
        RELIEF_IN_EFFECT,
        RESTORATION_AFTER_BREAK,
        PROTECTION_OF_A_PERSON
    }

    static DisputeStanding of(EvidenceState state, Dispute dispute) {
        LocalDate day = state.at().day();
        Resolution.End end = end(state, dispute);
        LocalDate due = dispute.raised();
        List<Integer> levels = dispute.clock().levelDays();
        int level = 0;
        for (int i = 0; i < levels.size() && level == 0; i++) {
            due = due.plusDays(levels.get(i));
            if (!day.isAfter(due)) {
                level = i + 1;
            }
        }
        return new DisputeStanding(dispute, end == null ? level : 0, due, end, day);
    }

    /** The first resolution that is complete ends it. */
    private static Resolution.@Nullable End end(EvidenceState state, Dispute dispute) {
        for (Resolution resolution : state.fold().resolutions.getOrDefault(dispute.id(), List.of())) {
            if (state.chain(resolution.hash(), Policy.Purpose.RESOLUTION).isComplete()) {
                return resolution.end();
            }
        }
        return null;
    }

    /** Returns whether it still stands in the way; without agreement it stays on record when the clock has run out. */
    public boolean isOpen() {
        if (end != null) {
            return false;
        }
        return level > 0
                || switch (dispute.clock().ifUndecided()) {
                    case GOES_AHEAD -> false;
                    case STAYS_FROZEN -> true;
                };
    }

    /** Returns whether it freezes {@code what} on the day it is asked. */
    public boolean freezes(Frozen what) {
        return isOpen()
                && switch (what) {
                    case RELIEF_NOT_IN_EFFECT -> true;
                    case RELIEF_IN_EFFECT, PROTECTION_OF_A_PERSON -> false;
                    case RESTORATION_AFTER_BREAK ->
                        !day.isAfter(dispute.raised().plusDays(RESTORATION_DAYS));
                };
    }

    /** The disputes that a party raised and lost, and all it raised that ended. */
    public record Share(int dismissed, int ended) {
        /** Counts those of {@code by}; public for each side. */
        public static Share of(List<DisputeStanding> disputes, String by) {
            int dismissed = 0;
            int ended = 0;
            for (DisputeStanding standing : disputes) {
                if (standing.dispute.by().equals(by) && standing.end != null) {
                    ended++;
                    dismissed += standing.end == Resolution.End.DISMISSED ? 1 : 0;
                }
            }
            return new Share(dismissed, ended);
        }
    }
}
