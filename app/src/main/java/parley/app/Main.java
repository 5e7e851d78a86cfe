package parley.app;

import java.nio.charset.StandardCharsets;
import parley.app.evidence.web.BundleCommand;
import parley.app.server.ServeCommand;
import parley.app.server.Threads;
import parley.app.upkeep.FsckCommand;
import parley.app.upkeep.RecordCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need the server's database: {@code serve} and those that look after the record. */
@Command(
        name = "parley",
        description = "The server and its record.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {ServeCommand.class, FsckCommand.class, RecordCommand.class, BundleCommand.class})
public final class Main {
    private Main() {}

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"parley " + (version == null ? "of no release" : version)};
        }
    }

    public static void main(String[] args) {
        Threads.prepare();
        System.exit(new CommandLine(new Main())
                .setOut(new java.io.PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args));
    }
}
