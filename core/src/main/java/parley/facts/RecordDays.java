package parley.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.text.Diagnostic;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Severity;
import parley.text.Source;
import parley.text.Span;

/** Finds rows of days that the case says its record does not know yet; one warning a file. */
public final class RecordDays {
    private RecordDays() {}

    /** Returns the warnings, by file. */
    public static List<Diagnostic> check(Map<String, Source> files, Case theCase) {
        LocalDate known = theCase.knownUpTo();
        List<Diagnostic> found = new ArrayList<>();
        if (known != null) {
            files.values().forEach(file -> later(file, known, found));
        }
        return found;
    }

    private static void later(Source source, LocalDate known, List<Diagnostic> found) {
        CsvRows rows = new CsvRows(source.text(), source.text().startsWith("\uFEFF") ? 1 : 0);
        int field = rows.next() ? RecordNames.fieldOf("date", rows) : -1;
        int width = rows.count();
        Span first = null;
        int count = 0;
        while (field >= 0 && rows.next()) {
            boolean broken = rows.unclosed() >= 0 || rows.stray() >= 0 || rows.count() != width;
            LocalDate day = broken ? null : FactTable.parseDay(rows.field(field));
            if (day != null && day.isAfter(known)) {
                Span at = new Span(source.name(), rows.start(field), rows.end(field));
                first = first == null ? at : first;
                count++;
            }
        }
        report(source, first, count, known, found);
    }

    private static void report(
            Source source, @Nullable Span first, int count, LocalDate known, List<Diagnostic> found) {
        if (first == null) {
            return;
        }
        found.add(new Diagnostic(
                "F025",
                Severity.WARNING,
                "%s, line %d, field `date`: %s lies after %s, the day the record is known up to%s"
                        .formatted(
                                source.name(),
                                source.line(first.start()),
                                source.text().substring(first.start(), first.end()),
                                known,
                                count == 1 ? "" : " (%d rows)".formatted(count)),
                List.of(new Label(first, count == 1 ? "" : "the first of %d rows".formatted(count))),
                "what is told of that day would be told of a day nobody has looked at",
                List.of(Fix.advice("say at the case `known up to` a later day, or look at the year"))));
    }
}
