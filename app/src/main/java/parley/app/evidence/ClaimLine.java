package parley.app.evidence;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.app.record.Deed;
import parley.app.record.Entry;
import parley.evidence.Ceiling;
import parley.evidence.Chain;
import parley.evidence.Claim;
import parley.evidence.Demand;
import parley.evidence.DisputeStanding;
import parley.evidence.EvidenceState;
import parley.evidence.Policy;
import parley.evidence.Resolution;
import parley.evidence.Rung;
import parley.evidence.Use;

/**
 * Where a claim stands at a point of knowing.
 *
 * @param entry the entry that filed it
 * @param claim the claim as the rules know it
 * @param ceiling the highest rung its material carries, and what the next one lacks
 * @param reached the rung reached: no higher than those who signed go
 * @param chain who signed, and whether each signature counts
 * @param disputes all that were raised about it
 * @param lost whether an item it rested on has fallen
 */
public record ClaimLine(
        Deed.ClaimFiled deed,
        Entry entry,
        Claim claim,
        State state,
        Ceiling ceiling,
        Rung reached,
        Chain chain,
        List<DisputeStanding> disputes,
        boolean lost) {

    /** What a claim is good for. */
    public enum State {
        WAITING("waits for a second pair of eyes", "wait"),
        SHORT("seen twice, not established enough", "wait"),
        COUNTS("counts", "good"),
        DISPUTED("disputed", "late"),
        LOST("lost a dispute", "light"),
        REPLACED("replaced", "light"),
        FALLEN("retracted", "light");

        private final String word;
        private final String light;

        State(String word, String light) {
            this.word = word;
            this.light = light;
        }

        public String word() {
            return word;
        }

        /** Returns the colour beside the word. */
        public String light() {
            return light;
        }
    }

    /** The rung from which on a claim's rows decide something: that of a concession that is met. */
    public static final Rung NEEDED = Use.CLAIMED_TO_MET.least();

    /** Returns where a claim stands, or {@code null} if it was not known then. */
    public static @Nullable ClaimLine of(Book book, EvidenceState state, Deed.ClaimFiled deed) {
        Claim claim = state.claim(deed.id());
        Entry entry = book.entryOf(deed.id());
        if (claim == null || entry == null) {
            return null;
        }
        Demand demand = demand(deed);
        Ceiling ceiling = state.ceiling(deed.id(), demand);
        Rung reached = state.reached(deed.id(), demand);
        Chain chain = state.chain(claim.hash(), Policy.Purpose.CLAIM);
        List<DisputeStanding> disputes = state.disputes().stream()
                .filter(d -> d.dispute().what().equals(claim.hash()))
                .toList();
        return new ClaimLine(
                deed,
                entry,
                claim,
                state(state, deed, reached, chain, disputes),
                ceiling,
                reached,
                chain,
                disputes,
                state.hasLostAnItem(claim));
    }

    static Demand demand(Deed.ClaimFiled deed) {
        return new Demand(NEEDED, 2, new TreeSet<>(deed.gains()), null, false);
    }

    private static State state(
            EvidenceState state, Deed.ClaimFiled deed, Rung reached, Chain chain, List<DisputeStanding> disputes) {
        if (!state.isKnown(deed.id())) {
            return state.why(deed.id()).standing().startsWith("retracted") ? State.FALLEN : State.REPLACED;
        }
        if (disputes.stream().anyMatch(d -> d.end() != null && d.end() != Resolution.End.DISMISSED)) {
            return State.LOST;
        }
        if (!chain.isComplete()) {
            return State.WAITING;
        }
        if (!reached.isAtLeast(NEEDED)) {
            return State.SHORT;
        }
        return disputes.stream().anyMatch(DisputeStanding::isOpen) ? State.DISPUTED : State.COUNTS;
    }

    /** Says whether its rows decide something; a dispute stops clocks, and its end says whether the claim still counts. */
    public boolean counts() {
        return state == State.COUNTS || state == State.DISPUTED;
    }

    /**
     * Says whether it has lost something it had: an item, a signature. It is no unconfirmed report then, and shows nothing beside the
     * facts until it counts again.
     */
    public boolean hasLost() {
        return lost || chain.signatures().stream().anyMatch(s -> !s.counts());
    }

    /** Says whether it stands at all, counted or not. */
    public boolean stands() {
        return switch (state) {
            case WAITING, SHORT, COUNTS, DISPUTED -> true;
            case LOST, REPLACED, FALLEN -> false;
        };
    }
}
