package parley.game;

/** A question that this engine cannot answer, and why; a result on its way to the one who asked. */
public final class Unanswerable extends Exception {
    private static final long serialVersionUID = 1;

    public Unanswerable(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
