package parley.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import parley.text.Diagnostic;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Severity;
import parley.text.Source;
import parley.text.Span;

/** The texts of a case as they lie on disk: a folder of {@code .parley} and {@code .md} files, or one such file. */
public sealed interface CaseFolder {

    /**
     * The texts, sorted by name.
     *
     * @param root the folder that the names of the sources are relative to
     * @param whole whether a folder was named and not one file, which may be a part of a case
     * @param diagnostics what is wrong with the bytes of the files
     */
    record Found(Path root, boolean whole, List<Source> sources, List<Diagnostic> diagnostics) implements CaseFolder {
        public Found {
            sources = List.copyOf(sources);
            diagnostics = List.copyOf(diagnostics);
        }

        public Map<String, Source> byName() {
            Map<String, Source> names = new TreeMap<>();
            sources.forEach(source -> names.put(source.name(), source));
            return names;
        }

        /** Returns the names of files whose bytes were not all text: writing them back would lose those bytes. */
        Set<String> damaged() {
            Set<String> names = new HashSet<>();
            diagnostics.forEach(d -> names.add(d.at().file()));
            return names;
        }

        Path file(String name) {
            return root.resolve(name);
        }
    }

    /** Nothing to work on; {@code says} is a sentence for the user. */
    record Unusable(String says, int exitCode) implements CaseFolder {}

    static CaseFolder read(Path path) {
        if (!Files.exists(path)) {
            return new Unusable(missing(path), ExitCode.WRONG_USE);
        }
        boolean single = !Files.isDirectory(path);
        if (single && !isText(path)) {
            return new Unusable(
                    "`%s` is no text of a case; name a folder, a .parley or a .md file.".formatted(path),
                    ExitCode.WRONG_USE);
        }
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path root = single && parent != null ? parent : absolute;
        List<Source> sources = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        try {
            for (Path file : single ? List.of(absolute) : texts(root)) {
                String name = root.relativize(file).toString().replace('\\', '/');
                sources.add(decode(name, Files.readAllBytes(file), diagnostics));
            }
        } catch (IOException e) {
            return new Unusable(
                    "`%s` cannot be read: %s.".formatted(path, AtomicFile.reason(e)), ExitCode.MACHINE_LACKS);
        }
        if (sources.isEmpty()) {
            return new Unusable("`%s` holds no .parley and no .md file.".formatted(path), ExitCode.WRONG_USE);
        }
        sources.sort(Comparator.comparing(Source::name));
        return new Found(root, !single, sources, diagnostics);
    }

    private static boolean isText(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".parley") || name.endsWith(".md");
    }

    private static List<Path> texts(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean other = folder.equals(root.resolve("facts"))
                        || (!folder.equals(root)
                                && String.valueOf(folder.getFileName()).startsWith("."));
                return other ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isText(file) && Files.isRegularFile(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** Returns the text of {@code bytes}; bytes that are not UTF-8 are replaced and told. */
    static Source decode(String name, byte[] bytes, List<Diagnostic> diagnostics) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // UTF-8 never has more UTF-16 units than bytes, and each replaced sequence has at least one byte.
        CharBuffer out = CharBuffer.allocate(bytes.length);
        int first = -1;
        int places = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            first = places++ == 0 ? out.position() : first;
            in.position(in.position() + result.length());
            out.put('\uFFFD');
        }
        Source source = new Source(name, out.flip().toString());
        if (places > 0) {
            diagnostics.add(notUtf8(name, first, places));
        }
        return source;
    }

    private static Diagnostic notUtf8(String name, int first, int places) {
        return new Diagnostic(
                "R003",
                Severity.ERROR,
                places == 1
                        ? "the file has bytes that are not UTF-8 text"
                        : "the file has bytes that are not UTF-8 text in %d places".formatted(places),
                List.of(new Label(new Span(name, first, first + 1), places == 1 ? "here" : "the first place")),
                "two readers would see different letters here, and a text of law must read the same to everybody",
                List.of(Fix.advice("save the file in the encoding UTF-8")));
    }

    private static String missing(Path path) {
        String says = "There is no file or folder `%s`.".formatted(path);
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null || absolute.getFileName() == null) {
            return says;
        }
        if (!Files.isDirectory(parent)) {
            return says + " Its folder `%s` does not exist either.".formatted(parent);
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            List<String> names = siblings.filter(s -> Files.isDirectory(s) || isText(s))
                    .map(s -> String.valueOf(s.getFileName()))
                    .toList();
            List<String> near = Nearest.to(absolute.getFileName().toString(), names, 3);
            Path given = path.getParent();
            List<String> shown = near.stream()
                    .map(n -> given == null ? n : given.resolve(n).toString())
                    .toList();
            return shown.isEmpty() ? says : says + " Did you mean " + Nearest.words(shown) + "?";
        } catch (IOException e) {
            return says;
        }
    }
}
