package parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import parley.diff.Change;
import parley.diff.Changes;
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

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return switch (SoundCase.read(before, err)) {
            case SoundCase.Refused refused -> trouble(refused);
            case SoundCase.Read old ->
                switch (SoundCase.read(after, err)) {
                    case SoundCase.Refused refused -> trouble(refused);
                    case SoundCase.Read fresh -> compare(old, fresh);
                };
        };
    }

    /** Findings are changes here; a text that cannot be compared is trouble, as with diff(1). */
    private static int trouble(SoundCase.Refused refused) {
        return refused.exitCode() == ExitCode.FINDINGS ? ExitCode.WRONG_USE : refused.exitCode();
    }

    private int compare(SoundCase.Read old, SoundCase.Read fresh) {
        List<Change> changes = Changes.between(old.theCase(), fresh.theCase());
        PrintWriter out = spec.commandLine().getOut();
        var places = new ChangesText(
                old.theCase(),
                fresh.theCase(),
                old.folder().sources(),
                fresh.folder().sources());
        out.print(json ? places.json(changes) : places.text(changes));
        out.flush();
        return changes.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
