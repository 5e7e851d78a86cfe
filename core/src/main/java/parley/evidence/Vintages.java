package parley.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A monthly figure as it was published again and again; every vintage is kept. */
public record Vintages(List<Vintage> all) {
    public Vintages {
        all = all.stream().sorted(Comparator.comparing(Vintage::published)).toList();
    }

    /**
     * One publication of the figure.
     *
     * @param published the day on which the figure was published with this value
     */
    public record Vintage(LocalDate published, long value) {}

    /** Returns the figure as first published; null if it never was. */
    public @Nullable Vintage first() {
        return all.isEmpty() ? null : all.getFirst();
    }

    /** Returns the figure as known on {@code day}: with this a roadmap is evaluated; null if nothing was published. */
    public @Nullable Vintage knownOn(LocalDate day) {
        return all.stream()
                .filter(one -> !one.published().isAfter(day))
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
