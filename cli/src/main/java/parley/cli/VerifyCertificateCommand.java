package parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import parley.certificate.Certificate;
import parley.certificate.CertificateChecker;
import parley.certificate.CertificateText;
import parley.certificate.ModelHash;
import parley.game.Game;
import parley.game.Solver;
import parley.game.Unanswerable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley verify-certificate}: checks what an answer rests on, without the engine that gave it. */
@Command(
        name = "verify-certificate",
        description = "Checks certificates of `parley solve` in fractions, without any tolerance.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every certificate proves its claim",
            "1:one does not",
            "2:the model or the certificate cannot be read",
            "3:the machine lacks something, for example a permission"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  parley verify-certificate goal.txt --tra game.tra --lab game.lab"})
final class VerifyCertificateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ExplicitFiles files;

    @Parameters(paramLabel = "CERTIFICATE", description = "The file with the certificates.")
    @SuppressWarnings("NullAway.Init")
    private Path certificate;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (BufferedReader in = Files.newBufferedReader(certificate)) {
            return check(files.read(), in);
        } catch (NoSuchFileException e) {
            err.println("parley: There is no file `" + e.getFile() + "`.");
        } catch (IOException e) {
            err.println("parley: " + e.getMessage());
        } catch (Unanswerable e) {
            err.println("parley: " + e.why());
        }
        return ExitCode.WRONG_USE;
    }

    private int check(Game model, BufferedReader in) throws IOException, Unanswerable {
        PrintWriter out = spec.commandLine().getOut();
        int code = ExitCode.FINE;
        for (Certificate each : CertificateText.read(in)) {
            Game game = Solver.writtenOut(model, each.max());
            Optional<String> why = CertificateChecker.check(game, ModelHash.of(game), each);
            String claim = each.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + each.bound();
            out.println(why.map(reason -> "refused: " + claim + ": " + reason).orElse("proved: " + claim));
            code = why.isPresent() ? ExitCode.FINDINGS : code;
        }
        out.flush();
        return code;
    }
}
