package parley.facts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import parley.text.Diagnostic;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Severity;
import parley.text.Span;

/** Finds files beside the record that nobody reads: a table with a mistyped name would be missed in silence. */
public final class OtherFiles {
    private OtherFiles() {}

    /**
     * Returns a warning for each file that is no table of the record and that the record's own description does not name.
     *
     * @param names the names of the files in the folder
     * @param folder what stands before a name in messages, for example {@code facts/}; may be empty
     * @param readme the text of {@code README.md} in the folder; may be empty
     */
    public static List<Diagnostic> check(Collection<String> names, String folder, String readme) {
        return names.stream()
                .sorted()
                .filter(name -> FactFiles.columnsOf(name).isEmpty())
                .filter(name -> !name.equals("README.md") && !name.startsWith(".") && !readme.contains(name))
                .map(name -> unread(folder + name))
                .toList();
    }

    private static Diagnostic unread(String name) {
        return new Diagnostic(
                "F026",
                Severity.WARNING,
                "nothing reads the file `%s`".formatted(name),
                List.of(new Label(new Span(name, 0, 0), "")),
                "what stands in it decides nothing, though somebody may think so",
                List.of(
                        Fix.advice("name it like a table of the record: " + String.join(", ", tables())),
                        Fix.advice("tell in `README.md` beside it what it is for")));
    }

    private static List<String> tables() {
        return Set.of(
                        FactFiles.READINGS,
                        FactFiles.EVENTS,
                        FactFiles.ACTS,
                        FactFiles.SIGNATURES,
                        FactFiles.CONSULTATIONS,
                        FactFiles.DECISIONS)
                .stream()
                .sorted()
                .toList();
    }
}
