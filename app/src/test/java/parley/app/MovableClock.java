package parley.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovableClock implements InstantSource {
    private volatile Instant now;

    public MovableClock(LocalDate day) {
        this.now = noon(day);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** Moves to noon of a day. */
    public void to(LocalDate day) {
        now = noon(day);
    }

    /** Moves on by seconds. */
    public void forward(long seconds) {
        now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
