package parley.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was known at a point of knowing: the fold of the entries with a smaller index. It does not change, answers the
 * same for ever, and may be asked by several threads. Folding costs time and memory in proportion to the entries
 * (a million claims in seconds), so keep it as long as it is asked.
 */
public final class EvidenceState {
    private final KnownAt at;
    private final Fold fold;
    private final FourEyes fourEyes;
    private final Set<Set<String>> distinctPersons;
    private final Identities identities;

    private EvidenceState(KnownAt at, Fold fold, SignatureCheck check) {
        this.at = at;
        this.fold = fold;
        this.fourEyes = new FourEyes(fold, at, check);
        this.distinctPersons = distinctPersons();
        this.identities = Identities.of(this);
    }

    /** Folds, and verifies signatures as {@link SignatureCheck#NOTES}. */
    public static EvidenceState of(Collection<Entry> entries, KnownAt at) {
        return of(entries, at, SignatureCheck.NOTES);
    }

    /**
     * Folds.
     *
     * @param entries of one log, in any order; those at and beyond {@code at.size()} are left out
     * @throws IllegalArgumentException if an entry below that size is missing or there twice: the log is not whole
     */
    public static EvidenceState of(Collection<Entry> entries, KnownAt at, SignatureCheck check) {
        var fold = new Fold();
        long next = 0;
        for (Entry entry : sorted(entries, at.size())) {
            if (entry.index() != next) {
                throw new IllegalArgumentException(
                        "The log has no entry %d or has it twice; the next one is %d.".formatted(next, entry.index()));
            }
            fold.add(entry);
            next++;
        }
        if (next != at.size()) {
            throw new IllegalArgumentException("The log has %d entries, not %d.".formatted(next, at.size()));
        }
        fold.close();
        return new EvidenceState(at, fold, check);
    }

    /**
     * Returns what was known later, from this state and the entries since: the same as folding all of them, without checking and
     * hashing again what was known before.
     *
     * @param further the entries from this state's size up to {@code later.size()}, in order
     * @throws IllegalArgumentException if they are not those
     */
    public EvidenceState then(List<Entry> further, KnownAt later) {
        if (later.size() != at.size() + further.size()) {
            throw new IllegalArgumentException("From %d entries to %d there are %d, not %d."
                    .formatted(at.size(), later.size(), later.size() - at.size(), further.size()));
        }
        if (further.isEmpty()) {
            return new EvidenceState(later, fold, fourEyes.check());
        }
        var next = new Fold(fold);
        long index = at.size();
        for (Entry entry : further) {
            if (entry.index() != index) {
                throw new IllegalArgumentException("Entry %d was to follow, not %d.".formatted(index, entry.index()));
            }
            next.add(entry);
            index++;
        }
        next.close();
        return new EvidenceState(later, next, fourEyes.check());
    }

    private static List<Entry> sorted(Collection<Entry> entries, long size) {
        return entries.stream()
                .filter(entry -> entry.index() < size)
                .sorted(Comparator.comparingLong(Entry::index))
                .toList();
    }

    public KnownAt at() {
        return at;
    }

    /** Returns the entries that had no effect, with the reason. */
    public List<Refused> refused() {
        return List.copyOf(fold.refused);
    }

    /** Says in a sentence why {@code event} cannot be the next entry; null if it can. Ask before appending. */
    public @Nullable String refusal(Event event) {
        return Admission.refusal(fold, at.size(), event);
    }

    // Claims

    /** Returns the claims recorded, neither retracted nor superseded by one that is not, in the order of the log. */
    public List<Claim> known() {
        return fold.claims.values().stream()
                .filter(ClaimState::isKnown)
                .map(state -> state.claim)
                .toList();
    }

    public boolean isKnown(String claim) {
        ClaimState state = fold.claims.get(claim);
        return state != null && state.isKnown();
    }

    /** Returns the claim whatever became of it; null if none is called so. */
    public @Nullable Claim claim(String id) {
        ClaimState state = fold.claims.get(id);
        return state == null ? null : state.claim;
    }

    /** Returns what held on {@code day}. */
    public AsOf asOf(LocalDate day) {
        var sure = new ArrayList<Claim>();
        var possible = new ArrayList<Claim>();
        for (ClaimState state : fold.claims.values()) {
            if (state.isKnown() && state.claim.valid().possiblyHolds(day)) {
                (state.claim.valid().surelyHolds(day) ? sure : possible).add(state.claim);
            }
        }
        return new AsOf(sure, possible);
    }

