package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.proof.Verdict;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Case;
import parley.text.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley prove}: what the text implies, property by property, whatever the other side does. */
@Command(
        name = "prove",
        description = {
            "Says what the text implies, whatever the other side, blocking members, verifiers and delays do.",
            "First what the text claims and asks, then the rest of the catalogue with its usual parameters."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that the text claims holds",
            "1:something it claims is refuted or stays open",
            "2:the command or the text cannot be used",
            "3:the machine lacks something, for example a permission"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley prove cases/belarus",
            "  parley prove cases/belarus --property 'snapback within 60 days despite 1 veto'",
            "  parley prove cases/belarus --json --certificates build/certificates"
        })
final class ProveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "The folder of the case, or one file of it.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Option(
            names = "--property",
            paramLabel = "PROPERTY",
            description = "Only this, as it would be written after `prove` or `ask`; may be repeated.")
    private List<String> properties = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--stories", description = "Tell every story found, not only the first of each property.")
    private boolean stories;

    @Option(
            names = "--repairs",
            description = "Try small changes of the text for what is refuted, and prove everything again with each.")
    private boolean repairs;

    @Option(
            names = "--certificates",
            paramLabel = "DIR",
            description = "Write the models that were looked at, with certificates, for `parley verify-certificate`.")
    private @Nullable Path certificates;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return switch (SoundCase.read(path, err)) {
            case SoundCase.Refused refused -> refused.exitCode();
            case SoundCase.Read read -> {
                var asking = new Asking(properties);
                Map<String, Source> sources =
                        new java.util.TreeMap<>(read.folder().sources());
                Case theCase = asking.of(read.theCase(), sources, err);
                if (theCase == null) {
                    yield ExitCode.WRONG_USE;
                }
                List<Verdict> verdicts = asking.verdicts(theCase, err);
                if (repairs) {
                    verdicts = Asking.mended(verdicts, sources, err);
                }
                try {
                    if (certificates != null) {
                        new ModelFolder(certificates, ModelFolder.Kind.CERTIFICATES).write(verdicts);
                    }
                } catch (IOException e) {
                    yield Reports.notWritten(String.valueOf(certificates), e, err);
                }
                print(theCase, verdicts, sources);
                yield verdicts.stream().anyMatch(v -> v.claimed() && fails(v)) ? ExitCode.FINDINGS : ExitCode.FINE;
            }
        };
    }

    private static boolean fails(Verdict v) {
        return v.outcome() == Outcome.REFUTED || v.outcome() == Outcome.OPEN;
    }

    private void print(Case theCase, List<Verdict> verdicts, Map<String, Source> sources) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                json
                        ? VerdictJson.of(theCase, verdicts, sources)
                        : new VerdictText(theCase, sources, stories || !properties.isEmpty()).of(verdicts));
        out.flush();
    }
}
