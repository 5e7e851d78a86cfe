package parley.game;

/** A question that this engine cannot answer, and why; a result on its way to the one who asked. */
public final class Unanswerable extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean open;

    public Unanswerable(String why) {
        this(why, false);
    }

    private Unanswerable(String why, boolean open) {
        super(why);
        this.open = open;
    }

    /** There is an answer, but not within the limits. */
    static Unanswerable beyondLimits(String why) {
        return new Unanswerable(why, true);
    }

    public String why() {
        return String.valueOf(getMessage());
    }

    /** Whether the question is a good one, and stays open because a limit was reached. */
    public boolean open() {
        return open;
    }
}
