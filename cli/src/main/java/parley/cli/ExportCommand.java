package parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley export}: writes a case for other programs. */
@Command(
        name = "export",
        description = {
            "Writes a case for other programs, to standard output.",
            "`prism` writes a folder: for each slice a model in the PRISM language, its questions, what its commands mean,",
            "and in expected.tsv what we say the answer is."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley export json cases/belarus > belarus.json",
            "  parley export dot cases/belarus | dot -Tsvg > belarus.svg",
            "  parley export prism cases/belarus --property 'snapback within 60 days' --out build/models"
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

    @Option(
            names = "--property",
            paramLabel = "PROPERTY",
            description = "For prism: only the models of this, as written after `prove`; may be repeated.")
    private List<String> properties = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "For prism: where to write; needed.")
    private @Nullable Path out;

    @Option(
            names = "--explicit",
            description = "For prism: also write all states of each model as PRISM does (.sta, .tra, .lab, rewards).")
    private boolean explicit;

    /** What can be written. */
    enum Format {
        JSON,
        DOT,
        PRISM;

        @Override
        public String toString() {
            return switch (this) {
                case JSON -> "json";
                case DOT -> "dot";
                case PRISM -> "prism";
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
        return switch (format) {
            case JSON -> print(CaseJson.write(theCase));
            case DOT -> print(CaseDot.write(theCase));
            case PRISM -> models(theCase, checked);
        };
    }

    private int print(String text) {
        spec.commandLine().getOut().println(text);
        return ExitCode.FINE;
    }

    private int models(Case theCase, CheckedFolder checked) {
        PrintWriter err = spec.commandLine().getErr();
        Path folder = out;
        if (folder == null) {
            err.println("parley: say where to write the models: `--out build/models`");
            return ExitCode.WRONG_USE;
        }
        var asking = new Asking(properties);
        Case asked = asking.of(theCase, new java.util.TreeMap<>(checked.sources()), err);
        if (asked == null) {
            return ExitCode.WRONG_USE;
        }
        try {
            var models = new ModelFolder(folder, explicit ? ModelFolder.Kind.EXPLICIT : ModelFolder.Kind.MODELS);
            int written = models.write(asking.verdicts(asked, err));
            models.tooLarge().forEach(m -> err.println("parley: too many states to write them out: " + m));
            spec.commandLine().getOut().println("%d models in %s".formatted(written, folder));
            return ExitCode.FINE;
        } catch (java.io.IOException e) {
            return Reports.notWritten(folder.toString(), e, err);
        }
    }
}
