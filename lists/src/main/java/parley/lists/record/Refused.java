package parley.lists.record;

/**
 * Ends the reading of a file at once: nothing of it may be used. Caught by the intake, which shows the finding; it
 * never reaches a user as an exception.
 */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public Refused(Finding finding) {
        super(finding.what(), null, false, false);
        this.finding = finding;
    }

    public Refused(Finding.Code code, String file, String where, String what, String fix) {
        this(new Finding(code, file, where, "", what, fix, 1));
    }

    public Finding finding() {
        return finding;
    }
}
