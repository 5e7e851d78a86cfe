package parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.diff.Change;
import parley.diff.Changes;
import parley.roadmap.Case;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley diff}: says what a new text changes, and for whom. */
@Command(
        name = "diff",
        description = "Says in sentences what changes from one text of a case to another, and for whom.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing changes for anybody",
            "1:there are changes",
            "2:one of the texts cannot be compared, for example because it has errors"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  parley diff cases/belarus drafts/belarus", "  parley diff old.parley new.parley --json"})
final class DiffCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The folder of the case as it was, or one file.")
    @SuppressWarnings("NullAway.Init")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder of the case as it is to be, or one file.")
    @SuppressWarnings("NullAway.Init")
    private Path after;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** A text that can be compared, or the exit code with which the command ends. */
    private record Side(@Nullable Case theCase, @Nullable CheckedFolder folder, int code) {}

    @Override
    public Integer call() {
        Side old = read(before);
        Case oldCase = old.theCase();
        if (oldCase == null || old.folder() == null) {
            return old.code();
        }
        Side fresh = read(after);
        Case newCase = fresh.theCase();
        if (newCase == null || fresh.folder() == null) {
            return fresh.code();
        }
        List<Change> changes = Changes.between(oldCase, newCase);
        PrintWriter out = spec.commandLine().getOut();
        var places = new ChangesText(
                oldCase, newCase, old.folder().sources(), fresh.folder().sources());
        out.print(json ? places.json(changes) : places.text(changes));
        out.flush();
        return changes.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private Side read(Path path) {
        PrintWriter err = spec.commandLine().getErr();
        return switch (CaseFolder.read(path)) {
            case CaseFolder.Unusable unusable -> new Side(null, null, Reports.unusable(unusable, err));
            case CaseFolder.Found found -> {
                CheckedFolder checked = CheckedFolder.of(found);
                Case theCase = checked.errors() > 0 ? null : checked.theCase();
                if (theCase == null) {
                    err.println("parley: `%s` has errors; `parley check` tells them.".formatted(path));
                }
                yield new Side(theCase, checked, ExitCode.WRONG_USE);
            }
        };
    }
}
