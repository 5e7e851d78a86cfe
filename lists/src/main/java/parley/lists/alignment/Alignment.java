package parley.lists.alignment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Listing.Measure;

/**
 * Compares partners by the subjects of a reference programme (LISTS.md, section 4.1).
 *
 * <p>A partner aligns on a subject if it has a listing of it in force on the day, under any regime, with at least one
 * measure of the same class. Days are days in law; where the law's day is not known the lag is censored and never taken for
 * a number.
 */
public final class Alignment {
    private Alignment() {}

    /**
     * A line of a partner about a subject.
     *
     * @param partner for example {@code CH}
     * @param subject the identity across lists
     * @param listed first day in law, or null if not known
     * @param notLaterThan whether {@code listed} is only a latest possible day
     * @param ended last day in law, or null if it stands
     * @param ofProgramme whether it stands under the programme that is compared
     * @param confirmed whether a person confirmed that it is this subject
     */
    public record Line(
            String partner,
            String subject,
            @Nullable LocalDate listed,
            boolean notLaterThan,
            @Nullable LocalDate ended,
            boolean ofProgramme,
            Set<Measure> measures,
            boolean confirmed) {
        public Line {
            measures = Set.copyOf(measures);
        }

        boolean inForce(LocalDate day) {
            return (listed == null || !listed.isAfter(day)) && (ended == null || ended.isAfter(day));
        }
    }

    /** What stands in a cell of the matrix; the first that is true. */
    public enum Cell {
        SAME_PROGRAMME,
        OTHER_PROGRAMME,
        OTHER_MEASURE,
        POSSIBLE,
        NOT_LISTED,
        UNKNOWN
    }

    /** For each subject of the reference, what each partner does. Sorted by both. */
    public record Matrix(String reference, LocalDate day, Map<String, Map<String, Cell>> cells) {}

    /** Share of the reference that a partner lists: {@code confirmed <= possible <= subjects}. */
    public record Coverage(String partner, int confirmed, int possible, int subjects) {
        public double low() {
            return subjects == 0 ? 0 : confirmed / (double) subjects;
        }

        public double high() {
            return subjects == 0 ? 0 : possible / (double) subjects;
        }
    }

    /** Days from the reference to the partner; negative: the partner was first. {@code known} false: censored. */
    public record Lag(String subject, String partner, long days, boolean known) {}

    /**
     * Lags of one partner: those that are known, in order, and the number of censored ones.
     *
     * @param days sorted
     * @param within share of known lags of at most seven days to either side, of all subjects that both list
     */
    public record Lags(String partner, List<Long> days, int censored, double within) {
        public Lags {
            days = List.copyOf(days);
        }

        /** The quantile by the nearest rank; null if nothing is known. */
        public @Nullable Long quantile(double share) {
            return days.isEmpty()
                    ? null
                    : days.get(Math.clamp((int) Math.ceil(share * days.size()) - 1, 0, days.size() - 1));
        }
    }

    /**
     * The matrix.
     *
     * @param stale partners whose list is too old for the day: what they do not list is unknown
     */
    public static Matrix matrix(List<Line> lines, String reference, LocalDate day, Set<String> stale) {
        Map<String, Set<Measure>> subjects = new TreeMap<>();
        Set<String> partners = new TreeSet<>();
        for (Line line : lines) {
            if (line.partner().equals(reference)) {
                if (line.ofProgramme() && line.confirmed() && line.inForce(day)) {
                    subjects.computeIfAbsent(line.subject(), _ -> new TreeSet<>())
                            .addAll(line.measures());
                }
            } else {
                partners.add(line.partner());
            }
        }
        partners.addAll(stale);
        partners.remove(reference);
        Map<String, Map<String, Cell>> cells = new TreeMap<>();
        subjects.forEach((subject, measures) -> {
            Map<String, Cell> row = new TreeMap<>();
            partners.forEach(
                    partner -> row.put(partner, cell(lines, partner, subject, measures, day, stale.contains(partner))));
            cells.put(subject, row);
        });
        return new Matrix(reference, day, cells);
    }

    private static Cell cell(
            List<Line> lines, String partner, String subject, Set<Measure> measures, LocalDate day, boolean stale) {
        Cell best = stale ? Cell.UNKNOWN : Cell.NOT_LISTED;
        for (Line line : lines) {
            if (!line.partner().equals(partner) || !line.subject().equals(subject) || !line.inForce(day)) {
                continue;
            }
            boolean shares = line.measures().stream().anyMatch(measures::contains);
            Cell is = !line.confirmed()
                    ? Cell.POSSIBLE
                    : !shares ? Cell.OTHER_MEASURE : line.ofProgramme() ? Cell.SAME_PROGRAMME : Cell.OTHER_PROGRAMME;
            best = is.compareTo(best) < 0 ? is : best;
        }
        return best;
    }

