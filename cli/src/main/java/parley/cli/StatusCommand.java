package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.facts.Facts;
import parley.roadmap.Case;
import parley.standing.Standing;
import parley.standing.Standings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley status}: where a case stands on a day, from what was known on a day. */
@Command(
        name = "status",
        description = "Says where a case stands: what is met, owed, in force, and what departs from the text.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley status cases/belarus",
            "  parley status cases/belarus --as-of 2015-11-01 --known-at 2015-11-01",
            "  parley status cases/belarus --json"
        })
final class StatusCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "The folder of the case.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "The day to look at; the day the record ends if not given.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "DAY",
            description = "Use only what was recorded by this day; --as-of if not given.")
    private @Nullable LocalDate knownAt;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return switch (CaseFolder.read(path)) {
            case CaseFolder.Unusable unusable -> Reports.unusable(unusable, err);
            case CaseFolder.Found found -> {
                CheckedFolder checked = CheckedFolder.of(found);
                Case theCase = checked.theCase();
                if (theCase == null || checked.errors() > 0) {
                    err.println("parley: the text has errors; `parley check` tells them.");
                    yield ExitCode.FINDINGS;
                }
                Facts facts = RecordFolder.read(found.root(), theCase.facts()).facts();
                LocalDate ends = theCase.knownUpTo() == null ? theCase.from() : theCase.knownUpTo();
                LocalDate day = asOf == null ? ends : asOf;
                Standing standing = Standings.of(theCase, facts, knownAt == null ? day : knownAt, day);
                out.print(json ? StandingJson.write(standing) : StandingText.of(standing));
                yield ExitCode.FINE;
            }
        };
    }
}
