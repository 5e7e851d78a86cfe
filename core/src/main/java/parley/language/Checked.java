package parley.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.text.Diagnostic;
import parley.text.Severity;
import parley.text.Source;

/**
 * What reading a folder of texts gave.
 *
 * @param theCase the case as far as it could be read, or {@code null} if no case is declared
 * @param diagnostics everything found, in the order of places
 */
public record Checked(@Nullable Case theCase, List<Source> sources, List<Diagnostic> diagnostics) {
    public Checked {
        sources = List.copyOf(sources);
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }
}
