package parley.evidence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.facts.Truth;

/**
 * What is known of one person after an announced release; each fact in three values. An announcement by the interested
 * party confirms nothing: {@code out} stays unknown.
 *
 * @param person pseudonym
 * @param out left the place of custody, as somebody else than the announcing party confirms
 * @param moved is in another prison, hospital or ward
 * @param heldAgain is held again
 * @param died died in custody
 * @param acrossBorder is outside the country
 * @param foreign is a citizen of another state
 * @param handedOver was handed to the state of that citizenship
 * @param exchanged was part of a swap
 * @param documents has papers
 * @param choice staying or leaving was the own choice; see {@link #choice}
 * @param restricted is under supervision, house arrest, a duty to report, or a ban on leaving
 */
public record PersonFacts(
        String person,
        Truth out,
        Truth moved,
        Truth heldAgain,
        Truth died,
        Truth acrossBorder,
        Truth foreign,
        Truth handedOver,
        Truth exchanged,
        Truth documents,
        Truth choice,
        Truth restricted) {
    /** A statement about one's own choice has weight from this day on after the release. */
    public static final int CHOICE_DAYS = 7;

    /** Held again within so many months of the release is rearrested. */
    public static final int REARREST_MONTHS = 12;

    private static final int FACTS = 11;

    /** Returns the facts of a person announced as released, of whom nothing else is known. */
    public static PersonFacts announced(String person) {
        Truth open = Truth.UNKNOWN;
        return new PersonFacts(
                person, open, open, Truth.FALSE, Truth.FALSE, open, open, open, Truth.FALSE, open, open, open);
    }

    /**
     * Returns the weight of a statement about one's own choice: none if it was made in custody, at the border, with a
     * guard present, or too early.
     *
     * @param said the day of the statement; null if there is none
     */
    public static Truth choice(
            LocalDate released, @Nullable LocalDate said, boolean outsideControl, boolean ownChoice) {
        boolean counts = said != null && outsideControl && !said.isBefore(released.plusDays(CHOICE_DAYS));
        return counts ? Truth.of(ownChoice) : Truth.UNKNOWN;
    }

    /** Returns whether a person held again counts as rearrested. */
    public static boolean isRearrest(LocalDate released, LocalDate heldAgain) {
        return !heldAgain.isBefore(released) && !heldAgain.isAfter(released.plusMonths(REARREST_MONTHS));
    }

    /** Returns every outcome that some reading of what is unknown leads to; never empty. */
    public Set<Outcome> outcomes() {
        List<Truth> facts = List.of(
                out,
                moved,
                heldAgain,
                died,
                acrossBorder,
                foreign,
                handedOver,
                exchanged,
                documents,
                choice,
                restricted);
        var outcomes = EnumSet.noneOf(Outcome.class);
        boolean[] reading = new boolean[FACTS];
        read(facts, 0, reading, outcomes);
        return Collections.unmodifiableSet(outcomes);
    }

    private static void read(List<Truth> facts, int next, boolean[] reading, Set<Outcome> outcomes) {
        if (next == facts.size()) {
            outcomes.add(decide(reading));
            return;
        }
        if (facts.get(next) != Truth.FALSE) {
            reading[next] = true;
            read(facts, next + 1, reading, outcomes);
        }
        if (facts.get(next) != Truth.TRUE) {
            reading[next] = false;
            read(facts, next + 1, reading, outcomes);
        }
    }

    /** @param is [11] the facts in the order of the components */
    private static Outcome decide(boolean[] is) {
        boolean out = is[0];
        boolean moved = is[1];
        boolean heldAgain = is[2];
        boolean died = is[3];
        boolean acrossBorder = is[4];
        boolean handedHome = is[5] && is[6];
        boolean exchanged = is[7];
        boolean freely = is[8] && is[9];
        boolean restricted = is[10];
        if (died) {
            return Outcome.DIED_IN_CUSTODY;
        }
        if (heldAgain) {
            return Outcome.BACK_IN_CUSTODY;
        }
        if (!out) {
            return moved ? Outcome.MOVED : Outcome.STILL_HELD;
        }
        if (exchanged) {
            return Outcome.EXCHANGED;
        }
        if (acrossBorder) {
            return handedHome ? Outcome.REPATRIATED : freely ? Outcome.LEFT_BY_CHOICE : Outcome.EXPELLED;
        }
        return freely && !restricted ? Outcome.FREED_AT_HOME : Outcome.FREED_RESTRICTED;
    }
}
