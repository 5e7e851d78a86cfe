package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import parley.text.DiagnosticText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley explain}: shows the page of a code or of a property. */
@Command(
        name = "explain",
        description = {
            "Explains a code that a finding carries, or a property that a text can claim,",
            "with a wrong and a right example."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  parley explain R012", "  parley explain no-silence"})
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CODE", description = "The code in brackets, for example R012, or a property.")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String page = Pages.CODES.page(code.toUpperCase(Locale.ROOT));
        page = page == null ? Pages.PROPERTIES.page(code.toLowerCase(Locale.ROOT)) : page;
        if (page != null) {
            out.println(page.stripTrailing());
            return ExitCode.FINE;
        }
        List<String> near = Nearest.to(code, all(), 3);
        String says = "No finding has the code `%s`, and no property this name.".formatted(DiagnosticText.shown(code));
        err.println("parley: " + says + (near.isEmpty() ? "" : " Did you mean " + Nearest.words(near) + "?"));
        return ExitCode.WRONG_USE;
    }

    private static List<String> all() throws IOException {
        return Stream.concat(Pages.CODES.all().stream(), Pages.PROPERTIES.all().stream())
                .toList();
    }
}