    /** Coverage of each partner: confirmed from below, with the possible and the unknown from above. */
    public static List<Coverage> coverage(Matrix matrix) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Map<String, Cell> row : matrix.cells().values()) {
            row.forEach((partner, cell) -> {
                int[] count = counts.computeIfAbsent(partner, _ -> new int[3]);
                switch (cell) {
                    case SAME_PROGRAMME, OTHER_PROGRAMME -> {
                        count[0]++;
                        count[1]++;
                    }
                    case POSSIBLE, UNKNOWN -> count[1]++;
                    case OTHER_MEASURE, NOT_LISTED -> {
                        // Neither confirmed nor possible.
                    }
                }
                count[2]++;
            });
        }
        var all = new ArrayList<Coverage>();
        counts.forEach((partner, count) -> all.add(new Coverage(partner, count[0], count[1], count[2])));
        return all;
    }

    /** Lags of all confirmed lines, whether or not they still stand, behind the first confirmed line of the reference. */
    public static List<Lag> lags(List<Line> lines, String reference) {
        Map<String, Line> first = new TreeMap<>();
        for (Line line : lines) {
            boolean counts =
                    line.confirmed() && (line.ofProgramme() || !line.partner().equals(reference));
            if (counts) {
                first.merge(line.partner() + "\n" + line.subject(), line, Alignment::earlier);
            }
        }
        var lags = new ArrayList<Lag>();
        for (Line line : first.values()) {
            Line of = first.get(reference + "\n" + line.subject());
            if (of == null || line.partner().equals(reference)) {
                continue;
            }
            LocalDate there = of.listed();
            LocalDate here = line.listed();
            boolean known = there != null && here != null && !of.notLaterThan() && !line.notLaterThan();
            lags.add(new Lag(
                    line.subject(),
                    line.partner(),
                    there == null || here == null ? 0 : ChronoUnit.DAYS.between(there, here),
                    known));
        }
        return lags;
    }

    private static Line earlier(Line a, Line b) {
        LocalDate x = a.listed();
        LocalDate y = b.listed();
        if (x == null || y == null) {
            // What is not known may have been first: it censors.
            return x == null ? a : b;
        }
        return y.isBefore(x) ? b : a;
    }

    /** Lags by partner. */
    public static List<Lags> distribution(List<Lag> lags) {
        Map<String, List<Lag>> byPartner = new TreeMap<>();
        lags.forEach(lag ->
                byPartner.computeIfAbsent(lag.partner(), _ -> new ArrayList<>()).add(lag));
        var all = new ArrayList<Lags>();
        byPartner.forEach((partner, theirs) -> {
            List<Long> days =
                    theirs.stream().filter(Lag::known).map(Lag::days).sorted().toList();
            long near = days.stream().filter(day -> Math.abs(day) <= 7).count();
            all.add(new Lags(
                    partner, days, theirs.size() - days.size(), theirs.isEmpty() ? 0 : near / (double) theirs.size()));
        });
        return all;
    }

    /**
     * The partners that were first on a subject; several if on the same day. Empty if a censored day might have been earlier:
     * then nobody can say.
     */
    public static Set<String> firstMovers(List<Line> lines, String subject) {
        LocalDate earliest = null;
        for (Line line : lines) {
            if (line.subject().equals(subject) && line.confirmed()) {
                LocalDate day = line.listed();
                if (day == null) {
                    return Set.of();
                }
                earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
            }
        }
        Set<String> movers = new TreeSet<>();
        for (Line line : lines) {
            LocalDate day = line.listed();
            if (line.subject().equals(subject) && line.confirmed() && day != null) {
                // "On that day or before" may always have been earlier than the earliest that is known.
                if (line.notLaterThan() && earliest != null && !day.equals(earliest)) {
                    return Set.of();
                }
                if (day.equals(earliest)) {
                    if (line.notLaterThan()) {
                        boolean alone = lines.stream()
                                .filter(o -> o.subject().equals(subject)
                                        && o.confirmed()
                                        && !o.partner().equals(line.partner()))
                                .allMatch(o -> o.listed() != null && o.listed().isAfter(day));
                        return alone ? Set.of(line.partner()) : Set.of();
                    }
                    movers.add(line.partner());
                }
            }
        }
        return movers;
    }

    /** Subjects of the reference that a partner does not list, by partner. */
    public static Map<String, List<String>> gaps(Matrix matrix) {
        Map<String, List<String>> gaps = new TreeMap<>();
        matrix.cells()
                .forEach((subject, row) -> row.forEach((partner, cell) -> {
                    if (cell == Cell.NOT_LISTED) {
                        gaps.computeIfAbsent(partner, _ -> new ArrayList<>()).add(subject);
                    }
                }));
        return gaps;
    }
}
