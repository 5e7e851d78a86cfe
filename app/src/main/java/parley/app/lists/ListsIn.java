package parley.app.lists;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks every minute at the folder into which a fetching command puts files. It stages; it never signs. */
@Component
public final class ListsIn {
    /** Who brings what is found. */
    public static final String SCHEDULE = "schedule";

    private static final Logger LOG = LoggerFactory.getLogger(ListsIn.class);
    private static final int EVERY_SECONDS = 60;

    private final OfficialLists lists;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("parley-lists-in").daemon().factory());

    public ListsIn(OfficialLists lists) {
        this.lists = lists;
    }

    @PostConstruct
    void begin() {
        var _ = timer.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            for (OfficialLists.Brought brought : lists.look()) {
                LOG.warn(
                        "lists-in: {}",
                        brought.number() > 0
                                ? "import " + brought.number() + " waits for a signature"
                                : brought.findings());
            }
        } catch (RuntimeException e) {
            // The next look may succeed; a timer that throws would never look again.
            LOG.error("The folder lists-in could not be looked at.", e);
        }
    }

    @PreDestroy
    void end() {
        timer.shutdownNow();
    }
}
