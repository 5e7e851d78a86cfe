package parley.evidence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.note.NoteKey;

/** Whether an event can follow what was folded so far. Says why not, in a sentence; null if it can. */
final class Admission {
    private static final int LEAST_ADMINISTRATORS = 3;

    private final Fold fold;
    private final long size;

    private Admission(Fold fold, long size) {
        this.fold = fold;
        this.size = size;
    }

    /** @param size entries before this one */
    static @Nullable String refusal(Fold fold, long size, Event event) {
        return new Admission(fold, size).refusal(event);
    }

    private @Nullable String refusal(Event event) {
        return switch (event) {
            case Event.Founded(List<Holder> administrators, Policy _) -> founded(administrators);
            case Event.HolderEnrolled(Holder holder, String by, String second) ->
                fold.roster.holder(holder.id()) != null
                        ? "A person called %s is enrolled already.".formatted(holder.id())
                        : gift(holder.id(), by, second);
            case Event.KeyEnrolled(String holder, String vkey, String by, String second) ->
                first(holder(holder), key(vkey), gift(holder, by, second));
            case Event.KeyEnded(String vkey, String by) ->
                fold.roster.isOpenKey(vkey, size) ? administrator(by) : "No such key is enrolled, or it has ended.";
            case Event.RoleGiven(String holder, Role role, String by, String second) ->
                fold.roster.holds(holder, role, size)
                        ? "%s is %s already.".formatted(holder, role.word())
                        : first(holder(holder), gift(holder, by, second));
            case Event.RoleEnded(String holder, Role role, String by) ->
                fold.roster.holds(holder, role, size)
                        ? administrator(by)
                        : "%s is not %s, so that cannot end.".formatted(holder, role.word());
            case Event.PolicySet(Policy _, String by, String second) -> gift("", by, second);
            case Event.Delegated(Delegation delegation) -> delegated(delegation);
            case Event.DelegationEnded(String id) ->
                fold.roster.isOpenDelegation(id, size) ? null : "No delegation called %s is open.".formatted(id);
            case Event.SourceAdded(Source source) -> taken(fold.sources, source.pseudonym(), "source");
            case Event.ItemAdded(Item item) ->
                first(
                        taken(fold.items, item.id(), "item"),
                        there(fold.sources, item.source(), "source"),
                        item.copyOf() == null ? null : there(fold.items, item.copyOf(), "item"));
            case Event.Handled handled -> there(fold.items, handled.item(), "item");
            case Event.ItemLinked(String item, String to) -> link(fold.items, fold.itemLinks, item, to, "item");
            case Event.SourceLinked(String source, String to) ->
                link(fold.sources, fold.sourceLinks, source, to, "source");
            case Event.SourceGraded graded -> there(fold.sources, graded.source(), "source");
            case Event.Recorded(Claim claim, String author) -> first(holder(author), recorded(claim));
            case Event.Superseded superseded -> first(holder(superseded.author()), superseded(superseded));
            case Event.Retracted retracted -> first(holder(retracted.by()), retracted(retracted.claim()));
            case Event.Assessed(Assessment assessment) -> first(holder(assessment.holder()), assessed(assessment));
            case Event.Supported(String claim, String item) ->
                first(there(fold.claims, claim, "claim"), there(fold.items, item, "item"), speaksFor(claim, item));
            case Event.ItemFell fell -> first(holder(fell.by()), there(fold.items, fell.item(), "item"));
            case Event.SourceFell fell -> first(holder(fell.by()), there(fold.sources, fell.source(), "source"));
            case Event.Contradicted(String claim, String item) ->
                first(there(fold.claims, claim, "claim"), there(fold.items, item, "item"));
            case Event.Answered(String claim, String item, String answer) ->
                first(there(fold.claims, claim, "claim"), answered(claim, item, answer));
            case Event.InterestWaived waived ->
                first(
                        holder(waived.author()),
                        there(fold.claims, waived.claim(), "claim"),
                        there(fold.items, waived.item(), "item"),
                        fold.authors.containsKey(waived.hash()) ? "This was recorded before." : null);
            case Event.Reviewed(Review review) ->
                first(
                        holder(review.holder()),
                        fold.reviewsById.containsKey(review.id())
                                ? "A review is called %s already.".formatted(review.id())
                                : null);
            case Event.Withdrawn(String review, String by) -> withdrawn(review, by);
            case Event.Disputed(Dispute dispute) -> disputed(dispute);
            case Event.Resolved(Resolution resolution, String author) ->
                first(
                        holder(author),
                        there(fold.disputes, resolution.dispute(), "dispute"),
                        fold.authors.containsKey(resolution.hash()) ? "This was recorded before." : null);
            case Event.SnapshotTaken(ListSnapshot snapshot) -> taken(fold.snapshots, snapshot.id(), "snapshot");
            case Event.VerdictIssued(IssuedVerdict verdict) ->
                fold.verdicts.containsKey(verdict.certificate())
                        ? "This certificate was issued before."
                        : verdict.claims().stream()
                                .map(claim -> there(fold.claims, claim, "claim"))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null);
            case Event.VerdictRevoked(Hash certificate, String _) -> certificate(certificate);
            case Event.ReactionTied tied ->
                first(taken(fold.reactions, tied.id(), "reaction"), certificate(tied.certificate()));
            case Event.ReactionInEffect(String id, var _) -> there(fold.reactions, id, "reaction");
        };
    }

    private @Nullable String founded(List<Holder> administrators) {
        if (size != 0 || !fold.roster.policies().isEmpty()) {
            return "The log was founded before; roles are given by its administrators.";
        }
        long persons = administrators.stream().map(Holder::id).distinct().count();
        return persons < LEAST_ADMINISTRATORS || persons != administrators.size()
                ? "A log is founded with %d administrators, each once: two give what the third receives."
                        .formatted(LEAST_ADMINISTRATORS)
                : null;
    }

    /** Two administrators give what neither of them receives. */
    private @Nullable String gift(String receiver, String by, String second) {
        if (by.equals(second) || by.equals(receiver) || second.equals(receiver)) {
            return "Two administrators give it, and neither is the one who receives it.";
        }
        return first(administrator(by), administrator(second));
    }

    private @Nullable String administrator(String id) {
        return fold.roster.holds(id, Role.ADMINISTRATOR, size) ? null : "%s is no administrator.".formatted(id);
    }

    private @Nullable String holder(String id) {
        return fold.roster.holder(id) != null ? null : "No person called %s is enrolled.".formatted(id);
    }

    private @Nullable String key(String vkey) {
        if (fold.roster.knowsKey(vkey)) {
            return "This key is enrolled already; a key belongs to one person.";
        }
        try {
            NoteKey.parse(vkey);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private @Nullable String delegated(Delegation delegation) {
        if (fold.roster.hasDelegation(delegation.id())) {
            return "A delegation is called %s already.".formatted(delegation.id());
        }
        String missing = first(holder(delegation.from()), holder(delegation.to()));
        return missing == null && !fold.roster.holds(delegation.from(), delegation.role(), size)
                ? "%s is not %s itself; what was lent cannot be lent on."
                        .formatted(delegation.from(), delegation.role().word())
                : missing;
    }

    private @Nullable String link(
            Map<String, ?> there, Map<String, SortedSet<String>> links, String from, String to, String what) {
        String missing = first(there(there, from, what), to.equals(Origins.UNKNOWN) ? null : there(there, to, what));
        if (missing != null) {
            return missing;
        }
        List<String> back = from.equals(to) ? List.of(from) : Origins.path(to, from, links);
        return back == null
                ? null
                : "%s cannot rest on %s, for that rests on it: %s.".formatted(from, to, String.join(" → ", back));
    }

    private @Nullable String recorded(Claim claim) {
        String missing = taken(fold.claims, claim.id(), "claim");
        for (String item : claim.items()) {
            missing = first(missing, there(fold.items, item, "item"));
        }
        for (String basis : claim.basis()) {
            missing = first(missing, there(fold.claims, basis, "claim"));
        }
        return missing;
    }

    private @Nullable String superseded(Event.Superseded event) {
        ClaimState old = fold.claims.get(event.old());
        Claim claim = event.claim();
        if (old == null) {
            return "No claim is called %s.".formatted(event.old());
        }
        String missing = recorded(claim);
        if (missing != null) {
            return missing;
        }
        if (old.retracted != null) {
            return "%s was retracted; record a new claim instead of one that takes its place.".formatted(event.old());
        }
        Claim was = old.claim;
        if (!claim.subject().equals(was.subject()) || claim.predicate() != was.predicate()) {
            return "%s says something of another subject or another thing; record it as a claim of its own."
                    .formatted(claim.id());
        }
        return switch (event.why()) {
            case CORRECTION -> null;
            case CHANGE ->
                claim.object().equals(was.object())
                                && claim.valid().from().equals(was.valid().from())
                                && claim.valid().to() != null
                        ? null
                        : "A change gives the old interval its end and nothing else; what was wrong from the start is"
                                + " a correction, and what is so now is a claim of its own.";
            case PRECISION ->
                claim.object().equals(was.object()) && claim.valid().isWithin(was.valid())
                        ? null
                        : "A more exact date lies within the one before; if it does not, that was wrong, and this is a"
                                + " correction.";
        };
    }

    private @Nullable String retracted(String claim) {
        ClaimState state = fold.claims.get(claim);
        if (state == null) {
            return "No claim is called %s.".formatted(claim);
        }
        return state.retracted == null ? null : "%s was retracted before.".formatted(claim);
    }

    private @Nullable String assessed(Assessment assessment) {
        ClaimState state = fold.claimsByHash.get(assessment.claim());
        if (state == null) {
            return "The assessment %s is about a claim that is not recorded.".formatted(assessment.id());
        }
        var foreign = new TreeSet<>(assessment.digits().keySet());
        foreign.removeAll(state.items());
        state.contrary.keySet().forEach(foreign::remove);
        return foreign.isEmpty()
                ? null
                : "The assessment %s grades %s, on which the claim does not rest."
                        .formatted(assessment.id(), String.join(", ", foreign));
    }

    private @Nullable String speaksFor(String claim, String item) {
        ClaimState state = fold.claims.get(claim);
        if (state == null) {
            return null;
        }
        if (state.items().contains(item)) {
            return "%s rests on %s already.".formatted(claim, item);
        }
        return state.contrary.containsKey(item) ? "%s speaks against %s.".formatted(item, claim) : null;
    }

    private @Nullable String answered(String claim, String item, String answer) {
        if (answer.isBlank()) {
            return "An answer needs words.";
        }
        return fold.claim(claim).contrary.containsKey(item)
                ? null
                : "%s does not speak against %s, so there is nothing to answer.".formatted(item, claim);
    }

    private @Nullable String withdrawn(String id, String by) {
        Review review = fold.reviewsById.get(id);
        if (review == null) {
            return "No review is called %s.".formatted(id);
        }
        return review.holder().equals(by) ? null : "A signature is taken back by who gave it, not by %s.".formatted(by);
    }

    private @Nullable String disputed(Dispute dispute) {
        String taken = taken(fold.disputes, dispute.id(), "dispute");
        if (taken != null) {
            return taken;
        }
        boolean there = fold.claimsByHash.containsKey(dispute.what())
                || fold.verdicts.containsKey(dispute.what())
                || fold.reviews.containsKey(dispute.what());
        if (!there) {
            return "What is disputed is neither a claim nor a verdict on record, and nobody signed it.";
        }
        return fold.disputesOf.getOrDefault(dispute.what(), List.of()).stream()
                        .anyMatch(other -> other.ground() == dispute.ground())
                ? "This was disputed on that ground before; there is one dispute for each ground."
                : null;
    }

    private @Nullable String certificate(Hash certificate) {
        return fold.verdicts.containsKey(certificate) ? null : "No certificate %s was issued.".formatted(certificate);
    }

    private static @Nullable String taken(Map<String, ?> map, String id, String what) {
        return map.containsKey(id) ? "A %s is called %s already.".formatted(what, id) : null;
    }

    private static @Nullable String there(Map<String, ?> map, String id, String what) {
        return map.containsKey(id) ? null : "No %s is called %s.".formatted(what, id);
    }

    private static @Nullable String first(@Nullable String... reasons) {
        for (String reason : reasons) {
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }
}
