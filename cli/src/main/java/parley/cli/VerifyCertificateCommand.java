package parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.certificate.Certificate;
import parley.certificate.CertificateChecker;
import parley.certificate.CertificateText;
import parley.certificate.ModelHash;
import parley.game.Counted;
import parley.game.Game;
import parley.game.Solver;
import parley.game.Unanswerable;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.Interpretation;
import parley.prism.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
        footer = {
            "  parley verify-certificate goal.txt game.prism --const N=20",
            "  parley verify-certificate goal.txt --tra game.tra --lab game.lab"
        })
final class VerifyCertificateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ExplicitFiles files;

    @Parameters(index = "0", paramLabel = "CERTIFICATE", description = "The file with the certificates.")
    @SuppressWarnings("NullAway.Init")
    private Path certificate;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MODEL", description = "A model in the PRISM language.")
    private @Nullable Path model;

    @Option(
            names = "--const",
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "Constants that the model leaves open.")
    private Map<String, String> constants = Map.of();

    @Override
    public Integer call() {
        if (files.given() == (model != null)) {
            throw new ParameterException(spec.commandLine(), "Name a model, or its explicit files with --tra.");
        }
        PrintWriter err = spec.commandLine().getErr();
        try (BufferedReader in = Files.newBufferedReader(certificate)) {
            return check(model == null ? files.read() : explored(model), in);
        } catch (NoSuchFileException e) {
            err.println("parley: There is no file `" + e.getFile() + "`.");
        } catch (IOException e) {
            err.println("parley: " + e.getMessage());
        } catch (PrismFiles.Unreadable e) {
            err.println("parley: " + e.why());
        } catch (Unanswerable e) {
            err.println("parley: " + e.why());
        }
        return ExitCode.WRONG_USE;
    }

    /** The states as the engine numbers them; that they are those of the model, the slow interpreter says. */
    private Game explored(Path file) throws PrismFiles.Unreadable, Unanswerable {
        Model read = new PrismFiles(constants).model(file);
        Explored explored = PrismFiles.states(file, read, Explorer.LIMIT, _ -> true);
        if (explored == null) {
            throw new Unanswerable("The model is too large to be explored.");
        }
        Optional<String> difference = Interpretation.difference(explored);
        if (difference.isPresent()) {
            throw new Unanswerable("The engine and the interpreter read the model differently: " + difference.get());
        }
        return explored.game();
    }

    private int check(Game model, BufferedReader in) throws IOException, Unanswerable {
        PrintWriter out = spec.commandLine().getOut();
        int code = ExitCode.FINE;
        for (Certificate each : CertificateText.read(in)) {
            Optional<String> why = refusal(model, each);
            String claim = each.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + each.bound();
            out.println(why.map(reason -> "refused: " + claim + ": " + reason)
                    .orElse("proved: " + claim + about(model, each)));
            code = why.isPresent() ? ExitCode.FINDINGS : code;
        }
        out.flush();
        return code;
    }

    /** Names the labels that the target is, so that a reader sees what was proved: a certificate itself knows numbers only. */
    private static String about(Game model, Certificate claim) {
        List<String> labels = model.labels().entrySet().stream()
                .filter(l -> claim.goal().counted() == null
                        && l.getValue().equals(claim.goal().target()))
                .map(l -> "\"" + l.getKey() + "\"")
                .sorted()
                .toList();
        return labels.isEmpty()
                ? ""
                : " of reaching " + String.join(" (the same states as ", labels) + ")".repeat(labels.size() - 1);
    }

    private static Optional<String> refusal(Game model, Certificate claim) throws Unanswerable {
        Game game = Solver.writtenOut(model, claim.max(), claim.rewards());
        Counted.Recipe recipe = claim.goal().counted();
        if (recipe != null) {
            try {
                Game counted = Counted.again(game, recipe, claim.max());
                return CertificateChecker.check(counted, ModelHash.of(counted), claim);
            } catch (Unanswerable e) {
                return Optional.of(e.why());
            }
        }
        return CertificateChecker.check(game, model.states(), ModelHash.of(game), claim);
    }
}
