package parley.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import parley.prism.Exploration;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.Model;
import parley.prism.PrismReader;
import parley.prism.Problem;
import parley.prism.PropertiesFile;
import parley.prism.Result;

/** Files in the PRISM language. What is wrong with one is told in a sentence that begins with its name. */
final class PrismFiles {
    private final Map<String, String> constants;

    PrismFiles(Map<String, String> constants) {
        this.constants = constants;
    }

    /** A file cannot be used; the message is for the reader. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private Unreadable(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    Model model(Path file) throws Unreadable {
        return switch (PrismReader.read(text(file), constants)) {
            case Result.Of<Model>(Model model) -> model;
            case Result.Refused<Model>(Problem problem) -> throw new Unreadable(place(file, problem));
        };
    }

    PropertiesFile properties(@Nullable Path file) throws Unreadable {
        String text = file == null ? "" : text(file);
        return switch (PropertiesFile.read(text, constants)) {
            case Result.Of<PropertiesFile>(PropertiesFile properties) -> properties;
            case Result.Refused<PropertiesFile>(Problem problem) ->
                throw new Unreadable(place(file == null ? Path.of("properties") : file, problem));
        };
    }

    /** The states of a model; {@code null} beyond the limit. */
    static @Nullable Explored states(Path file, Model model, int limit, IntPredicate goOn) throws Unreadable {
        return switch (Explorer.explore(model, limit, goOn)) {
            case Explored explored -> explored;
            case Exploration.TooLarge _, Exploration.Stopped _ -> null;
            case Exploration.Refused(Problem problem) -> throw new Unreadable(place(file, problem));
        };
    }

    private static String place(Path file, Problem problem) {
        return problem.line() == 0
                ? file + ": " + problem.message()
                : "%s:%d:%d: %s".formatted(file, problem.line(), problem.column(), problem.message());
    }

    private static String text(Path file) throws Unreadable {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Unreadable("There is no file `" + e.getFile() + "`.");
        } catch (CharacterCodingException e) {
            throw new Unreadable("`" + file + "` is not a text in UTF-8.");
        } catch (IOException e) {
            throw new Unreadable("`" + file + "` cannot be read: " + AtomicFile.reason(e));
        }
    }
}
