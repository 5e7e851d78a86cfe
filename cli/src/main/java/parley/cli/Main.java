package parley.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.cli.lsp.LspCommand;
import parley.text.DiagnosticText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code parley}. */
@Command(
        name = "parley",
        description = "Conditional, coordinated sanctions roadmaps: checked, explained, compared, copied, exported.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            ExplainCommand.class,
            FormatCommand.class,
            ExportCommand.class,
            RehearseCommand.class,
            StatusCommand.class,
            BriefCommand.class,
            ProveCommand.class,
            DiffCommand.class,
            CopyCommand.class,
            SolveCommand.class,
            VerifyCertificateCommand.class,
            EvidenceCommand.class,
            HooksCommand.class,
            MatchNamesCommand.class,
            MatchEntitiesCommand.class,
            ListsCommand.class,
            ScreenCommand.class,
            LspCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:there are findings",
            "2:the command was used in a way it does not know",
            "3:the machine lacks something, for example a permission"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley check cases/belarus",
            "  parley explain R012",
            "  parley export json cases/belarus",
            "",
            "The server is a program of its own behind the same word:",
            "  parley serve                    starts it; parley serve --help tells more",
            "  parley fsck                     checks its record",
            "  parley record backup FOLDER     takes the record out; restore and rebuild too"
        })
public final class Main implements Runnable {
    private static final Pattern LIST = Pattern.compile("one of \\[([^\\]]*)\\]( \\(case-insensitive\\))?");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs the command that {@code arguments} name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // The same text gives the same bytes on every machine.
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs a command as the shell would and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, new Days())
                .setParameterExceptionHandler((e, _) -> wrongUse(e))
                .setExecutionExceptionHandler((e, command, _) -> ourFault(e, command.getErr()));
        try {
            return line.execute(arguments);
        } catch (StackOverflowError e) {
            err.println("parley: the text is nested too deeply for the memory of this process.");
            return ExitCode.MACHINE_LACKS;
        } catch (OutOfMemoryError e) {
            err.println("parley: not enough memory; set PARLEY_JAVA_OPTS=-Xmx2g and try again.");
            return ExitCode.MACHINE_LACKS;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    private static int wrongUse(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("parley: " + DiagnosticText.shown(said(e)));
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                err.println(
                        "Did you mean " + Nearest.words(near.stream().limit(3).toList()) + "?");
            }
        }
        err.println("`" + command.getCommandSpec().qualifiedName() + " --help` shows what there is.");
        return ExitCode.WRONG_USE;
    }

    /** Says in plain words what picocli says in those of a programmer. */
    private static String said(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched && message.startsWith("Unmatched argument")) {
            String word = unmatched.getUnmatched().getFirst();
            CommandSpec command = e.getCommandLine().getCommandSpec();
            return command.parent() == null
                    ? "there is no command `%s`".formatted(word)
                    : "`%s` takes no further argument, `%s` is one too many".formatted(command.qualifiedName(), word);
        }
        return LIST.matcher(message).replaceAll(list -> Matcher.quoteReplacement(either(list.group(1))));
    }

    private static String either(String list) {
        return list.replaceAll(", (?=[^,]*$)", " or ");
    }

    private static int ourFault(Exception e, PrintWriter err) {
        err.println("parley: this is a mistake in Parley, not in your text. Please report these words: "
                + DiagnosticText.shown(e.toString()));
        return ExitCode.MACHINE_LACKS;
    }

    public static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    /** The version in the manifest of the jar. */
    public static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"parley " + version()};
        }
    }
}
