package parley.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import parley.lists.intake.ListReader;
import parley.lists.intake.Reading;
import parley.lists.record.Finding;
import parley.lists.record.Listing;

/** What was read from files of a test. */
record ReadingFixtures(List<Listing> listings, Reading reading) {
    static ReadingFixtures of(boolean judged, @Nullable String list, Path... files) {
        var listings = new ArrayList<Listing>();
        try {
            return new ReadingFixtures(listings, ListReader.read(List.of(files), list, judged, listings::add).reading());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fixtures of our own, by name. */
    static ReadingFixtures fixtures(String... names) {
        return of(false, null, java.util.stream.Stream.of(names).map(ReadingFixtures::fixture).toArray(Path[]::new));
    }

    static Path fixture(String name) {
        try (InputStream in = ReadingFixtures.class.getResourceAsStream("fixtures/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no fixture " + name);
            }
            Path file = Files.createTempDirectory("lists").resolve(name);
            Files.write(file, in.readAllBytes());
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text as a file of this name. */
    static Path written(String name, byte[] bytes) {
        try {
            Path file = Files.createTempDirectory("lists").resolve(name);
            file.toFile().deleteOnExit();
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A real file beside the repository, or the test is skipped and says so. */
    static Path shared(String name) {
        Path start = Path.of(System.getProperty("parley.root", "")).toAbsolutePath();
        for (Path up = start; up != null; up = up.getParent()) {
            if (Files.exists(up.resolve("core/pom.xml"))) {
                start = up;
            }
        }
        String elsewhere = System.getenv("PARLEY_SHARED");
        Path file = (elsewhere == null ? start.resolveSibling("shared") : Path.of(elsewhere)).resolve("lists").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: " + file + " is not there (or set $PARLEY_SHARED)");
        return file;
    }

    Listing get(String id) {
        return listings.stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError("no record " + id + " among " + listings.stream().map(Listing::id).toList()));
    }

    List<String> codes() {
        return reading.findings().stream().map(Finding::code).map(Enum::name).distinct().sorted().toList();
    }
}
