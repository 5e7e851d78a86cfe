package parley.app.web;

/** Something asked for cannot be done; the message says what, why and what to do instead. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String says) {
        super(says, null, false, false);
    }

    /** Returns the sentence. */
    public String says() {
        return String.valueOf(getMessage());
    }
}
