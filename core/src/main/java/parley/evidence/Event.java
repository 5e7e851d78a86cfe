package parley.evidence;

import java.time.LocalDate;
import java.util.List;

/** What can happen to the evidence. Nothing is ever edited; each is one entry of the log. */
public sealed interface Event {

    // Who may do what

    /** The first entry: at least three administrators, of whom two give every role, and the first policy. */
    record Founded(List<Holder> administrators, Policy policy) implements Event {
        public Founded {
            administrators = List.copyOf(administrators);
        }
    }

    /** A person is known from now on. */
    record HolderEnrolled(Holder holder, String by, String second) implements Event {}

    /**
     * A person signs with this key from now on; several keys, devices and accounts are one person.
     *
     * @param vkey as {@link parley.note.NoteKey#vkey()} writes it
     */
    record KeyEnrolled(String holder, String vkey, String by, String second) implements Event {}

    /** The key signs no more from now on. */
    record KeyEnded(String vkey, String by) implements Event {}

    /** A role is given, by one administrator and a second; it has effect at once everywhere. */
    record RoleGiven(String holder, Role role, String by, String second) implements Event {}

    /** A role ends, at once everywhere. One administrator is enough to take away. */
    record RoleEnded(String holder, Role role, String by) implements Event {}

    /** Another policy is in force from now on; what was signed under the one before counts no more. */
    record PolicySet(Policy policy, String by, String second) implements Event {}

    record Delegated(Delegation delegation) implements Event {}

    record DelegationEnded(String delegation) implements Event {}

    // What there is

    record SourceAdded(Source source) implements Event {}

    record ItemAdded(Item item) implements Event {}

    /** Somebody handled an item. */
    record Handled(String item, Handling handling, String who, LocalDate on) implements Event {}

    /** An item rests on another item, or on {@code "?"}. */
    record ItemLinked(String item, String restsOn) implements Event {}

    /** A source usually draws on another; holds for items of which nothing else is recorded. */
    record SourceLinked(String source, String restsOn) implements Event {}

    /** The letter of a source from now on, with the reasons. */
    record SourceGraded(String source, Grade.Letter letter, String grader, LocalDate on, String reasons)
            implements Event {}

    // What is claimed

    record Recorded(Claim claim, String author) implements Event {}

    /**
     * A claim takes the place of another.
     *
     * @param old the claim that is superseded
     */
    record Superseded(String old, Claim claim, Why why, String author) implements Event {
        /** Why one claim takes the place of another. */
        public enum Why {
            /** It was wrong: replaced for the whole of valid time. */
            CORRECTION,
            /** The world changed: the old interval gets its end; what is so afterwards is a claim of its own. */
            CHANGE,
            /** The same, known more exactly. */
            PRECISION
        }
    }

    /** A claim is no longer held; what rests on it is looked at again. */
    record Retracted(String claim, Cause cause, String reason, String by) implements Event {
        /** A re-arrest is not among them: it is a new fact. */
        public enum Cause {
            FORGED,
            SOURCE_BURNT,
            SOURCE_WITHDRAWN,
            WRONG_PERSON,
            ERROR
        }
    }

    record Assessed(Assessment assessment) implements Event {}

    /** A further item speaks for a claim. The words that were signed do not change by it, so the signatures stay. */
    record Supported(String claim, String item) implements Event {}

    /** An item counts for nothing from now on, and with it all that rests on it. */
    record ItemFell(String item, Retracted.Cause cause, String reason, String by) implements Event {}

    /** What a source gave counts for nothing from now on, and with it all that rests on it. */
    record SourceFell(String source, Retracted.Cause cause, String reason, String by) implements Event {}

    /** An item speaks against a claim. */
    record Contradicted(String claim, String item) implements Event {}

    /** Why an item that speaks against a claim does not carry the day. */
    record Answered(String claim, String item, String answer) implements Event {}

    /**
     * An item speaks against the interest of the party that controls it. Has effect when its hash is reviewed.
     *
     * @param party whose tag the item loses, for this claim only
     */
    record InterestWaived(String id, String claim, String item, String party, String reason, String author)
            implements Event {
        /** Returns the hash that is reviewed. */
        public Hash hash() {
            return Hash.of(new Lines("parley-against-interest/v1")
                    .add("id", id)
                    .add("claim", claim)
                    .add("item", item)
                    .add("party", party)
                    .add("reason", reason)
                    .end());
        }
    }

    // Who looked twice

    record Reviewed(Review review) implements Event {}

    /** The signer takes the signature back. */
    record Withdrawn(String review, String by) implements Event {}

    // What is contested, listed, decided

    record Disputed(Dispute dispute) implements Event {}

    /** The end of a dispute. Has effect when its hash is reviewed. */
    record Resolved(Resolution resolution, String author) implements Event {}

    record SnapshotTaken(ListSnapshot snapshot) implements Event {}

    record VerdictIssued(IssuedVerdict verdict) implements Event {}

    /** A certificate is worth nothing from now on. */
    record VerdictRevoked(Hash certificate, String reason) implements Event {}

    /** A reaction of a partner rests on a verdict. */
    record ReactionTied(String id, Hash certificate, String partner, boolean snapsBack) implements Event {}

    record ReactionInEffect(String id, LocalDate on) implements Event {}

    /** What was done with a sealed item. */
    enum Handling {
        RECEIVED,
        VIEWED,
        COPIED,
        EXPORTED,
        RESEALED,
        DESTROYED
    }
}
