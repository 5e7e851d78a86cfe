package parley.lists.source;

/** One record cannot be read; the others can. Never leaves the reader. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String why) {
        super(why, null, false, false);
    }
}
