package parley.identity.name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the word lists that ship with the classes. */
final class Resource {
    private Resource() {}

    /** Returns the lines that are neither empty nor a comment, in order. */
    static List<String> lines(String name) {
        try (var in = Resource.class.getResourceAsStream("/parley/identity/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks parley/identity/" + name + "; build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("parley/identity/" + name + " in the jar cannot be read", e);
        }
    }
}
