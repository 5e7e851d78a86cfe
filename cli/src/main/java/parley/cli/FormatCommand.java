package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import parley.language.Formatter;
import parley.text.DiagnosticText;
import parley.text.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley format}: brings the texts of a case into the one layout. */
@Command(
        name = "format",
        description = "Brings the texts of a case into the one layout.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  parley format cases/belarus", "  parley format cases/belarus --check"})
final class FormatCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "The folder of the case, or one file of it.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Option(names = "--check", description = "Write nothing; list the files that would change, and exit with 1.")
    private boolean check;

    @Override
    public Integer call() {
        return switch (CaseFolder.read(path)) {
            case CaseFolder.Unusable unusable ->
                Reports.unusable(unusable, spec.commandLine().getErr());
            case CaseFolder.Found found -> format(found);
        };
    }

    private int format(CaseFolder.Found folder) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Map<String, String> changed = new TreeMap<>();
        for (Source source : folder.sources()) {
            if (folder.damaged().contains(source.name())) {
                continue;
            }
            String text = Formatter.format(source);
            if (!text.equals(source.text())) {
                changed.put(source.name(), text);
            }
        }
        for (Map.Entry<String, String> change : changed.entrySet()) {
            if (!check) {
                try {
                    AtomicFile.write(folder.file(change.getKey()), change.getValue());
                } catch (IOException e) {
                    return Reports.notWritten(change.getKey(), e, err);
                }
            }
            out.println(DiagnosticText.shown(change.getKey()));
        }
        folder.diagnostics().forEach(d -> err.print(DiagnosticText.render(d, folder.byName(), false)));
        boolean findings = !folder.diagnostics().isEmpty() || (check && !changed.isEmpty());
        return findings ? ExitCode.FINDINGS : ExitCode.FINE;
    }
}
