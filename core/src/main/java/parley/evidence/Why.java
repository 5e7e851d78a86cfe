package parley.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a claim stands where it stands.
 *
 * @param standing {@code known}, or what happened to it, as words
 * @param complete four eyes have seen it and count today
 * @param missing what the quorum lacks, as words
 */
public record Why(Claim claim, String standing, boolean complete, List<String> missing, List<Line> lines) {
    public Why {
        missing = List.copyOf(missing);
        lines = List.copyOf(lines);
    }

    /**
     * One signature.
     *
     * @param policy name of the policy it was signed under; null if no policy has that hash
     * @param against why it does not count today, as words; empty if it counts
     */
    public record Line(
            long index,
            Instant at,
            String holder,
            String body,
            Role role,
            @Nullable String onBehalfOf,
            @Nullable String policy,
            List<String> against) {
        public Line {
            against = List.copyOf(against);
        }

        public boolean counts() {
            return against.isEmpty();
        }

        @Override
        public String toString() {
            return "%d %s (%s) as %s%s, policy %s: %s"
                    .formatted(
                            index,
                            holder,
                            body,
                            role.word(),
                            onBehalfOf == null ? "" : " for " + onBehalfOf,
                            policy == null ? "unknown" : policy,
                            counts() ? "counts" : "does not count: " + String.join("; ", against));
        }
    }
}
