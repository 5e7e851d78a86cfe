package parley.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows on standard error how many rows are done and how many a second, if it takes more than two seconds. */
final class RowProgress {
    private static final long SECOND = 1_000_000_000L;
    private static final int LOOK_EVERY = 256;

    private final PrintWriter err;
    private final boolean terminal = Colour.terminal();
    private final long began = System.nanoTime();
    private long next = began + 2 * SECOND;
    private long rows;
    private boolean shown;

    RowProgress(PrintWriter err) {
        this.err = err;
    }

    void step() {
        if (++rows % LOOK_EVERY == 0 && System.nanoTime() >= next) {
            next = System.nanoTime() + (terminal ? SECOND : 10 * SECOND);
            shown = true;
            show();
        }
    }

    private void show() {
        double seconds = (System.nanoTime() - began) / 1e9;
        err.print(String.format(
                Locale.ROOT,
                "%sparley: %d rows, %.0f a second%s",
                terminal ? "\r" : "",
                rows,
                rows / seconds,
                terminal ? "" : "\n"));
        err.flush();
    }

    void end() {
        if (shown && terminal) {
            show();
            err.println();
        }
    }
}
