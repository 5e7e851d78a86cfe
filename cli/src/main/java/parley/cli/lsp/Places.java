package parley.cli.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;
import parley.text.Source;
import parley.text.Span;

/** Places of the protocol, which count from 0, and places of Parley. */
final class Places {
    private Places() {}

    /** Returns the file a URI means, or {@code null} if it means none on this machine. */
    static @Nullable Path file(String uri) {
        try {
            return Path.of(URI.create(uri)).toAbsolutePath().normalize();
        } catch (IllegalArgumentException | FileSystemNotFoundException _) {
            return null;
        }
    }

    /** Returns the name of a source: its path below the root. */
    static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static Position position(Source source, int offset) {
        int at = Math.clamp(offset, 0, source.text().length());
        return new Position(source.line(at) - 1, source.column(at) - 1);
    }

    static Range range(Source source, Span span) {
        return new Range(position(source, span.start()), position(source, span.end()));
    }

    static int offset(Source source, Position position) {
        return source.offset(position.getLine() + 1, position.getCharacter() + 1);
    }

    /** Returns where {@code span} is for a client, or {@code null} if it lies in no text we have. */
    static @Nullable Location location(Span span, Map<String, Source> sources, Uris uris) {
        Source source = sources.get(span.file());
        return source == null ? null : new Location(uris.of(span.file()), range(source, span));
    }

    /** Names files as the client does. */
    interface Uris {
        String of(String name);
    }
}
