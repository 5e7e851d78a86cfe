package parley.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells a person at a terminal, each second after the first two, what the program is at. */
final class Waiting implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 2;

    private final PrintWriter err;
    private final ScheduledExecutorService clock;
    private volatile String doing = "";
    private final AtomicInteger seconds = new AtomicInteger();

    Waiting(PrintWriter err) {
        this.err = err;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "waiting");
            thread.setDaemon(true);
            return thread;
        });
        if (Colour.terminal()) {
            var _ = clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
        }
    }

    void doing(String what) {
        doing = what;
    }

    private void tick() {
        int passed = seconds.incrementAndGet();
        if (passed >= PATIENCE_SECONDS) {
            err.print("\rparley: %s, %d s\u001b[K".formatted(doing, passed));
            err.flush();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (seconds.get() >= PATIENCE_SECONDS) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
