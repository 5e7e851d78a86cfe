package parley.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * All signatures over one thing, in the order of the log.
 *
 * @param needed the persons of each role that the policy in force asks for; empty if it asks for nothing, which is
 *     never complete
 */
public record Chain(Hash what, List<SignatureStanding> signatures, SortedMap<Role, Integer> needed) {
    public Chain {
        signatures = List.copyOf(signatures);
    }

    public List<SignatureStanding> counting() {
        return signatures.stream().filter(SignatureStanding::counts).toList();
    }

    /** Returns whether the quorum is reached; each person counts once, an empty quorum never. */
    public boolean isComplete() {
        return isComplete(false);
    }

    /**
     * Returns whether the quorum is reached.
     *
     * @param joint two bodies at least must be among those whose signatures count
     */
    public boolean isComplete(boolean joint) {
        return missing(joint).isEmpty();
    }

    /** Returns what the quorum lacks, as words. */
    public List<String> missing(boolean joint) {
        if (needed.isEmpty()) {
            return List.of("a policy that says who signs this");
        }
        var missing = new ArrayList<String>();
        for (Map.Entry<Role, Integer> need : needed.entrySet()) {
            long have = counting().stream()
                    .filter(signature -> signature.review().role() == need.getKey())
                    .count();
            if (have < need.getValue()) {
                missing.add("%d of %d signatures as %s"
                        .formatted(
                                need.getValue() - have,
                                need.getValue(),
                                need.getKey().word()));
            }
        }
        if (joint && counting().stream().map(SignatureStanding::body).distinct().count() < 2) {
            missing.add("a signature of a second partner");
        }
        return List.copyOf(missing);
    }
}
