package parley.app;

import java.nio.charset.StandardCharsets;
import parley.app.server.ServeCommand;
import parley.cli.EvidenceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need the server's database: {@code serve} and those that look after the record. */
@Command(
        name = "parley",
        description = "The server and its record.",
        mixinStandardHelpOptions = true,
        subcommands = {ServeCommand.class, EvidenceCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setOut(new java.io.PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args));
    }
}
