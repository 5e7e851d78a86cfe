package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley check}: says everything that is wrong with a case and its record. Only texts are mended. */
@Command(
        name = "check",
        description = "Says everything that is wrong with a case, and how to mend it.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley check cases/belarus",
            "  parley check cases/belarus --fix",
            "  parley check cases/belarus --sarif > findings.sarif"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "The folder of the case, or one file of it.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @ArgGroup
    private @Nullable Output output;

    @Option(names = "--fix", description = "Carry out the first fix of each finding in a text, then check again.")
    private boolean fix;

    @Option(
            names = {"--colour", "--color"},
            paramLabel = "WHEN",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private Colour colour = Colour.AUTO;

    /** For programs. */
    static final class Output {
        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Option(names = "--sarif", description = "Print SARIF 2.1.0, for code hosts.")
        private boolean sarif;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return switch (CaseFolder.read(path)) {
            case CaseFolder.Unusable unusable -> Reports.unusable(unusable, err);
            case CaseFolder.Found found ->
                fix ? fixAndReport(CheckedFolder.of(found)) : report(CheckedFolder.of(found));
        };
    }

    private int fixAndReport(CheckedFolder before) {
        PrintWriter err = spec.commandLine().getErr();
        CaseFolder.Found folder = before.folder();
        Fixes fixes = Fixes.apply(before.diagnostics(), folder.byName(), folder.damaged());
        for (Map.Entry<String, String> change : fixes.changed().entrySet()) {
            try {
                AtomicFile.write(folder.file(change.getKey()), change.getValue());
            } catch (IOException e) {
                return Reports.notWritten(change.getKey(), e, err);
            }
        }
        if (fixes.applied() > 0) {
            err.println("mended " + CheckedFolder.counted(fixes.applied(), "finding") + " in "
                    + CheckedFolder.counted(fixes.changed().size(), "file"));
        }
        return switch (CaseFolder.read(path)) {
            case CaseFolder.Unusable unusable -> Reports.unusable(unusable, err);
            case CaseFolder.Found again -> report(CheckedFolder.of(again));
        };
    }

    private int report(CheckedFolder texts) {
        CheckedFolder checked;
        try {
            checked = texts.withRecord();
        } catch (IOException e) {
            return Reports.notRead(
                    "the record of " + path, e, spec.commandLine().getErr());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (output != null && output.json) {
            out.println(DiagnosticsJson.write(checked.diagnostics(), checked.sources()));
        } else if (output != null && output.sarif) {
            out.println(Sarif.write(checked.diagnostics(), checked.sources(), Main.version()));
        } else {
            checked.print(out, colour.on());
        }
        out.flush();
        return checked.errors() > 0 ? ExitCode.FINDINGS : ExitCode.FINE;
    }
}
