package parley.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ladder of rungs, climbed for one claim.
 *
 * <p>A judgement against a claim has weight whether it was signed or not; a judgement in its favour only by a signature
 * that counts. So taking a signature away never lifts a ceiling.
 */
final class Ladder {
    private static final Grade C3 = Grade.of("C3");
    private static final Grade B2 = Grade.of("B2");
    private static final int REVIEWERS = 2;

    private final EvidenceState state;
    private final Fold fold;
    private final ClaimState claim;
    private final Demand demand;
    private final List<Item> items;
    private final Collection<Assessment> all;
    private final List<Assessment> signed;
    private final Map<String, Grade.Digit> digits;
    private final Independence independence;

    private Ladder(EvidenceState state, ClaimState claim, Demand demand) {
        this.state = state;
        this.fold = state.fold();
        this.claim = claim;
        this.demand = demand;
        this.items = state.items(claim).stream().map(state::item).toList();
        this.all = fold.assessmentsOf.getOrDefault(claim.hash, new TreeMap<>()).values();
        this.signed = signed();
        this.digits = digits();
        this.independence = state.independence(claim.claim, demand.interested());
    }

    static Ceiling ceiling(EvidenceState state, ClaimState claim, Demand demand) {
        return new Ladder(state, claim, demand).climb();
    }

    private Ceiling climb() {
        if (claim.fallen) {
            Rung rung = items.isEmpty() ? Rung.NOTHING : Rung.LEAD;
            return new Ceiling(rung, independence, List.of("a basis that was not retracted"));
        }
        Rung reached = Rung.NOTHING;
        for (Rung next : Rung.values()) {
            List<String> missing = missing(next);
            if (!missing.isEmpty()) {
                return new Ceiling(reached, independence, missing);
            }
            reached = next;
        }
        return new Ceiling(reached, independence, List.of());
    }

    /** Returns what a rung asks for beyond the one below it, and is not there. */
    private List<String> missing(Rung rung) {
        return switch (rung) {
            case NOTHING -> List.of();
            case LEAD -> items.isEmpty() ? List.of("an item") : List.of();
            case CREDIBLE_ALLEGATION -> credible();
            case REASONABLE_GROUNDS -> grounds();
            case BALANCE_OF_PROBABILITIES -> balance();
            case CLEAR_AND_CONVINCING -> convincing();
        };
    }

    private List<String> credible() {
        var missing = new ArrayList<String>();
        if (items.stream().noneMatch(this::isCredible)) {
            missing.add("an item graded A to D, or anonymous with checkable detail, with information 1 to 4");
        }
        if (all.stream().anyMatch(Assessment::contradiction)) {
            missing.add("material that does not contradict itself");
        }
        return missing;
    }

    private boolean isCredible(Item item) {
        Grade grade = grade(item);
        boolean known = Grade.Letter.D.compareTo(grade.letter()) >= 0;
        boolean checkable = state.source(item).anonymous() && item.has(Item.Mark.CHECKABLE_DETAIL);
        return (known || checkable) && grade.digit().isAtLeast(Grade.Digit.FOUR);
    }

    private List<String> grounds() {
        var missing = new ArrayList<String>();
        if (independence.lower().number() < REVIEWERS) {
            missing.add("a second independent item");
        }
        if (items.stream().noneMatch(item -> grade(item).isAtLeast(C3))) {
            missing.add("an item graded C3 or better");
        }
        claim.contrary.forEach((id, answer) -> {
            if (answer.isEmpty() && !fold.fallenItems.contains(id) && isAsGoodAsOurs(state.item(id))) {
                missing.add("a written answer to " + id);
            }
        });
        return missing;
    }

    private boolean isAsGoodAsOurs(Item contrary) {
        Grade grade = grade(contrary);
        return items.stream().anyMatch(item -> grade.isAtLeast(grade(item)));
    }

    private List<String> balance() {
        var missing = new ArrayList<String>();
        if (signed.stream().allMatch(assessment -> assessment.alternatives().isEmpty())) {
            missing.add("alternatives considered");
        }
        if (!agree(Likelihood.LIKELY)) {
            missing.add("both reviewers at \"likely\" or higher");
        }
        return missing;
    }

    private List<String> convincing() {
        var missing = new ArrayList<String>();
        if (independence.lower().number() < demand.independence()) {
            missing.add("%d independent items".formatted(demand.independence()));
        }
        if (items.stream()
                .noneMatch(
                        item -> !state.source(item).isOfState() && grade(item).isAtLeast(B2))) {
            missing.add("an item that is not of a state, graded B2 or better");
        }
        if (items.stream().noneMatch(Item::isDocumentOrFirstHand)) {
            missing.add("a document or an observation at first hand");
        }
        if (!agree(Likelihood.VERY_LIKELY)
                || !all.stream().allMatch(assessment -> assessment.confidence() == ConfidenceLevel.HIGH)) {
            missing.add("both reviewers at \"very likely\" or higher with high confidence");
        }
        if (!state.openDisputes(claim.hash).isEmpty()) {
            missing.add("the end of a dispute");
        }
        if (demand.list() != null && !isListed(demand.list())) {
            missing.add("the list the clause names");
        }
        return missing;
    }

    private boolean isListed(Hash list) {
        ListSnapshot snapshot = fold.snapshot(list);
        return snapshot != null && snapshot.rows().containsKey(claim.claim.subject());
    }

    /** Two persons whose signatures count say so, and nobody says less. */
    private boolean agree(Likelihood least) {
        return signed.size() >= REVIEWERS
                && all.stream().allMatch(assessment -> assessment.likelihood().isAtLeast(least));
    }

    /** The assessments that a signature of their holder names, if it counts. */
    private List<Assessment> signed() {
        Set<Hash> named = new HashSet<>();
        for (SignatureStanding standing :
                state.chain(claim.hash, Policy.Purpose.CLAIM).counting()) {
            Hash hash = standing.review().assessment();
            if (hash != null) {
                named.add(hash);
            }
        }
        return all.stream()
                .filter(assessment -> named.contains(assessment.hash()))
                .toList();
    }

    /** Of each item the least favourable digit given; 6 says nothing beside another. */
    private Map<String, Grade.Digit> digits() {
        var worst = new TreeMap<String, Grade.Digit>();
        for (Assessment assessment : all) {
            assessment.digits().forEach((item, digit) -> worst.merge(item, digit, Ladder::worse));
        }
        return worst;
    }

    private static Grade.Digit worse(Grade.Digit one, Grade.Digit other) {
        if (one == Grade.Digit.SIX || other == Grade.Digit.SIX) {
            return one == Grade.Digit.SIX ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Grade grade(Item item) {
        return new Grade(state.letter(item.source()), digits.getOrDefault(item.id(), Grade.Digit.SIX));
    }

    /** Returns the lowest rung at which a signature that counts put the claim; NOTHING if nobody did. */
    static Rung signedRung(EvidenceState state, ClaimState claim) {
        var ladder = new Ladder(state, claim, Demand.of(Use.WATCH_ALARM, List.of()));
        return ladder.signed.isEmpty()
                ? Rung.NOTHING
                : ladder.all.stream().map(Assessment::rung).reduce(Rung.CLEAR_AND_CONVINCING, Rung::min);
    }
}
