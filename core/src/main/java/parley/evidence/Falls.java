package parley.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What falls with a claim. Nothing acts by itself: what is due is due to somebody who is named. */
public final class Falls {
    private Falls() {}

    /** One consequence, in the order in which things rest on each other. */
    public sealed interface Consequence {
        /** The claim rests on what fell; it is a lead at most until its basis is replaced. */
        record LostBasis(String claim) implements Consequence {}

        /** Derived again, the verdict is not what its certificate says. A revocation is to be published. */
        record Reopened(Hash certificate, Verdict.Result now, List<Missing> missing) implements Consequence {
            public Reopened {
                missing = List.copyOf(missing);
            }
        }

        /** A holder of the certificate is to be told. */
        record Tell(String holder, Hash certificate) implements Consequence {}

        /** The reaction is not in effect yet: suspended, its ground is lost. */
        record Suspended(String reaction, String partner) implements Consequence {}

        /** The reaction is in effect: the partner has to look at it again. */
        record ReviewDue(String reaction, String partner) implements Consequence {}

        /** The reaction is in effect, and its clause says that it snaps back. */
        record SnapbackDue(String reaction, String partner) implements Consequence {}
    }

    /**
     * Returns what follows from the fall of a claim, in topological order: claims before the claims that rest on them,
     * then verdicts, each with its holders and reactions.
     *
     * @param now a state in which the claim has fallen
     * @throws IllegalArgumentException if the claim still stands
     */
    public static List<Consequence> of(EvidenceState now, String claim) {
        if (now.state(claim).isKnown()) {
            throw new IllegalArgumentException("The claim %s stands; nothing falls with it.".formatted(claim));
        }
        List<String> fallen = dependants(now.fold(), claim);
        var consequences = new ArrayList<Consequence>();
        fallen.stream().skip(1).forEach(id -> consequences.add(new Consequence.LostBasis(id)));
        var touched = new HashSet<>(fallen);
        for (IssuedVerdict verdict : now.fold().verdicts.values()) {
            if (verdict.claims().stream().anyMatch(touched::contains)) {
                verdict(now, verdict, consequences);
            }
        }
        return List.copyOf(consequences);
    }

    private static void verdict(EvidenceState now, IssuedVerdict issued, List<Consequence> consequences) {
        Verdict again = Verdicts.derive(now, issued.clause(), issued.world());
        if (again.result() == Verdict.Result.VERIFIED) {
            return;
        }
        Hash certificate = issued.certificate();
        consequences.add(new Consequence.Reopened(certificate, again.result(), again.missing()));
        issued.holders().forEach(holder -> consequences.add(new Consequence.Tell(holder, certificate)));
        for (Event.ReactionTied tied : now.fold().reactions.values()) {
            if (tied.certificate().equals(certificate)) {
                consequences.add(
                        !now.fold().inEffect.containsKey(tied.id())
                                ? new Consequence.Suspended(tied.id(), tied.partner())
                                : tied.snapsBack()
                                        ? new Consequence.SnapbackDue(tied.id(), tied.partner())
                                        : new Consequence.ReviewDue(tied.id(), tied.partner()));
            }
        }
    }

    /** The claim and all that rests on it, each after all of its own ground (Kahn). Cost: claims + edges. */
    private static List<String> dependants(Fold fold, String claim) {
        Map<String, List<String>> above = new LinkedHashMap<>();
        for (ClaimState state : fold.claims.values()) {
            for (String basis : state.claim.basis()) {
                above.computeIfAbsent(basis, _ -> new ArrayList<>()).add(state.claim.id());
            }
        }
        var reached = new HashSet<String>(List.of(claim));
        var queue = new ArrayDeque<String>(List.of(claim));
        Map<String, Integer> waiting = new HashMap<>();
        while (!queue.isEmpty()) {
            for (String next : above.getOrDefault(queue.remove(), List.of())) {
                waiting.merge(next, 1, Integer::sum);
                if (reached.add(next)) {
                    queue.add(next);
                }
            }
        }
        var order = new ArrayList<String>();
        queue.add(claim);
        while (!queue.isEmpty()) {
            String id = queue.remove();
            order.add(id);
            for (String next : above.getOrDefault(id, List.of())) {
                if (waiting.merge(next, -1, Integer::sum) == 0) {
                    queue.add(next);
                }
            }
        }
        return order;
    }
}
