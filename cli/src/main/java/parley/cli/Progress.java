package parley.cli;

import java.io.PrintWriter;

/** Shows how far a long job is, on standard error: one line that changes on a terminal, else a line every ten seconds. */
final class Progress {
    private static final long SECOND = 1_000_000_000L;

    private final String what;
    private final int all;
    private final PrintWriter err;
    private final boolean terminal;
    private long next = System.nanoTime() + 2 * SECOND;
    private boolean shown;
    private int done;

    Progress(String what, int all, PrintWriter err) {
        this.what = what;
        this.all = all;
        this.err = err;
        this.terminal = Colour.terminal();
    }

    void step() {
        done++;
        long now = System.nanoTime();
        if (now >= next) {
            next = now + (terminal ? SECOND : 10 * SECOND);
            shown = true;
            show();
        }
    }

    private void show() {
        err.print("%sparley: %s, %d of %d%s".formatted(terminal ? "\r" : "", what, done, all, terminal ? "" : "\n"));
        err.flush();
    }

    void end() {
        if (shown && terminal) {
            show();
            err.println();
        }
    }
}
