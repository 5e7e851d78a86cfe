package parley.evidence;

import java.util.List;

/**
 * A signature and whether it counts at the moment of use.
 *
 * @param index of the entry that brought it
 * @param body to which the signer belongs
 * @param against why it does not count; empty if it does
 */
public record SignatureStanding(Review review, long index, String body, List<Against> against) {
    public SignatureStanding {
        against = List.copyOf(against);
    }

    /** A reason why a signature does not count. */
    public enum Against {
        BAD_SIGNATURE("the signature does not verify under a key of the signer"),
        ROLE_NOT_HELD_WHEN_SIGNED("the role was not held when it was signed"),
        ROLE_NOT_HELD_NOW("the role is not held any more"),
        OTHER_POLICY_WHEN_SIGNED("another policy was in force when it was signed"),
        POLICY_REPLACED("the policy it was signed under is no longer in force"),
        WITHDRAWN("the signer took it back"),
        NOT_THE_AUTHOR("somebody else is the author"),
        PERSON_USED_BEFORE("the person, or who lent the role, stands in this chain before"),
        SUPERSEDED("the thing signed was superseded"),
        RETRACTED("the thing signed was retracted");

        private final String words;

        Against(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean counts() {
        return against.isEmpty();
    }
}
