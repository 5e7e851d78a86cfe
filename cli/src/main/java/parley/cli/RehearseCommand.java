package parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import parley.roadmap.Case;
import parley.standing.Rehearsal;
import parley.text.Source;
import parley.text.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley rehearse}: plays the scenarios of a case. */
@Command(
        name = "rehearse",
        description = "Plays the scenarios of a case and says which expectations do not come true.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  parley rehearse cases/belarus", "  parley rehearse cases/belarus --mutants"})
final class RehearseCommand implements Callable<Integer> {
    private static final double ENOUGH_PERCENT = 90;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "The folder of the case.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Option(
            names = "--mutants",
            description = {
                "Also change each threshold, deadline and default by the least that matters, and show the changes",
                "that no scenario notices. Fine if at least 90 percent are noticed."
            })
    private boolean mutants;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return switch (SoundCase.read(path, err)) {
            case SoundCase.Refused refused -> refused.exitCode();
            case SoundCase.Read read -> {
                int code = rehearse(read.theCase(), read.folder(), out);
                yield code == ExitCode.FINE && mutants ? mutants(read.folder(), out, err) : code;
            }
        };
    }

    private static int rehearse(Case theCase, CheckedFolder checked, PrintWriter out) {
        Rehearsal.Report report = Rehearsal.of(theCase);
        List<Rehearsal.Outcome> outcomes = report.outcomes();
        long passed = outcomes.stream().filter(o -> o.failures().isEmpty()).count();
        for (Rehearsal.Outcome o : outcomes) {
            boolean fine = o.failures().isEmpty();
            out.printf(
                    "%s  %s%n",
                    fine ? "passes" : "FAILS ",
                    parley.text.DiagnosticText.shown(o.scenario().title()));
            o.failures().forEach(f -> out.printf("%s%n        %s%n", line(f.at(), checked), f.found()));
        }
        out.printf("%d of %d scenarios pass%n", passed, outcomes.size());
        if (!report.unrehearsed().isEmpty()) {
            out.printf("%nNo scenario lets these branches fire:%n");
            report.unrehearsed().forEach(u -> out.println(line(u.at(), checked)));
        }
        return report.passes() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private static int mutants(CheckedFolder checked, PrintWriter out, PrintWriter err) {
        Mutants.Report report = Mutants.of(checked.folder().sources(), err);
        out.printf(
                "%n%d of %d changes of a threshold, deadline or default are noticed (%.1f %%)%n",
                report.all() - report.unnoticed().size(), report.all(), report.percent());
        report.unnoticed()
                .forEach(m ->
                        out.printf("%s%n            %s instead of %s%n", line(m.at(), checked), m.becomes(), m.was()));
        return report.percent() >= ENOUGH_PERCENT ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private static String line(Span at, CheckedFolder checked) {
        Source source = checked.sources().get(at.file());
        int line = source == null ? 0 : source.line(at.start());
        String text = source == null ? "" : source.lineText(line).strip();
        return "        %s:%d  %s".formatted(at.file(), line, text);
    }
}
