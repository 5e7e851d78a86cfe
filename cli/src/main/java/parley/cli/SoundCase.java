package parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import parley.roadmap.Case;
import parley.text.DiagnosticText;

/** A case whose text has no errors, as most commands need it, or the exit code with which they end. */
sealed interface SoundCase {
    record Read(Case theCase, CheckedFolder folder) implements SoundCase {}

    /** It could not be read; the reason was said. */
    record Refused(int exitCode) implements SoundCase {}

    static SoundCase read(Path path, PrintWriter err) {
        return switch (CaseFolder.read(path)) {
            case CaseFolder.Unusable unusable -> new Refused(Reports.unusable(unusable, err));
            case CaseFolder.Found found -> {
                CheckedFolder checked = CheckedFolder.of(found);
                Case theCase = checked.theCase();
                if (theCase == null || checked.errors() > 0) {
                    String says = "`%s` has errors; `parley check` tells them.".formatted(path);
                    err.println("parley: " + DiagnosticText.shown(says));
                    yield new Refused(ExitCode.FINDINGS);
                }
                yield new Read(theCase, checked);
            }
        };
    }
}
