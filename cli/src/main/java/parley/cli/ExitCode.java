package parley.cli;

/** What a command tells the shell. */
public final class ExitCode {
    public static final int FINE = 0;
    public static final int FINDINGS = 1;
    public static final int WRONG_USE = 2;
    public static final int MACHINE_LACKS = 3;

    private ExitCode() {}
}
