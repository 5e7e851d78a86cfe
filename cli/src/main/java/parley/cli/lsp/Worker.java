package parley.cli.lsp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Does what arrives in the order of arrival, on one thread: an answer always belongs to the text as the editor had it
 * when it asked. What takes long and can be late goes to a second thread.
 */
final class Worker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Worker.class.getName());

    private final ExecutorService inOrder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("parley-lsp").daemon().factory());
    private final ExecutorService late = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("parley-late").daemon().factory());
    private final AtomicInteger changes = new AtomicInteger();
    private volatile boolean refusing;

    /** Carries out a change, and afterwards, unless another change has arrived meanwhile, {@code then}. */
    void change(Runnable change, Runnable then) {
        int mine = changes.incrementAndGet();
        inOrder.execute(() -> guarded(() -> {
            change.run();
            if (changes.get() == mine) {
                then.run();
            }
        }));
    }

    /** A notification has no answer that could carry a failure. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "This is a mistake in Parley, not in your text. Please report it.", e);
        }
    }

    <T> CompletableFuture<T> answer(Supplier<T> task) {
        if (refusing) {
            return CompletableFuture.failedFuture(
                    failure(ResponseErrorCode.InvalidRequest, "The server is shut down."));
        }
        return CompletableFuture.supplyAsync(task, inOrder);
    }

    ExecutorService late() {
        return late;
    }

    static ResponseErrorException failure(ResponseErrorCode code, String says) {
        return new ResponseErrorException(new ResponseError(code, says, null));
    }

    void refuse() {
        refusing = true;
    }

    /** Ends both threads; what was not begun is dropped, what was begun may still speak to the client. */
    @Override
    public void close() {
        late.shutdownNow();
        inOrder.shutdownNow();
        try {
            if (!inOrder.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warning("The last answer takes too long and is given up.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
