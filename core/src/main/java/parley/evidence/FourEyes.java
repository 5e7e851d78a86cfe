package parley.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.evidence.SignatureStanding.Against;
import parley.note.NoteKey;

/**
 * Which signatures over a thing count at a point of knowing.
 *
 * <p>A person has one seat in a chain, taken with the first signature that was in order when it was made: a role, held
 * or lent. Whoever lends a role takes the seat together with who borrows it. So neither a withdrawal nor the loss of a
 * role lets anybody come back in another part, and taking a signature away never makes a chain complete.
 */
final class FourEyes {
    private final Fold fold;
    private final KnownAt at;
    private final SignatureCheck check;
    private final Map<String, Boolean> checked = new ConcurrentHashMap<>();

    FourEyes(Fold fold, KnownAt at, SignatureCheck check) {
        this.fold = fold;
        this.at = at;
        this.check = check;
    }

    SignatureCheck check() {
        return check;
    }

    private record Seat(Role role, String holder, @Nullable String onBehalfOf) {
        static Seat of(Review review) {
            return new Seat(review.role(), review.holder(), review.onBehalfOf());
        }

        Set<String> persons() {
            return onBehalfOf == null ? Set.of(holder) : Set.of(holder, onBehalfOf);
        }
    }

    Chain chain(Hash what, Policy.Purpose purpose) {
        List<Fold.SignedAt> signed = fold.reviews.getOrDefault(what, List.of());
        Roster.PolicyFrom policy = fold.roster.policy(at.size());
        SortedMap<Role, Integer> needed = policy == null
                ? Collections.emptySortedMap()
                : policy.policy().quorums().getOrDefault(purpose, Collections.emptySortedMap());
        String author = author(what);
        var seats = new HashMap<String, Seat>();
        if (author != null) {
            seats.put(author, new Seat(Role.AUTHOR, author, null));
        }
        var taken = new HashSet<Seat>();
        var standings = new ArrayList<SignatureStanding>();
        for (Fold.SignedAt one : signed) {
            Review review = one.review();
            List<Against> against = whenSigned(one);
            Seat seat = Seat.of(review);
            if (against.isEmpty()) {
                seat.persons().forEach(person -> seats.putIfAbsent(person, seat));
            }
            against.addAll(now(review, policy, author));
            if (!seat.persons().stream().allMatch(person -> seat.equals(seats.getOrDefault(person, seat)))
                    || (against.isEmpty() && !taken.add(seat))) {
                against.add(Against.PERSON_USED_BEFORE);
            }
            Holder holder = fold.roster.holder(review.holder());
            standings.add(new SignatureStanding(review, one.index(), holder == null ? "" : holder.body(), against));
        }
        return new Chain(what, standings, needed);
    }

    private @Nullable String author(Hash what) {
        ClaimState claim = fold.claimsByHash.get(what);
        return claim != null ? claim.author : fold.authors.get(what);
    }

    /** What was wrong from the start; it never changes. */
    private List<Against> whenSigned(Fold.SignedAt one) {
        var against = new ArrayList<Against>();
        Review review = one.review();
        if (!verifies(one)) {
            against.add(Against.BAD_SIGNATURE);
        }
        if (!holds(review, new KnownAt(one.index(), one.entry().at()))) {
            against.add(Against.ROLE_NOT_HELD_WHEN_SIGNED);
        }
        Roster.PolicyFrom then = fold.roster.policy(one.index());
        if (then == null || !then.hash().equals(review.policy())) {
            against.add(Against.OTHER_POLICY_WHEN_SIGNED);
        }
        return against;
    }

    private List<Against> now(Review review, Roster.@Nullable PolicyFrom policy, @Nullable String author) {
        var against = new ArrayList<Against>();
        if (!holds(review, at)) {
            against.add(Against.ROLE_NOT_HELD_NOW);
        }
        if (policy == null || !policy.hash().equals(review.policy())) {
            against.add(Against.POLICY_REPLACED);
        }
        if (fold.withdrawn.contains(review.id())) {
            against.add(Against.WITHDRAWN);
        }
        if (review.role() == Role.AUTHOR
                && author != null
                && (!author.equals(review.holder()) || review.onBehalfOf() != null)) {
            against.add(Against.NOT_THE_AUTHOR);
        }
        ClaimState claim = fold.claimsByHash.get(review.what());
        if (claim != null && claim.covered) {
            against.add(Against.SUPERSEDED);
        }
        if ((claim != null && claim.retracted != null) || fold.revoked.containsKey(review.what())) {
            against.add(Against.RETRACTED);
        }
        return against;
    }

    private boolean holds(Review review, KnownAt when) {
        String lender = review.onBehalfOf();
        return lender == null
                ? fold.roster.holds(review.holder(), review.role(), when.size())
                : fold.roster.lends(lender, review.holder(), review.role(), when.size(), when.day());
    }

    private boolean verifies(Fold.SignedAt one) {
        Review review = one.review();
        NoteKey key = fold.roster.key(review.holder(), review.vkey(), one.index());
        return key != null && checked.computeIfAbsent(review.id(), _ -> check.verifies(review, key));
    }
}
