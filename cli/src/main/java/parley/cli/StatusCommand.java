package parley.cli;

import java.util.concurrent.Callable;
import parley.standing.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private CaseOnDay asked;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        return switch (asked.read(spec.commandLine().getErr())) {
            case CaseOnDay.Result.Refused refused -> refused.exitCode();
            case CaseOnDay.Result.Read read -> {
                Standing standing = read.standing();
                spec.commandLine().getOut().print(json ? StandingJson.write(standing) : StandingText.of(standing));
                yield ExitCode.FINE;
            }
        };
    }
}
