package parley.evidence;

/** What a claim is to be used for, with the least rung that is needed. A clause may ask for more, never for less. */
public enum Use {
    WATCH_ALARM(Rung.CREDIBLE_ALLEGATION),
    QUESTION_TO_OTHER_SIDE(Rung.CREDIBLE_ALLEGATION),
    CLAIMED_TO_MET(Rung.BALANCE_OF_PROBABILITIES),
    VERIFIED_RELEASING_RELIEF(Rung.CLEAR_AND_CONVINCING),
    /** An answer is invited where time allows. */
    BROKEN(Rung.BALANCE_OF_PROBABILITIES),
    /** With a right of reply. */
    STATEMENT_ABOUT_PERSON(Rung.CLEAR_AND_CONVINCING),
    /** From open sources only. */
    PUBLIC_REBUTTAL(Rung.BALANCE_OF_PROBABILITIES);

    private final Rung least;

    Use(Rung least) {
        this.least = least;
    }

    public Rung least() {
        return least;
    }

    /**
     * Returns the rung a clause asks for.
     *
     * @throws IllegalArgumentException if the clause asks for less than the use demands
     */
    public Rung raisedTo(Rung asked) {
        if (!asked.isAtLeast(least)) {
            throw new IllegalArgumentException("The use %s needs %s; a clause may raise it, not lower it to %s."
                    .formatted(name(), least.word(), asked.word()));
        }
        return asked;
    }
}
