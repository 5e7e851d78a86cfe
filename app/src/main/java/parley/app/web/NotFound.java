package parley.app.web;

/** There is no such thing, or not for this reader: the answer is the same. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
