package parley.app.upkeep;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import parley.app.record.CaseRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley record}: takes the record out as plain files, puts it back, makes again what is derived from it. */
@Command(
        name = "record",
        description = "Backs up and restores the record, and makes again what is derived from it.",
        mixinStandardHelpOptions = true)
public final class RecordCommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "backup",
            description = "Writes the whole record, as it is at one moment, into a new folder of plain files.",
            mixinStandardHelpOptions = true)
    int backup(@Parameters(paramLabel = "FOLDER") Path folder, @Mixin Where where) {
        return where.run(err(), (database, _) -> {
            Backup.write(database.keeper(), folder);
            out().println(folder.toAbsolutePath().normalize());
            return 0;
        });
    }

    @Command(
            name = "restore",
            description = "Puts a backup into an empty data folder; every entry is checked before anything is kept.",
            mixinStandardHelpOptions = true)
    int restore(@Parameters(paramLabel = "FOLDER") Path folder, @Mixin Where where) {
        return where.run(err(), (database, heads) -> {
            Backup.restore(database.keeper(), heads, folder);
            out().println("restored into " + where.folder());
            return 0;
        });
    }

    @Command(
            name = "rebuild",
            description = "Makes the tables of roles and copies again from the record.",
            mixinStandardHelpOptions = true)
    int rebuild(@Mixin Where where) {
        return where.run(err(), (database, _) -> {
            try (Connection c = database.keeper().getConnection()) {
                c.setAutoCommit(false);
                for (String caseId : Fsck.cases(c)) {
                    Rebuild.of(c, caseId, CaseRecord.entries(c, caseId, -1));
                }
                c.commit();
            }
            out().println("made again");
            return 0;
        });
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
