package parley.evidence;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many persons of which role a thing needs. There is no override; an emergency is a policy with its own quorum,
 * logged, and reviewed within {@value #EMERGENCY_REVIEW_DAYS} days.
 *
 * @param quorums for each purpose the least number of persons a role; a purpose that is missing can never be complete
 */
public record Policy(String name, boolean emergency, SortedMap<Purpose, SortedMap<Role, Integer>> quorums) {
    public static final int EMERGENCY_REVIEW_DAYS = 7;

    /** @throws IllegalArgumentException if a quorum asks for nobody */
    public Policy {
        Lines.id("name of the policy", name);
        var sorted = new TreeMap<Purpose, SortedMap<Role, Integer>>();
        quorums.forEach((purpose, quorum) -> {
            if (quorum.isEmpty() || quorum.values().stream().anyMatch(n -> n < 1)) {
                throw new IllegalArgumentException(
                        "The policy %s asks nobody for %s; an empty list of signers is never enough."
                                .formatted(name, purpose));
            }
            sorted.put(purpose, Collections.unmodifiableSortedMap(new TreeMap<>(quorum)));
        });
        quorums = Collections.unmodifiableSortedMap(sorted);
    }

    /** What signatures are asked for. */
    public enum Purpose {
        CLAIM,
        FINDING,
        VERDICT,
        RESOLUTION,
        POLICY
    }

    /** Returns the policy of four eyes: author and reviewer of a claim, verifier and releaser of a verdict. */
    public static Policy fourEyes(String name) {
        var quorums = new EnumMap<Purpose, SortedMap<Role, Integer>>(Purpose.class);
        quorums.put(Purpose.CLAIM, new TreeMap<>(Map.of(Role.AUTHOR, 1, Role.REVIEWER, 1)));
        quorums.put(Purpose.FINDING, new TreeMap<>(Map.of(Role.VERIFIER, 1)));
        quorums.put(Purpose.VERDICT, new TreeMap<>(Map.of(Role.VERIFIER, 1, Role.RELEASER, 1)));
        quorums.put(Purpose.RESOLUTION, new TreeMap<>(Map.of(Role.AUTHOR, 1, Role.REVIEWER, 1)));
        quorums.put(Purpose.POLICY, new TreeMap<>(Map.of(Role.REVIEWER, 1)));
        return new Policy(name, false, new TreeMap<>(quorums));
    }

    public String text() {
        var lines = new Lines("parley-evidence-policy/v1").add("name", name).add("emergency", emergency ? "yes" : "no");
        quorums.forEach((purpose, quorum) -> quorum.forEach(
                (role, n) -> lines.add("needs " + purpose.name().toLowerCase(Locale.ROOT), n + " " + role.word())));
        return lines.end();
    }

    public Hash hash() {
        return Hash.of(text());
    }
}
