package parley.cli;

import java.util.Map;
import parley.text.Source;
import parley.text.Span;

/** A span in lines and columns from 1, columns in UTF-16 units; the end is exclusive. */
record Place(String file, int line, int column, int endLine, int endColumn) {

    /** Returns the place of {@code span}; in a text we do not have it is 1:1. */
    static Place of(Span span, Map<String, Source> sources) {
        Source source = sources.get(span.file());
        if (source == null) {
            return new Place(span.file(), 1, 1, 1, 1);
        }
        int start = Math.min(span.start(), source.text().length());
        int end = Math.min(span.end(), source.text().length());
        return new Place(span.file(), source.line(start), source.column(start), source.line(end), source.column(end));
    }
}
