package parley.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import parley.facts.FactFiles;
import parley.roadmap.Case;
import parley.roadmap.Event;
import parley.roadmap.Indicator;

/** Writes a record of a given number of rows over the series that a case reads. Equal arguments give equal bytes. */
final class FactWriter {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 2330;
    private static final int ROWS_FOR_AN_EVENT = 20;

    private final SplittableRandom random = new SplittableRandom(20_260_525);
    private final StringBuilder readings = new StringBuilder(64 << 20);
    private final StringBuilder events = new StringBuilder(8 << 20);

    /** The two files of a record. */
    record Written(String readings, String events) {}

    private FactWriter() {
        readings.append(String.join(",", FactFiles.columnsOf(FactFiles.READINGS)))
                .append('\n');
        events.append(String.join(",", FactFiles.columnsOf(FactFiles.EVENTS))).append('\n');
    }

    /** Returns {@code rows} rows in all, one in twenty of them an event; one in ten is to be confirmed. */
    static Written rows(Case theCase, int rows) {
        List<String> series = theCase.indicators().stream()
                .map(Indicator::series)
                .filter(s -> !s.isEmpty())
                .toList();
        List<String> happening = theCase.events().stream()
                .map(Event::series)
                .filter(s -> !s.isEmpty())
                .toList();
        var writer = new FactWriter();
        Stream.iterate(0, i -> i < rows, i -> i + 1).forEach(i -> {
            if (i % ROWS_FOR_AN_EVENT == 0) {
                writer.event(i, happening);
            } else {
                writer.reading(i, series);
            }
        });
        return new Written(writer.readings.toString(), writer.events.toString());
    }

    private void reading(int row, List<String> series) {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        readings.append('r').append(row).append(',');
        readings.append(series.get(random.nextInt(series.size()))).append(',');
        readings.append(day).append(',').append(random.nextInt(40)).append(',');
        readings.append(day.plusDays(random.nextInt(20))).append(",https://example.org/");
        readings.append(random.nextInt(500)).append(',').append(confidence()).append(",,,\n");
    }

    private void event(int row, List<String> series) {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        events.append('e').append(row).append(',');
        events.append(series.get(random.nextInt(series.size()))).append(',');
        events.append(day).append(',').append(day.plusDays(random.nextInt(20)));
        events.append(",\"It happened, as seen\",https://example.org/");
        events.append(random.nextInt(500)).append(',').append(confidence()).append(",,,\n");
    }

    private char confidence() {
        return random.nextInt(10) == 0 ? 'B' : 'A';
    }
}
