package parley.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What became of a claim; filled by the fold alone. */
final class ClaimState {
    final Claim claim;
    final Hash hash;
    final long index;
    final String author;
    final List<ClaimState> successors = new ArrayList<>(0);

    /** Items that speak against it, each with its answer, or empty as long as there is none. */
    final SortedMap<String, String> contrary = new TreeMap<>();

    /** Items that came later and speak for it. */
    final SortedSet<String> supporting = new TreeSet<>();

    Event.@Nullable Retracted retracted;

    /** Some successor, directly or through others, is not retracted. Set at the end of the fold. */
    boolean covered;

    ClaimState(Claim claim, long index, String author) {
        this.claim = claim;
        this.hash = claim.hash();
        this.index = index;
        this.author = author;
    }

    /** Another of the same claim, for a log that has grown; {@code covered} and {@code fallen} are for its own end of the fold. */
    ClaimState(ClaimState before) {
        this.claim = before.claim;
        this.hash = before.hash;
        this.index = before.index;
        this.author = before.author;
        this.retracted = before.retracted;
        this.contrary.putAll(before.contrary);
        this.supporting.addAll(before.supporting);
    }

    /** It rests, directly or through others, on a claim that was retracted. Set at the end of the fold. */
    boolean fallen;

    /** Returns the items that were named when it was recorded and those that came later, sorted. */
    SortedSet<String> items() {
        var all = new TreeSet<>(claim.items());
        all.addAll(supporting);
        return all;
    }

    boolean isKnown() {
        return retracted == null && !covered;
    }
}
