package parley.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.facts.FactFiles;
import parley.language.CaseText;
import parley.language.Checked;
import parley.language.Formatter;
import parley.text.Diagnostic;
import parley.text.DiagnosticText;
import parley.text.Source;

/** What holds for any bytes whatever; a broken promise is an AssertionError. */
public final class Promises {
    private static final List<String> RECORD = List.of(
            FactFiles.READINGS,
            FactFiles.EVENTS,
            FactFiles.ACTS,
            FactFiles.SIGNATURES,
            FactFiles.CONSULTATIONS,
            FactFiles.DECISIONS);
    private static final List<String> TEXTS = shipped("");
    private static final List<String> FACTS = shipped("facts");

    private Promises() {}

    /** The entry of Jazzer's own driver: the first byte says which promise, the second what to start from. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int start = data[1] & 0xFF;
        switch ((data[0] & 0xFF) % 6) {
            case 0 -> reads(decoded(data, 2), start % 2 == 0 ? "a.parley" : "a.md");
            case 1 -> formats(decoded(data, 2));
            case 2 -> reads(Mutant.of(TEXTS.get(start % TEXTS.size()), data, 2), "a.parley");
            case 3 -> formats(Mutant.of(TEXTS.get(start % TEXTS.size()), data, 2));
            case 4 -> record(decoded(data, 2), RECORD.get(start % RECORD.size()));
            case 5 -> {
                int file = start % FACTS.size();
                record(Mutant.of(FACTS.get(file), data, 2), RECORD.get(file % RECORD.size()));
            }
            default -> throw new IllegalStateException("There are six promises.");
        }
    }

    /** Reading ends, and each finding has a place inside the text and can be shown. */
    static void reads(String text, String name) {
        Source source = new Source(name, text);
        Checked checked = CaseText.read(List.of(source));
        shown(checked.diagnostics(), source);
        if (checked.theCase() == null && !checked.hasErrors()) {
            throw new AssertionError("There is no case and no error.");
        }
    }

    /** Formatting twice changes nothing, and no visible character is lost or made. */
    static void formats(String text) {
        String once = Formatter.format(new Source("a.parley", text));
        String twice = Formatter.format(new Source("a.parley", once));
        if (!once.equals(twice)) {
            throw new AssertionError("Formatting twice changes something:\n" + once + "\n----\n" + twice);
        }
        if (!visible(once).equals(visible(text))) {
            throw new AssertionError("Formatting changes words:\n" + visible(once) + "\n----\n" + visible(text));
        }
    }

    /** A record is read to its end. */
    static void record(String text, String name) {
        Source source = new Source(name, text);
        FactFiles.Result result = FactFiles.read(Map.of(name, source));
        shown(result.diagnostics(), source);
    }

    private static void shown(List<Diagnostic> diagnostics, Source source) {
        Map<String, Source> sources = Map.of(source.name(), source);
        for (Diagnostic d : diagnostics) {
            if (d.at().end() > source.text().length()
                    || DiagnosticText.render(d, sources, false).isEmpty()) {
                throw new AssertionError("A finding lies outside the text: " + d);
            }
        }
    }

    private static String visible(String text) {
        return text.replaceAll("[\\s\u00A0\uFEFF]+", "");
    }

    /** Returns the text of the bytes as the cli decodes them, or, every other time, as raw UTF-16 units. */
    private static String decoded(byte[] data, int from) {
        return (data[0] & 0x80) == 0
                ? new String(data, from, data.length - from, StandardCharsets.UTF_8)
                : new String(data, from, data.length - from, StandardCharsets.UTF_16BE);
    }

    private static List<String> shipped(String folder) {
        Path cases = Path.of(System.getProperty("parley.root", "..")).resolve("cases");
        List<String> found = new ArrayList<>();
        try (Stream<Path> names = Files.list(cases)) {
            for (Path one : names.sorted().toList()) {
                if (folder.isEmpty()) {
                    texts(one, found);
                } else {
                    facts(one.resolve(folder), found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }

    private static void texts(Path one, List<String> found) throws IOException {
        int before = found.size();
        try (Stream<Path> files = Files.list(one)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".parley")).sorted().toList()) {
                found.add(Files.readString(file));
            }
        }
        found.add(String.join("\n", found.subList(before, found.size())));
    }

    private static void facts(Path record, List<String> found) throws IOException {
        for (String name : RECORD) {
            Path file = record.resolve(name);
            String text = Files.isRegularFile(file) ? Files.readString(file) : "";
            // A few rows are enough to change, and quick to read.
            found.add(text.lines().limit(12).map(line -> line + "\n").reduce("", String::concat));
        }
    }
}
