package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.brief.Annex;
import parley.brief.Briefing;
import parley.standing.Standing;
import parley.standing.Standings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parley brief}: writes the briefing of a case as one page. */
@Command(
        name = "brief",
        description = {
            "Writes a briefing as one page, without network, to read and to print.",
            "What changed, where the goals stand, who owes what by when, where partners diverge, what could be answered."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley brief cases/belarus",
            "  parley brief cases/belarus --as-of 2015-11-01 --out briefing.html",
            "  parley brief cases/belarus --since 2026-01-01"
        })
final class BriefCommand implements Callable<Integer> {
    private static final int CHANGES_DAYS = 90;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CaseOnDay asked;

    @Option(
            names = "--since",
            paramLabel = "DAY",
            description = "Say what changed after this day; 90 days before --as-of if not given.")
    private @Nullable LocalDate since;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write; CASE-DAY.html in the current folder if not given.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return switch (asked.read(err)) {
            case CaseOnDay.Result.Refused refused -> refused.exitCode();
            case CaseOnDay.Result.Read read -> write(read, err);
        };
    }

    private int write(CaseOnDay.Result.Read read, PrintWriter err) {
        LocalDate first = Standings.firstDay(read.theCase(), read.facts());
        LocalDate quarter = read.day().minusDays(CHANGES_DAYS);
        LocalDate asked = since != null ? since : quarter;
        LocalDate before = asked.isBefore(first) ? first.minusDays(1) : asked;
        if (!before.isBefore(read.day())) {
            err.println("parley: --since has to lie before the day of the briefing, %s.".formatted(read.day()));
            return ExitCode.WRONG_USE;
        }
        Path file = out == null ? Path.of("%s-%s.html".formatted(read.theCase().id(), read.day())) : out;
        if (Files.isDirectory(file)) {
            err.println("parley: --out names a folder; name a file in it, for example %s."
                    .formatted(file.resolve("briefing.html")));
            return ExitCode.WRONG_USE;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            err.println("parley: there is no folder %s to write into.".formatted(folder));
            return ExitCode.WRONG_USE;
        }
        List<Annex> annexes;
        try {
            annexes = Annexes.of(read.record().folder(), read.known());
        } catch (IOException e) {
            return Reports.notRead("the record", e, err);
        }
        Standing now = read.standing();
        String page = Briefing.html(
                read.theCase(),
                read.sources(),
                read.facts().knownAt(read.known()),
                now,
                read.standingOn(before),
                annexes,
                new Asking(List.of()).claimed(read.theCase(), err));
        try {
            AtomicFile.write(file, page);
        } catch (IOException e) {
            return Reports.notWritten(file.toString(), e, err);
        }
        spec.commandLine().getOut().println(file.toAbsolutePath().normalize());
        return ExitCode.FINE;
    }
}