    /** Returns the known claims of a predicate in the order of the log. */
    public List<Claim> known(Predicate predicate) {
        return states(predicate).map(state -> state.claim).toList();
    }

    /** Returns whether the subjects of the two are one person, by a {@code same-as} that four eyes have signed. */
    public boolean isSame(String one, String other) {
        return identities.proven(one).equals(identities.proven(other));
    }

    Identities identities() {
        return identities;
    }

    Stream<ClaimState> states(Predicate predicate) {
        return fold.byPredicate.getOrDefault(predicate, List.of()).stream().filter(ClaimState::isKnown);
    }

    // Independence and the ladder

    /**
     * Returns how many of the items of a claim are independent.
     *
     * @param interested parties that gain if the claim is believed
     */
    public Independence independence(Claim claim, Set<String> interested) {
        List<String> items = items(claim);
        return Independence.of(origins(items), items, interested, againstInterest(claim));
    }

    /** Returns the items that speak for a claim and have not fallen, sorted; also those that came later. */
    public List<String> items(Claim claim) {
        ClaimState state = fold.claims.get(claim.id());
        return state == null ? claim.items() : items(state);
    }

    List<String> items(ClaimState state) {
        return state.items().stream()
                .filter(item -> !fold.fallenItems.contains(item))
                .toList();
    }

    /** Returns whether something that spoke for a claim has fallen. */
    public boolean hasLostAnItem(Claim claim) {
        ClaimState state = fold.claims.get(claim.id());
        return state != null && state.items().stream().anyMatch(fold.fallenItems::contains);
    }

    /** Returns whether an item counts for nothing, by itself or with what it rests on. */
    public boolean hasFallen(String item) {
        return fold.fallenItems.contains(item);
    }

    /** Returns what the items rest on, with their sources: what {@link Independence} counts by. */
    public Origins origins(Collection<String> items) {
        return new OriginGraph(fold, distinctPersons).of(items);
    }

    /**
     * Returns the highest rung the material of the claim allows.
     *
     * @throws IllegalArgumentException if no claim is called so
     */
    public Ceiling ceiling(String claim, Demand demand) {
        return Ladder.ceiling(this, state(claim), demand);
    }

    /** Returns the rung reached: the ceiling, or lower where those whose signatures count put it lower. */
    public Rung reached(String claim, Demand demand) {
        ClaimState state = state(claim);
        Rung ceiling = Ladder.ceiling(this, state, demand).rung();
        return ceiling.isAtLeast(Rung.REASONABLE_GROUNDS) ? ceiling.min(Ladder.signedRung(this, state)) : ceiling;
    }

    /** Returns the letter of a source as known; F if nobody graded it. */
    public Grade.Letter letter(String source) {
        Event.SourceGraded graded = fold.letters.get(source);
        return graded == null ? Grade.Letter.F : graded.letter();
    }

    // Four eyes

    /** Returns all signatures over the hash of a thing and whether each counts now. */
    public Chain chain(Hash what, Policy.Purpose purpose) {
        return fourEyes.chain(what, purpose);
    }

    /** Returns the policy in force; null before the log was founded. */
    public @Nullable Policy policy() {
        Roster.PolicyFrom policy = fold.roster.policy(at.size());
        return policy == null ? null : policy.policy();
    }

    /**
     * An emergency policy that was put into force.
     *
     * @param due the last day on which it is to be reviewed
     * @param reviewed its hash was signed as the policy in force asks
     */
    public record Emergency(String policy, LocalDate since, LocalDate due, boolean reviewed) {}

    /** Returns the emergency policies in the order of the log: each is logged, and reviewed within 7 days. */
    public List<Emergency> emergencies() {
        return fold.roster.policies().stream()
                .filter(from -> from.policy().emergency())
                .map(from -> new Emergency(
                        from.policy().name(),
                        from.since(),
                        from.since().plusDays(Policy.EMERGENCY_REVIEW_DAYS),
                        chain(from.hash(), Policy.Purpose.POLICY).isComplete()))
                .toList();
    }

