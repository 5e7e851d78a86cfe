package parley.cli;

/** What a command tells the shell. */
final class ExitCode {
    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int WRONG_USE = 2;
    static final int MACHINE_LACKS = 3;

    private ExitCode() {}
}
