package parley.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import parley.app.TestServer;

/** What the documents on security say is so: tests they name exist, libraries and cryptography are those they list. */
final class TrustTest {
    private static final Path ROOT = TestServer.root();
    private static final Set<String> STATUS = Set.of("met", "partly", "not met", "n/a", "operator");
    private static final Set<String> SHIPPED =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "0BSD", "EPL-2.0", "LGPL-2.1", "LGPL-3.0");
    private static final Pattern PRIMITIVE = Pattern.compile(
            "\\b(MessageDigest|SecureRandom|Cipher|Mac|Signature|KeyFactory|KeyPairGenerator|Argon2PasswordEncoder)\\b"
                    + "|org\\.bouncycastle|webauthn4j|springframework\\.security\\.web\\.webauthn");

    private static final Map<String, String> TESTS = tests();

    /** Returns every test class of the repository with its text, by its simple name. */
    private static Map<String, String> tests() {
        Map<String, String> found = new TreeMap<>();
        for (String module : List.of("core", "cli", "app", "bench")) {
            sources(ROOT.resolve(module).resolve("src/test/java"))
                    .forEach(p -> found.put(p.getFileName().toString().replace(".java", ""), text(p)));
        }
        return found;
    }

    private static List<Path> sources(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says whether a test of that name, {@code Class} or {@code Class.method}, exists. */
    private static boolean exists(String name) {
        String[] parts = name.split("\\.", 2);
        String source = TESTS.get(parts[0]);
        return source != null && (parts.length == 1 || source.contains(" void " + parts[1] + "("));
    }

    /** One line of {@code security/asvs.csv}; only the last cell holds commas. */
    private record Requirement(String id, String status, List<String> tests, String note) {}

    private static List<Requirement> asvs() {
        List<String> lines = text(ROOT.resolve("security/asvs.csv")).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("req_id,status,test,note");
        return lines.subList(1, lines.size()).stream()
                .map(l -> l.split(",", 4))
                .map(c -> new Requirement(
                        c[0],
                        c[1],
                        Arrays.stream(c[2].split("; ", 0))
                                .filter(t -> !t.isEmpty())
                                .toList(),
                        c[3]))
                .toList();
    }

    @Test
    void what_is_met_names_tests_that_exist_and_the_rest_says_why_not() {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Requirement r : asvs()) {
            if (!seen.add(r.id()) || !STATUS.contains(r.status())) {
                wrong.add(r.toString());
            }
            boolean met = r.status().equals("met");
            if (met == r.tests().isEmpty() || !r.tests().stream().allMatch(TrustTest::exists)) {
                wrong.add("tests of " + r);
            }
            if (!met && r.note().isBlank()) {
                wrong.add("no reason at " + r);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSize(345);
    }

    /** The list of requirements lies beside the repository. */
    @Test
    void every_requirement_of_the_scope_is_there_once() {
        Path scope = ROOT.resolve("../shared/trust/asvs-scope.csv");
        assumeThat(scope).exists();
        Map<String, String> expected = new TreeMap<>();
        text(scope).lines().skip(1).map(l -> l.split(",", 4)).forEach(c -> expected.put(c[0], c[2]));
        Map<String, String> found = new TreeMap<>();
        asvs().forEach(r -> found.put(r.id(), r.status()));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, what) -> assertThat(found.get(id)).as(id).satisfies(status -> {
            boolean applies = what.equals("applies");
            assertThat(applies).isEqualTo(!Set.of("n/a", "operator").contains(status));
        }));
    }

    @Test
    void every_library_that_ships_is_allowed_with_its_version() {
        Set<String> allowed = new TreeSet<>();
        boolean ships = true;
        for (String line : text(ROOT.resolve("docs/dependencies.md")).lines().toList()) {
            ships &= !line.startsWith("## Tests");
            String[] cells = line.split(" *\\| *", 0);
            if (cells.length == 6 && !cells[1].equals("group") && !cells[1].startsWith("-")) {
                allowed.add("%s/%s/%s".formatted(cells[1].replace('.', '/'), cells[2], cells[3]));
                boolean free = SHIPPED.contains(cells[4]) || (!ships && cells[4].equals("MPL-2.0"));
                assertThat(free).as(line).isTrue();
                assertThat(cells[5]).as(line).isNotBlank();
            }
        }
        Set<String> used = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, 0)) {
            Path jar = Path.of(entry);
            if (!entry.endsWith(".jar") || jar.getFileName().toString().startsWith("parley-")) {
                continue;
            }
            String folder = String.valueOf(jar.getParent()).replace('\\', '/');
            used.add(allowed.stream()
                    .filter(a -> folder.endsWith("/" + a))
                    .findFirst()
                    .orElse("not allowed: " + jar.getFileName()));
        }
        assertThat(used).hasSizeGreaterThan(50).isEqualTo(allowed);
    }

    @Test
    void every_use_of_cryptography_is_in_the_inventory() {
        String inventory = text(ROOT.resolve("docs/crypto.md"));
        Set<String> named = new TreeSet<>();
        inventory.lines().filter(l -> l.startsWith("|")).forEach(l -> {
            Matcher names = Pattern.compile("`([A-Z][A-Za-z0-9]+)`").matcher(l);
            while (names.find()) {
                named.add(names.group(1));
            }
        });
        Set<String> using = new TreeSet<>();
        for (String module : List.of("core", "cli", "app")) {
            for (Path p : sources(ROOT.resolve(module).resolve("src/main/java"))) {
                boolean uses = text(p).lines()
                        .filter(l ->
                                l.startsWith("import ") || l.contains("java.security.") || l.contains("javax.crypto."))
                        .filter(l -> l.contains("java.security")
                                || l.contains("javax.crypto")
                                || l.contains("springframework")
                                || l.contains("bouncycastle")
                                || l.contains("webauthn4j"))
                        .anyMatch(l -> PRIMITIVE.matcher(l).find());
                if (uses) {
                    using.add(p.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertThat(using).isEqualTo(named);
    }

    /** One threat of {@code docs/threat-model.yml}. */
    private record Threat(String id, String actor, String wants, String protects, String measure, List<String> tests) {}

    @SuppressWarnings("unchecked")
    private static List<Threat> threats() {
        List<Map<String, Object>> read = new Yaml().load(text(ROOT.resolve("docs/threat-model.yml")));
        return read.stream()
                .map(t -> new Threat(
                        String.valueOf(t.get("id")),
                        String.valueOf(t.get("actor")),
                        String.valueOf(t.get("wants")),
                        word(t.get("protects")),
                        String.valueOf(t.get("measure")),
                        (List<String>) t.getOrDefault("tests", List.of())))
                .toList();
    }

    /** YAML takes yes and no for truth and falsehood. */
    private static String word(@org.jspecify.annotations.Nullable Object value) {
        return Boolean.TRUE.equals(value) ? "yes" : Boolean.FALSE.equals(value) ? "no" : String.valueOf(value);
    }

    @Test
    void every_measure_names_tests_and_every_test_of_security_is_named() {
        List<String> wrong = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (Threat t : threats()) {
            if (!ids.add(t.id()) || !Set.of("yes", "partly", "no").contains(t.protects())) {
                wrong.add(t.toString());
            }
            if (t.protects().equals("no") != t.tests().isEmpty()
                    || !t.tests().stream().allMatch(TrustTest::exists)) {
                wrong.add("tests of " + t);
            }
            t.tests().forEach(test -> named.add(test.split("\\.", -1)[0]));
        }
        assertThat(wrong).isEmpty();
        for (Path p : sources(ROOT.resolve("app/src/test/java/parley/app/security"))) {
            String name = p.getFileName().toString().replace(".java", "");
            if (name.endsWith("Test")) {
                assertThat(named)
                        .as("a threat that " + name + " stands against")
                        .contains(name);
            }
        }
    }

    @Test
    void the_page_on_threats_is_made_from_the_file() throws IOException {
        var page = new StringBuilder("""
                # Threat model

                What Parley has to withstand, who attacks it, and what stands in the way. Made from [threat-model.yml](threat-model.yml); parts that are not built yet are not claimed here.

                | | who | wants | protected | what stands in the way | shown by |
                |---|---|---|---|---|---|
                """);
        for (Threat t : threats()) {
            String shown =
                    String.join(", ", t.tests().stream().map(n -> "`" + n + "`").toList());
            page.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(t.id(), t.actor(), t.wants(), t.protects(), t.measure(), shown));
        }
        Map<String, Long> counts = new TreeMap<>();
        asvs().forEach(r -> counts.merge(r.status(), 1L, Long::sum));
        page.append("""

                [The requirements of ASVS 5.0.0](../security/asvs.csv), one line each: %d met and shown by a test, %d partly, %d not met or not shown, %d the operator's, %d not applicable.
                """.formatted(
                        counts.get("met"),
                        counts.get("partly"),
                        counts.get("not met"),
                        counts.get("operator"),
                        counts.get("n/a")));
        Path file = ROOT.resolve("docs/threat-model.md");
        if (System.getenv("PARLEY_REWRITE") != null) {
            Files.writeString(file, page.toString());
        }
        assertThat(text(file)).isEqualTo(page.toString());
    }
}
