package parley.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages that are packed with the program: about the codes of findings, and about the properties of the catalogue. */
enum Pages {
    CODES("/parley/errors", "[A-Z]\\d{3}"),
    PROPERTIES("/parley/properties", "[a-z-]+");

    private final String folder;
    private final String names;

    Pages(String folder, String names) {
        this.folder = folder;
        this.names = names;
    }

    /** Returns the page of that name, or {@code null} if there is none. */
    @Nullable
    String page(String name) throws IOException {
        if (!name.matches(names)) {
            return null;
        }
        try (InputStream in = Pages.class.getResourceAsStream(folder + "/" + name + ".md")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the names of all pages, sorted. */
    List<String> all() throws IOException {
        URL place = Pages.class.getResource(folder);
        if (place == null) {
            return List.of();
        }
        try {
            URI uri = place.toURI();
            if (!uri.getScheme().equals("jar")) {
                return all(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return all(jar.getPath(folder));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place %s of the pages is no URI.".formatted(place), e);
        }
    }

    private static List<String> all(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .sorted()
                    .toList();
        }
    }
}
