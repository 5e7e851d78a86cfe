package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.facts.Facts;
import parley.roadmap.Case;
import parley.standing.Standing;
import parley.standing.Standings;
import parley.text.Diagnostic;
import parley.text.Severity;
import parley.text.Source;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands ask alike that look at a case on a day: which case, which day, what was known when. */
final class CaseOnDay {
    /** Later nothing of the case is left to stand anywhere. */
    private static final int YEARS_AFTER = 10;

    @Parameters(paramLabel = "CASE", description = "The folder of the case.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "The day to look at, for example 2015-11-01; the day the record ends if not given.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-at",
            paramLabel = "DAY",
            description = "Use only what was recorded by this day; --as-of if not given.")
    private @Nullable LocalDate knownAt;

    /** What came of reading. */
    sealed interface Result {
        /**
         * The case with all rows of its record.
         *
         * @param sources the texts by name
         */
        record Read(Case theCase, Map<String, Source> sources, RecordFolder record, LocalDate day, LocalDate known)
                implements Result {
            Facts facts() {
                return record.facts();
            }

            Standing standing() {
                return Standings.of(theCase, facts(), known, day);
            }

            /** Returns where the case stood some days earlier, from what was known then. */
            Standing standingOn(LocalDate earlier) {
                return Standings.of(theCase, facts(), earlier.isBefore(known) ? earlier : known, earlier);
            }
        }

        /** It could not be read; the reason was said. */
        record Refused(int exitCode) implements Result {}
    }

    Result read(PrintWriter err) {
        if (Files.isRegularFile(path)) {
            err.println(
                    "parley: `%s` is a file; name the folder of the case, its record lies there too.".formatted(path));
            return new Result.Refused(ExitCode.WRONG_USE);
        }
        return switch (SoundCase.read(path, err)) {
            case SoundCase.Refused refused -> new Result.Refused(refused.exitCode());
            case SoundCase.Read read -> read(read.theCase(), read.folder(), err);
        };
    }

    private Result read(Case theCase, CheckedFolder checked, PrintWriter err) {
        if (!RecordFolder.isThere(checked.folder().root(), theCase.facts())) {
            err.println("parley: the case has no folder `%s`; nothing is known of what happened."
                    .formatted(theCase.facts()));
        }
        RecordFolder record;
        try {
            record = RecordFolder.read(checked.folder().root(), theCase.facts());
        } catch (IOException e) {
            return new Result.Refused(Reports.notRead("the record", e, err));
        }
        List<Diagnostic> unknown = record.unknownNames(theCase);
        if (!unknown.isEmpty()) {
            err.println(
                    "parley: %s of the record name something the case does not know and count for nothing; `parley check` tells them."
                            .formatted(CheckedFolder.counted(unknown.size(), "kind of row", "kinds of rows")));
        }
        long faults = record.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .count();
        if (faults > 0) {
            err.println("parley: the record has %s; `parley check` tells them. A wrong row could turn an answer around."
                    .formatted(CheckedFolder.counted(faults, "error")));
            return new Result.Refused(ExitCode.FINDINGS);
        }
        LocalDate ends = theCase.knownUpTo() == null ? theCase.from() : theCase.knownUpTo();
        LocalDate day = asOf == null ? ends : asOf;
        LocalDate first = Standings.firstDay(theCase, record.facts());
        if (day.isBefore(first)) {
            err.println(
                    "parley: the case knows nothing before %s; --as-of has to be that day or later.".formatted(first));
            return new Result.Refused(ExitCode.WRONG_USE);
        }
        LocalDate last = theCase.to().plusYears(YEARS_AFTER);
        if (day.isAfter(last)) {
            err.println("parley: the case ends on %s; --as-of has to be %s or earlier.".formatted(theCase.to(), last));
            return new Result.Refused(ExitCode.WRONG_USE);
        }
        return new Result.Read(theCase, checked.sources(), record, day, knownAt == null ? day : knownAt);
    }
}
