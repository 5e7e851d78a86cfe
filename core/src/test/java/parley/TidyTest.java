package parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reviewer should not have to look for. Walks the files of the repository, not its history. */
class TidyTest {
    private static final Path ROOT = root();
    private static final List<Path> FILES = files();

    private static final int MOST_LINES = 600;
    private static final int MOST_BYTES = 1_000_000;

    /** Put together from halves, or this file would find itself. */
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(" + String.join("|", "FIX" + "ME", "TO" + "DO", "XX" + "X", "HA" + "CK") + ")\\b");

    private static final Pattern HIDDEN_EXITS = Pattern.compile(
            String.join("|", "Thread\\.sl" + "eep", "printStack" + "Trace", "System\\.ex" + "it", "@Dis" + "abled"));

    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)#>\\s]+)(#[^)]*)?>?\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern IN_TICKS = Pattern.compile("`[^`\n]*`");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    @Test
    void no_work_is_left_unfinished() {
        assertThat(lines(
                        ending("java", "sh", "parley", "xml", "js", "css", "sql")
                                .or(TidyTest::isScript),
                        UNFINISHED))
                .as("finish the work, or write an issue")
                .isEmpty();
    }

    @Test
    void no_java_code_sleeps_exits_or_hides_a_failure() {
        // The one way out of each program: its Main ends the process with the exit code of the command.
        Predicate<Path> elsewhere =
                file -> !file.endsWith(Path.of("cli", "Main.java")) && !file.endsWith(Path.of("app", "Main.java"));
        assertThat(lines(ending("java").and(elsewhere), HIDDEN_EXITS))
                .as("wait for an event, return an exit code, tell the failure, mend the test")
                .isEmpty();
    }

    @Test
    void java_files_hold_one_thought() {
        assertThat(FILES.stream()
                        .filter(ending("java"))
                        .filter(file -> text(file).lines().count() > MOST_LINES))
                .as("files of more than %d lines", MOST_LINES)
                .isEmpty();
    }

    @Test
    void no_data_is_committed_as_source() {
        assertThat(FILES.stream().filter(file -> size(file) > MOST_BYTES))
                .as("files of more than %d bytes", MOST_BYTES)
                .isEmpty();
    }

    @Test
    void links_in_documents_lead_to_files() {
        assertThat(FILES.stream().filter(ending("md")).flatMap(TidyTest::brokenLinks))
                .as("links to files that do not exist")
                .isEmpty();
    }

    @Test
    void scripts_can_be_run() {
        assertThat(FILES.stream().filter(TidyTest::isScript).filter(file -> !Files.isExecutable(file)))
                .as("scripts with #! that are not executable; chmod +x")
                .isEmpty();
    }

    /** That every code has a page, and every page a wrong and a right example, is tested where the codes are. */
    @Test
    void a_page_about_an_error_is_headed_by_its_code() {
        assertThat(FILES.stream()
                        .filter(file -> file.startsWith(ROOT.resolve("docs/errors")))
                        .filter(file -> {
                            String code = file.getFileName().toString().replaceFirst("\\.md$", "");
                            return !code.matches("[A-Z]\\d{3}")
                                    || !text(file)
                                            .lines()
                                            .findFirst()
                                            .orElse("")
                                            .matches("# " + code + "\\b.*");
                        }))
                .as("docs/errors has pages R012.md that begin with '# R012'")
                .isEmpty();
    }

    private static Stream<String> lines(Predicate<Path> which, Pattern pattern) {
        return FILES.stream().filter(which).flatMap(file -> {
            List<String> lines = text(file).lines().toList();
            var found = new ArrayList<String>();
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add("%s:%d: %s"
                            .formatted(
                                    ROOT.relativize(file), i + 1, lines.get(i).strip()));
                }
            }
            return found.stream();
        });
    }

    private static Stream<String> brokenLinks(Path file) {
        String prose =
                IN_TICKS.matcher(FENCED.matcher(text(file)).replaceAll("")).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .filter(link -> !Files.exists(file.resolveSibling(link)))
                .map(link -> "%s: %s".formatted(ROOT.relativize(file), link));
    }

    private static Predicate<Path> ending(String... endings) {
        Set<String> known = Set.of(endings);
        return file -> {
            String name = file.getFileName().toString();
            return known.contains(name.substring(name.lastIndexOf('.') + 1));
        };
    }

    private static boolean isScript(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.read() == '#' && in.read() == '!';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + " as UTF-8", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of the repository but what is built, and what belongs to Git or an editor. */
    private static List<Path> files() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !name.equals(".ci") && !name.equals(".mvn");
                    boolean built = name.equals("target") || name.equals("node_modules");
                    return !folder.equals(ROOT) && (hidden || built)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    /** The folder of the parent POM: Maven tells it, an editor starts us in it or below it. */
    private static Path root() {
        Path folder = Path.of(System.getProperty("parley.root", "")).toAbsolutePath();
        for (Path up = folder; up != null; up = up.getParent()) {
            if (Files.exists(up.resolve("core/pom.xml"))) {
                return up;
            }
        }
        throw new IllegalStateException(
                "No core/pom.xml in or above %s; run the tests in the repository.".formatted(folder));
    }
}
