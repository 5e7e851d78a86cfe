package parley.app.upkeep;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code parley fsck}: checks every entry, the end of each chain, and what is derived from them. */
@Command(
        name = "fsck",
        description = {
            "Checks the record: every entry by its hash and place, its columns, the end that was acknowledged, and that",
            "roles and copies are those of the record. Changes nothing. Exit 1 if something is wrong."
        },
        mixinStandardHelpOptions = true)
public final class FsckCommand implements Callable<Integer> {
    private static final int MOST_TOLD = 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Where where;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return where.run(spec.commandLine().getErr(), (database, heads) -> {
            List<Fsck.Found> found = Fsck.check(database.keeper(), heads);
            for (Fsck.Found f : found) {
                out.printf(
                        "%s: %d entries, last %s: %s%n",
                        f.caseId(),
                        f.entries(),
                        f.lastHash().substring(0, 16),
                        f.wrong().isEmpty() ? "sound" : "WRONG");
                f.wrong().stream().limit(MOST_TOLD).forEach(w -> out.println("  " + w));
            }
            return found.stream().allMatch(f -> f.wrong().isEmpty()) ? 0 : 1;
        });
    }
}
