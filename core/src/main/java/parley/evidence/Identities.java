package parley.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is the same as whom. Nothing is merged: each subject has a representative, and taking the claim back undoes it.
 *
 * @param provenRoots by subject, over the {@code same-as} that four eyes have signed
 * @param possibleRoots by subject, over all that are known, without pairs that four eyes have told apart
 */
record Identities(Map<String, String> provenRoots, Map<String, String> possibleRoots) {
    static Identities of(EvidenceState state) {
        var proven = new HashMap<String, String>();
        var possible = new HashMap<String, String>();
        Set<Set<String>> apart = new HashSet<>();
        state.states(Predicate.NOT_SAME_AS)
                .filter(claim -> isSigned(state, claim))
                .forEach(claim -> apart.add(Set.of(claim.claim.subject(), claim.claim.object())));
        state.states(Predicate.SAME_AS).forEach(same -> {
            Claim claim = same.claim;
            if (!apart.contains(Set.of(claim.subject(), claim.object()))) {
                join(possible, claim);
                if (isSigned(state, same)) {
                    join(proven, claim);
                }
            }
        });
        return new Identities(proven, possible);
    }

    private static boolean isSigned(EvidenceState state, ClaimState claim) {
        return !claim.fallen
                && state.chain(claim.hash, Policy.Purpose.CLAIM).isComplete()
                && state.openDisputes(claim.hash).isEmpty();
    }

    String proven(String subject) {
        return root(provenRoots, subject);
    }

    String possible(String subject) {
        return root(possibleRoots, subject);
    }

    private static void join(Map<String, String> roots, Claim claim) {
        String one = root(roots, claim.subject());
        String other = root(roots, claim.object());
        if (!one.equals(other)) {
            roots.put(one.compareTo(other) > 0 ? one : other, one.compareTo(other) > 0 ? other : one);
        }
    }

    private static String root(Map<String, String> roots, String subject) {
        String at = subject;
        for (String up = roots.get(at); up != null; up = roots.get(at)) {
            at = up;
        }
        return at;
    }
}
