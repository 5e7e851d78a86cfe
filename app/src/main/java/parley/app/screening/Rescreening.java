package parley.app.screening;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import parley.app.lists.OfficialLists;

/** When a list has changed, and at the start, everybody is looked for again who was last looked for in other versions. */
@Component
public final class Rescreening {
    private static final Logger LOG = LoggerFactory.getLogger(Rescreening.class);

    private final Screenings screenings;
    private final OfficialLists lists;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("parley-rescreening").daemon().factory());

    public Rescreening(Screenings screenings, OfficialLists lists) {
        this.screenings = screenings;
        this.lists = lists;
    }

    @PostConstruct
    void begin() {
        lists.onChange(this::soon);
        soon();
    }

    private void soon() {
        worker.execute(() -> {
            try {
                screenings.again();
            } catch (RuntimeException e) {
                // The next change of a list, or the next start, goes on where this ended: each name is looked for by
                // itself.
                LOG.error("Names could not be looked for again.", e);
            }
        });
    }

    @PreDestroy
    void end() {
        worker.shutdownNow();
    }
}
