package parley.evidence;

import java.time.LocalDate;
import java.util.List;

/**
 * A challenge of a claim or verdict on a named ground; there is one for each ground and thing.
 *
 * @param what hash of the claim or certificate, or of what somebody signed, such as a finding
 * @param by who disputes
 * @param raised the day its clock starts
 */
public record Dispute(String id, Hash what, Ground ground, String by, LocalDate raised, DisputeClock clock) {
    public Dispute {
        Lines.id("id of the dispute", id);
        Lines.word("party of the dispute " + id, by);
    }

    /** What is wrong according to who disputes. */
    public enum Ground {
        WRONG_FACT,
        WRONG_PERSON,
        NOT_INDEPENDENT,
        NOT_ON_LIST,
        CRITERIA,
        PROCEDURE
    }

    /**
     * How long each level has, and what happens at the end without agreement.
     *
     * @param levelDays days of the parties, of the principals, and of further levels; at least one
     */
    public record DisputeClock(List<Integer> levelDays, IfUndecided ifUndecided) {
        /** 15 days between the parties, once 15 more at the principals' level. */
        public static final DisputeClock USUAL = new DisputeClock(List.of(15, 15), IfUndecided.GOES_AHEAD);

        public DisputeClock {
            levelDays = List.copyOf(levelDays);
            if (levelDays.isEmpty() || levelDays.stream().anyMatch(days -> days < 1)) {
                throw new IllegalArgumentException(
                        "Each level of a dispute has at least one day; there is at least one level.");
            }
        }

        int allDays() {
            return levelDays.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** What happens to what was frozen when the clock has run out. */
    public enum IfUndecided {
        /** It goes ahead, and the dispute stays on record. */
        GOES_AHEAD,
        STAYS_FROZEN
    }
}
