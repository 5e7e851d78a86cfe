package parley.language;

/** Ends the reading of one sentence after it was reported; caught where the next sentence begins. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable() {
        super("the sentence was reported", null, false, false);
    }
}