    /**
     * Says who signed the claim, in which role, under which policy, and whether each signature counts now.
     *
     * @throws IllegalArgumentException if no claim is called so
     */
    public Why why(String claim) {
        ClaimState state = state(claim);
        Chain chain = chain(state.hash, Policy.Purpose.CLAIM);
        Map<Hash, String> policies = new TreeMap<>();
        fold.roster
                .policies()
                .forEach(policy -> policies.put(policy.hash(), policy.policy().name()));
        List<Fold.SignedAt> signed = fold.reviews.getOrDefault(state.hash, List.of());
        var lines = new ArrayList<Why.Line>();
        for (int i = 0; i < signed.size(); i++) {
            SignatureStanding standing = chain.signatures().get(i);
            Review review = standing.review();
            lines.add(new Why.Line(
                    standing.index(),
                    signed.get(i).entry().at(),
                    review.holder(),
                    standing.body(),
                    review.role(),
                    review.onBehalfOf(),
                    policies.get(review.policy()),
                    standing.against().stream()
                            .map(SignatureStanding.Against::words)
                            .toList()));
        }
        return new Why(state.claim, standing(state), chain.isComplete(), chain.missing(false), lines);
    }

    private static String standing(ClaimState state) {
        Event.Retracted retracted = state.retracted;
        if (retracted != null) {
            return "retracted by %s: %s".formatted(retracted.by(), retracted.reason());
        }
        return state.covered
                ? "superseded by "
                        + state.successors.stream().map(next -> next.claim.id()).toList()
                : "known";
    }

    // Lists, disputes, verdicts

    /** Returns the snapshots in the order of the log. */
    public List<ListSnapshot> snapshots() {
        return List.copyOf(fold.snapshots.values());
    }

    /** Returns the disputes in the order of the log, with where each stands. */
    public List<DisputeStanding> disputes() {
        return fold.disputes.values().stream()
                .map(dispute -> DisputeStanding.of(this, dispute))
                .toList();
    }

    List<DisputeStanding> openDisputes(Hash what) {
        return fold.disputesOf.getOrDefault(what, List.of()).stream()
                .map(dispute -> DisputeStanding.of(this, dispute))
                .filter(DisputeStanding::isOpen)
                .toList();
    }

    /** Returns the certificates that were given out, in the order of the log. */
    public List<IssuedVerdict> verdicts() {
        return List.copyOf(fold.verdicts.values());
    }

    /** Returns the certificates that are worth nothing any more, with the reason. */
    public Map<Hash, String> revocations() {
        return Collections.unmodifiableMap(fold.revoked);
    }

    /** Returns who handled an item, in the order of the log. */
    public List<Event.Handled> custody(String item) {
        return List.copyOf(fold.custody.getOrDefault(item, List.of()));
    }

    // For the other rules of this package

    Fold fold() {
        return fold;
    }

    ClaimState state(String claim) {
        ClaimState state = fold.claims.get(claim);
        if (state == null) {
            throw new IllegalArgumentException("No claim is called %s.".formatted(claim));
        }
        return state;
    }

    Item item(String id) {
        Item item = fold.items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("No item is called %s.".formatted(id));
        }
        return item;
    }

    Source source(Item item) {
        Source source = fold.sources.get(item.source());
        if (source == null) {
            throw new IllegalStateException("The item %s was admitted without its source.".formatted(item.id()));
        }
        return source;
    }

    /** Pairs of anonymous sources of whom four eyes have recorded why they are two. */
    private Set<Set<String>> distinctPersons() {
        var pairs = new HashSet<Set<String>>();
        states(Predicate.NOT_SAME_AS)
                .filter(state -> chain(state.hash, Policy.Purpose.CLAIM).isComplete())
                .forEach(state -> pairs.add(Set.of(state.claim.subject(), state.claim.object())));
        return pairs;
    }

    private Map<String, Set<String>> againstInterest(Claim claim) {
        var against = new TreeMap<String, Set<String>>();
        for (Event.InterestWaived waived : fold.waivers.getOrDefault(claim.id(), List.of())) {
            if (chain(waived.hash(), Policy.Purpose.CLAIM).isComplete()) {
                against.computeIfAbsent(waived.item(), _ -> new TreeSet<>()).add(waived.party());
            }
        }
        return against;
    }
}
