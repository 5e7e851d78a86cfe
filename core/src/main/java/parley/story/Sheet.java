package parley.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.facts.Confidence;
import parley.facts.Facts;
import parley.facts.Occurrence;
import parley.facts.Reading;
import parley.roadmap.Case;
import parley.roadmap.Ref;
import parley.roadmap.Scenario;

/** The figures chosen so far, by series and day. A copy can be tried and thrown away. */
final class Sheet {
    private final Map<String, NavigableMap<LocalDate, Cell>> series;

    /**
     * One figure.
     *
     * @param name the indicator or event as the text calls it
     * @param band what the reading may be; an occurrence and a sum have one figure only
     * @param total whether the line tells a sum
     * @param event whether it counts occurrences
     * @param happening the happening it was first chosen for
     */
    record Cell(String name, Band band, boolean total, boolean event, int happening) {
        double value() {
            return band.figure();
        }
    }

    Sheet() {
        this(new TreeMap<>());
    }

    private Sheet(Map<String, NavigableMap<LocalDate, Cell>> series) {
        this.series = series;
    }

    Sheet copy() {
        Map<String, NavigableMap<LocalDate, Cell>> same = new TreeMap<>();
        series.forEach((name, cells) -> same.put(name, new TreeMap<>(cells)));
        return new Sheet(same);
    }

    NavigableMap<LocalDate, Cell> of(String name) {
        return series.getOrDefault(name, Collections.emptyNavigableMap());
    }

    void put(String name, LocalDate day, Cell cell) {
        series.computeIfAbsent(name, _ -> new TreeMap<>()).put(day, cell);
    }

    /** Returns the sum of the days from one to another. */
    double sum(String name, LocalDate first, LocalDate last) {
        return first.isAfter(last)
                ? 0
                : of(name).subMap(first, true, last, true).values().stream()
                        .mapToDouble(Cell::value)
                        .sum();
    }

    int size() {
        return series.values().stream().mapToInt(Map::size).sum();
    }

    /** Returns the series on which another sheet differs. */
    List<String> changed(Sheet other) {
        List<String> names = new ArrayList<>();
        for (String name : series.keySet()) {
            if (!of(name).equals(other.of(name))) {
                names.add(name);
            }
        }
        return names;
    }

    Facts facts() {
        List<Reading> readings = new ArrayList<>();
        List<Occurrence> occurrences = new ArrayList<>();
        series.forEach((name, cells) -> cells.forEach((day, cell) -> {
            if (!cell.event()) {
                readings.add(new Reading("", name, day, cell.value(), day, "", Confidence.A, "", null, ""));
            }
            for (int i = 0; cell.event() && i < cell.value(); i++) {
                occurrences.add(new Occurrence("", name, day, day, "", "", Confidence.A, "", null, ""));
            }
        }));
        return new Facts(readings, occurrences, List.of(), List.of(), List.of());
    }

    /** Adds the lines chosen for each happening to its list. */
    void tell(Case theCase, List<List<Scenario.Line>> linesOf) {
        series.values()
                .forEach(cells -> cells.forEach(
                        (day, cell) -> linesOf.get(cell.happening()).add(line(theCase, day, cell))));
    }

    private static Scenario.Line line(Case theCase, LocalDate day, Cell cell) {
        var name = new Ref(cell.name(), theCase.at());
        return cell.event()
                ? new Scenario.Line.Happens(day, name, (int) cell.value(), theCase.at())
                : new Scenario.Line.Reads(day, name, cell.value(), cell.total(), theCase.at());
    }

    /** Returns the first day with a figure, or {@code null}. */
    @Nullable
    LocalDate first() {
        return series.values().stream()
                .filter(c -> !c.isEmpty())
                .map(NavigableMap::firstKey)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
