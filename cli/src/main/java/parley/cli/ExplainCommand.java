package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import parley.text.DiagnosticText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley explain}: shows the page of a code. */
@Command(
        name = "explain",
        description = "Explains a code that a finding carries, with a wrong and a right example.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = "  parley explain R012")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CODE", description = "The code in brackets, for example R012.")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String page = ErrorPages.page(code.toUpperCase(Locale.ROOT));
        if (page != null) {
            out.println(page.stripTrailing());
            return ExitCode.FINE;
        }
        List<String> near = Nearest.to(code, ErrorPages.codes(), 3);
        String says = "No finding has the code `" + DiagnosticText.shown(code) + "`.";
        err.println("parley: " + says + (near.isEmpty() ? "" : " Did you mean " + Nearest.words(near) + "?"));
        return ExitCode.WRONG_USE;
    }
}
