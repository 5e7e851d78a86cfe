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

/** The pages about codes that are packed with the program. */
final class ErrorPages {
    private static final String FOLDER = "/parley/errors";

    private ErrorPages() {}

    /** Returns the page of {@code code}, or {@code null} if there is none. */
    static @Nullable String page(String code) throws IOException {
        if (!code.matches("[A-Z]\\d{3}")) {
            return null;
        }
        try (InputStream in = ErrorPages.class.getResourceAsStream(FOLDER + "/" + code + ".md")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns all codes that have a page, sorted. */
    static List<String> codes() throws IOException {
        URL folder = ErrorPages.class.getResource(FOLDER);
        if (folder == null) {
            return List.of();
        }
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return codes(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return codes(jar.getPath(FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place %s of the pages is no URI.".formatted(folder), e);
        }
    }

    private static List<String> codes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .sorted()
                    .toList();
        }
    }
}
