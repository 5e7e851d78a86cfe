package parley.roadmap;

/** Where a measure or an offer is in its life. */
public enum MeasureState {
    RESERVE("in reserve"),
    IMPOSED("imposed"),
    SUSPENDED("suspended"),
    LICENSED("licensed"),
    LIFTED("lifted"),
    LAPSED("lapsed"),
    OFFERED("offered"),
    GRANTED("granted"),
    WITHDRAWN("withdrawn");

    private final String word;

    MeasureState(String word) {
        this.word = word;
    }

    /** Returns the word a text uses. */
    public String word() {
        return word;
    }

    /** Says whether the other side has relief in this state. */
    public boolean eased() {
        return switch (this) {
            case SUSPENDED, LICENSED, LIFTED, LAPSED, GRANTED -> true;
            case RESERVE, IMPOSED, OFFERED, WITHDRAWN -> false;
        };
    }
}
