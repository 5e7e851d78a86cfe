package parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley export}: writes a case for other programs. */
@Command(
        name = "export",
        description = "Writes a case for other programs, to standard output.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley export json cases/belarus > belarus.json",
            "  parley export dot cases/belarus | dot -Tsvg > belarus.svg"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Parameters(index = "1", paramLabel = "CASE", description = "The folder of the case, or one file of it.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    /** What can be written. */
    enum Format {
        JSON,
        DOT;

        @Override
        public String toString() {
            return switch (this) {
                case JSON -> "json";
                case DOT -> "dot";
            };
        }
    }

    @Override
    public Integer call() {
        return switch (CaseFolder.read(path)) {
            case CaseFolder.Unusable unusable ->
                Reports.unusable(unusable, spec.commandLine().getErr());
            case CaseFolder.Found found -> export(CheckedFolder.of(found));
        };
    }

    private int export(CheckedFolder checked) {
        PrintWriter err = spec.commandLine().getErr();
        @Nullable Case theCase = checked.theCase();
        if (theCase == null || checked.errors() > 0) {
            checked.print(err, Colour.NEVER.on());
            err.println("parley: nothing was exported, because the text has errors.");
            return ExitCode.FINDINGS;
        }
        String text = switch (format) {
            case JSON -> CaseJson.write(theCase);
            case DOT -> CaseDot.write(theCase);
        };
        spec.commandLine().getOut().println(text);
        return ExitCode.FINE;
    }
}
