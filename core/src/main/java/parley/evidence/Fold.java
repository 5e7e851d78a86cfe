package parley.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The maps that the entries fill, one after the other. Nothing reads the clock; nobody writes after {@link #close}: a log that has
 * grown goes on in a copy. What the maps hold in lists is replaced and never changed, so copies share it; the states of claims
 * are copied, because a later entry can change any of them.
 */
final class Fold {
    final Roster roster;
    final Map<String, Source> sources = new HashMap<>();
    final Map<String, Item> items = new HashMap<>();
    final Map<String, SortedSet<String>> itemLinks = new HashMap<>();
    final Map<String, SortedSet<String>> sourceLinks = new HashMap<>();
    final Map<String, Event.SourceGraded> letters = new HashMap<>();
    final Map<String, List<Event.Handled>> custody = new HashMap<>();

    /** Items that count for nothing, with all that rests on them; made by {@link #close}. */
    final Set<String> fallenItems = new HashSet<>();

    /** Items that an entry let fall. */
    private final Set<String> fallenByEntry = new HashSet<>();

    private final Set<String> fallenSources = new HashSet<>();

    /** In the order of the log. */
    final Map<String, ClaimState> claims = new LinkedHashMap<>();

    final Map<Hash, ClaimState> claimsByHash = new HashMap<>();
    final Map<Predicate, List<ClaimState>> byPredicate = new EnumMap<>(Predicate.class);

    /** Of each claim the last word of each holder. */
    final Map<Hash, SortedMap<String, Assessment>> assessmentsOf = new HashMap<>();

    final Map<String, List<Event.InterestWaived>> waivers = new HashMap<>();

    /** Authors of the things that are signed and are no claims. */
    final Map<Hash, String> authors = new HashMap<>();

    final Map<Hash, List<SignedAt>> reviews = new HashMap<>();
    final Map<String, Review> reviewsById = new HashMap<>();
    final Set<String> withdrawn = new HashSet<>();

    final Map<String, Dispute> disputes = new LinkedHashMap<>();
    final Map<Hash, List<Dispute>> disputesOf = new HashMap<>();
    final Map<String, List<Resolution>> resolutions = new HashMap<>();
    final Map<String, ListSnapshot> snapshots = new LinkedHashMap<>();
    final Map<Hash, IssuedVerdict> verdicts = new LinkedHashMap<>();
    final Map<Hash, String> revoked = new LinkedHashMap<>();
    final Map<String, Event.ReactionTied> reactions = new LinkedHashMap<>();
    final Map<String, Event.ReactionInEffect> inEffect = new HashMap<>();
    final List<Refused> refused = new ArrayList<>();

    Fold() {
        this.roster = new Roster();
    }

    /** Goes on from a fold that stays as it is. Cost: a reference for each thing in it, no hashing and no checks. */
    Fold(Fold before) {
        roster = new Roster(before.roster);
        sources.putAll(before.sources);
        items.putAll(before.items);
        itemLinks.putAll(before.itemLinks);
        sourceLinks.putAll(before.sourceLinks);
        letters.putAll(before.letters);
        custody.putAll(before.custody);
        fallenByEntry.addAll(before.fallenByEntry);
        fallenSources.addAll(before.fallenSources);
        for (ClaimState state : before.claims.values()) {
            keep(new ClaimState(state));
        }
        for (ClaimState state : before.claims.values()) {
            if (!state.successors.isEmpty()) {
                ClaimState copy = claim(state.claim.id());
                state.successors.forEach(next -> copy.successors.add(claim(next.claim.id())));
            }
        }
        assessmentsOf.putAll(before.assessmentsOf);
        waivers.putAll(before.waivers);
        authors.putAll(before.authors);
        reviews.putAll(before.reviews);
        reviewsById.putAll(before.reviewsById);
        withdrawn.addAll(before.withdrawn);
        disputes.putAll(before.disputes);
        disputesOf.putAll(before.disputesOf);
        resolutions.putAll(before.resolutions);
        snapshots.putAll(before.snapshots);
        verdicts.putAll(before.verdicts);
        revoked.putAll(before.revoked);
        reactions.putAll(before.reactions);
        inEffect.putAll(before.inEffect);
        refused.addAll(before.refused);
    }

    /** A review with its place in the log and the time of that entry. */
    record SignedAt(Review review, Entry entry) {
        long index() {
            return entry.index();
        }
    }

    void add(Entry entry) {
        String reason = Admission.refusal(this, entry.index(), entry.event());
        if (reason == null) {
            apply(entry);
        } else {
            refused.add(new Refused(entry.index(), reason));
        }
    }

    /** Marks what is superseded, and what lost its ground: one walk against the log, one along it. */
    void close() {
        for (ClaimState state : new ArrayList<>(claims.values()).reversed()) {
            state.covered = state.successors.stream().anyMatch(next -> next.covered || next.retracted == null);
        }
        fallenItems.addAll(fallenByEntry);
        if (!fallenItems.isEmpty() || !fallenSources.isEmpty()) {
            Set<String> stands = new HashSet<>();
            items.keySet().forEach(item -> falls(item, stands));
        }
        for (ClaimState state : claims.values()) {
            state.fallen = state.claim.basis().stream().map(this::claim).anyMatch(b -> b.fallen || b.retracted != null);
        }
    }

    /** An item falls by itself, with its source, or with something it rests on; there is no circle, so this ends. */
    private boolean falls(String item, Set<String> stands) {
        if (stands.contains(item)) {
            return false;
        }
        Item found = items.get(item);
        boolean links = itemLinks.containsKey(item);
        boolean falls = fallenItems.contains(item) || (found != null && sourceFalls(found.source(), !links));
        for (String to : itemLinks.getOrDefault(item, Collections.emptySortedSet())) {
            falls = falls || (items.containsKey(to) && falls(to, stands));
        }
        (falls ? fallenItems : stands).add(item);
        return falls;
    }

    /** @param usually whether what the source usually draws on counts too, because nothing else is recorded */
    private boolean sourceFalls(String source, boolean usually) {
        return fallenSources.contains(source)
                || (usually
                        && sourceLinks.getOrDefault(source, Collections.emptySortedSet()).stream()
                                .anyMatch(to -> sourceFalls(to, true)));
    }

    private void apply(Entry entry) {
        long index = entry.index();
        switch (entry.event()) {
            case Event.Founded(List<Holder> administrators, Policy policy) -> {
                for (Holder administrator : administrators) {
                    roster.enrol(administrator);
                    roster.give(index, administrator.id(), Role.ADMINISTRATOR);
                }
                roster.set(entry, policy);
            }
            case Event.HolderEnrolled e -> roster.enrol(e.holder());
            case Event.KeyEnrolled e -> roster.addKey(index, e.holder(), e.vkey());
            case Event.KeyEnded e -> roster.endKey(index, e.vkey());
            case Event.RoleGiven e -> roster.give(index, e.holder(), e.role());
            case Event.RoleEnded e -> roster.end(index, e.holder(), e.role());
            case Event.PolicySet e -> roster.set(entry, e.policy());
            case Event.Delegated(Delegation delegation) -> roster.lend(index, delegation);
            case Event.DelegationEnded(String id) -> roster.endLoan(index, id);
            case Event.SourceAdded(Source source) -> sources.put(source.pseudonym(), source);
            case Event.ItemAdded(Item item) -> add(item);
            case Event.Handled e -> append(custody, e.item(), e);
            case Event.ItemLinked(String item, String to) -> link(itemLinks, item, to);
            case Event.SourceLinked(String source, String to) -> link(sourceLinks, source, to);
            case Event.SourceGraded e -> letters.put(e.source(), e);
            case Event.Recorded(Claim claim, String author) -> add(claim, index, author);
            case Event.Superseded(String old, Claim claim, Event.Superseded.Why _, String author) ->
                claim(old).successors.add(add(claim, index, author));
            case Event.Retracted e -> claim(e.claim()).retracted = e;
            case Event.Assessed(Assessment assessment) -> {
                var words = new TreeMap<>(assessmentsOf.getOrDefault(assessment.claim(), Collections.emptySortedMap()));
                words.put(assessment.holder(), assessment);
                assessmentsOf.put(assessment.claim(), words);
            }
            case Event.Supported(String claim, String item) ->
                claim(claim).supporting.add(item);
            case Event.ItemFell e -> fallenByEntry.add(e.item());
            case Event.SourceFell e -> fallenSources.add(e.source());
            case Event.Contradicted(String claim, String item) ->
                claim(claim).contrary.putIfAbsent(item, "");
            case Event.Answered(String claim, String item, String answer) ->
                claim(claim).contrary.put(item, answer);
            case Event.InterestWaived e -> {
                append(waivers, e.claim(), e);
                authors.put(e.hash(), e.author());
            }
            case Event.Reviewed(Review review) -> {
                reviewsById.put(review.id(), review);
                append(reviews, review.what(), new SignedAt(review, entry));
            }
            case Event.Withdrawn(String review, String _) -> withdrawn.add(review);
            case Event.Disputed(Dispute dispute) -> {
                disputes.put(dispute.id(), dispute);
                append(disputesOf, dispute.what(), dispute);
            }
            case Event.Resolved(Resolution resolution, String author) -> {
                append(resolutions, resolution.dispute(), resolution);
                authors.put(resolution.hash(), author);
            }
            case Event.SnapshotTaken(ListSnapshot snapshot) -> snapshots.put(snapshot.id(), snapshot);
            case Event.VerdictIssued(IssuedVerdict verdict) -> verdicts.put(verdict.certificate(), verdict);
            case Event.VerdictRevoked(Hash certificate, String reason) -> revoked.putIfAbsent(certificate, reason);
            case Event.ReactionTied e -> reactions.put(e.id(), e);
            case Event.ReactionInEffect e -> inEffect.put(e.id(), e);
        }
    }

    private void add(Item item) {
        items.put(item.id(), item);
        if (item.copyOf() != null) {
            link(itemLinks, item.id(), item.copyOf());
        }
        if (item.has(Item.Mark.ORIGIN_UNKNOWN)) {
            link(itemLinks, item.id(), Origins.UNKNOWN);
        }
    }

    private ClaimState add(Claim claim, long index, String author) {
        return keep(new ClaimState(claim, index, author));
    }

    private ClaimState keep(ClaimState state) {
        claims.put(state.claim.id(), state);
        claimsByHash.put(state.hash, state);
        byPredicate
                .computeIfAbsent(state.claim.predicate(), _ -> new ArrayList<>())
                .add(state);
        return state;
    }

    /** @throws IllegalStateException if the entry was admitted without it */
    ClaimState claim(String id) {
        ClaimState state = claims.get(id);
        if (state == null) {
            throw new IllegalStateException("No claim is called " + id + ", though an entry about it was admitted.");
        }
        return state;
    }

    @Nullable
    ListSnapshot snapshot(Hash hash) {
        return snapshots.values().stream()
                .filter(snapshot -> snapshot.hash().equals(hash))
                .findFirst()
                .orElse(null);
    }

    private static void link(Map<String, SortedSet<String>> links, String from, String to) {
        var all = new TreeSet<>(links.getOrDefault(from, Collections.emptySortedSet()));
        all.add(to);
        links.put(from, all);
    }

    private static <K, V> void append(Map<K, List<V>> map, K key, V value) {
        List<V> before = map.get(key);
        if (before == null) {
            map.put(key, List.of(value));
            return;
        }
        var all = new ArrayList<V>(before.size() + 1);
        all.addAll(before);
        all.add(value);
        map.put(key, Collections.unmodifiableList(all));
    }
}
