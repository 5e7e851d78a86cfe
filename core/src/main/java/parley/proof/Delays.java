package parley.proof;

import org.jspecify.annotations.Nullable;
import parley.roadmap.Partner;

/** How long a decision takes at the slowest known. */
final class Delays {
    /** A blocking minority of the Council has at least four members (Art. 16(4) TEU), unless the text says otherwise. */
    private static final int BLOCKING_MINORITY = 4;

    private Delays() {}

    /** Returns the days, or {@code null} if so many vetoes can block every attempt. */
    static @Nullable Integer most(Partner.Procedure procedure, int vetoes) {
        boolean blocked = switch (procedure.rule()) {
            case Partner.Rule.Unanimity _ -> vetoes >= 1;
            case Partner.Rule.QualifiedMajority _ -> vetoes >= BLOCKING_MINORITY;
            case Partner.Rule.Executive _, Partner.Rule.Parliament _, Partner.Rule.Follows _ -> false;
        };
        return blocked ? null : Integer.valueOf(procedure.mostDays());
    }
}
