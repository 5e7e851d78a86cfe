package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import parley.standing.Standing.Finding;
import parley.standing.Standing.Kind;

/** Collects what a reader has to know beside the states. */
final class Notes {
    private final List<Finding> found = new ArrayList<>();

    void add(Kind kind, LocalDate on, String says, Standing.Because because) {
        found.add(new Finding(kind, on, says, because));
    }

    static List<Finding> sorted(Notes... notes) {
        return Arrays.stream(notes)
                .flatMap(n -> n.found.stream())
                .sorted(Comparator.comparing(Finding::kind)
                        .thenComparing(Finding::on)
                        .thenComparing(Finding::says)
                        .thenComparing(f -> f.because().says()))
                .distinct()
                .toList();
    }
}
