package parley.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.text.Source;
import parley.text.Span;

/** The texts of the shipped cases, and a way to compare what they say without where they say it. */
public final class ShippedTexts {
    private static final Path CASES =
            Path.of(System.getProperty("parley.root", "..")).resolve("cases");

    private ShippedTexts() {}

    /** Returns the texts of one case. */
    public static List<Source> of(String name) {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES.resolve(name))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(parley|md)"))
                    .sorted()
                    .toList()) {
                sources.add(new Source(file.getFileName().toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    /** Returns one case. */
    public static Case theCase(String name) {
        return read(of(name));
    }

    /** Returns the case of a text that has no errors. */
    public static Case read(String text) {
        return read(List.of(new Source("a.parley", text)));
    }

    private static Case read(List<Source> sources) {
        Checked checked = CaseText.read(sources);
        Case theCase = checked.theCase();
        if (theCase == null || checked.hasErrors()) {
            throw new AssertionError(checked.diagnostics());
        }
        return theCase;
    }

    /** Returns what a piece of a case says, without places; for records, lists and plain values. */
    public static String meaning(@Nullable Object piece) {
        return switch (piece) {
            case null -> "null";
            case Span span -> "";
            case List<?> list -> list.stream().map(ShippedTexts::meaning).collect(Collectors.joining(", ", "[", "]"));
            case Record record ->
                record.getClass().getSimpleName()
                        + Stream.of(record.getClass().getRecordComponents())
                                .map(c -> meaning(part(record, c)))
                                .collect(Collectors.joining(", ", "(", ")"));
            default -> piece.toString();
        };
    }

    private static @Nullable Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }
}
