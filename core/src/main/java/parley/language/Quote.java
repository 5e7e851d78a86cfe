package parley.language;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.text.Source;
import parley.text.Span;

/** The words of a text at a place, on one line. */
final class Quote {
    private Quote() {}

    static String of(@Nullable Source source, Span at) {
        if (source == null || at.end() > source.text().length()) {
            return "";
        }
        return source.text().substring(at.start(), at.end()).replaceAll("\\s+", " ");
    }

    static String of(Map<String, Source> sources, Span at) {
        return of(sources.get(at.file()), at);
    }
}
