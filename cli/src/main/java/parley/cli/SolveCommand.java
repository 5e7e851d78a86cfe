package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.certificate.Certificate;
import parley.certificate.CertificateText;
import parley.game.Answer;
import parley.game.Atoms;
import parley.game.Game;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.Model;
import parley.prism.PropertiesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley solve}: answers questions about a model in the PRISM language, or in explicit files. */
@Command(
        name = "solve",
        description =
                "Answers questions about a Markov chain, a decision process or a game, with bounds that are bounds.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every question has its answer, and every claim holds",
            "1:a claim is refuted, or a question stays open",
            "2:the model or a question cannot be read or answered",
            "3:the machine lacks something, for example a permission"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley solve consensus.prism consensus.props --const K=2 --prop c2",
            "  parley solve game.prism --query '<<1>> Pmax=? [F \"goal\"]' --exact --certificate goal.txt",
            "  parley solve --tra game.tra --lab game.lab --property '<<1>> P>=1 [F \"goal\"]'"
        })
final class SolveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "MODEL", description = "A model in the PRISM language.")
    private @Nullable Path model;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PROPS", description = "Its properties; all are answered.")
    private @Nullable Path properties;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ExplicitFiles files;

    @Option(names = "--prop", paramLabel = "NAME", description = "Only the property of this name; may be repeated.")
    private List<String> names = List.of();

    @Option(
            names = {"--query", "--property"},
            paramLabel = "QUESTION",
            description = "A question; may be repeated.")
    private List<String> queries = List.of();

    @Option(
            names = "--const",
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "Constants that the model or the properties leave open.")
    private Map<String, String> constants = Map.of();

    @Option(names = "--exact", description = "Spend much time on an answer in fractions.")
    private boolean exact;

    @Option(
            names = "--epsilon",
            defaultValue = "1e-6",
            description = "The width of bounds that is enough (default: ${DEFAULT-VALUE}).")
    private double epsilon;

    @Option(
            names = "--limit",
            defaultValue = "" + Explorer.LIMIT,
            paramLabel = "STATES",
            description = "The most states; a larger model stays open (default and most: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Write what the answers rest on.")
    private @Nullable Path certificate;

    @Option(names = "--json", description = "Print JSON, one object a line; so it always is for explicit files.")
    private boolean json;

    @Override
    public Integer call() {
        if (files.given() == (model != null)) {
            throw new ParameterException(spec.commandLine(), "Name a model, or its explicit files with --tra.");
        }
        if (!(epsilon > 0)) {
            throw new ParameterException(spec.commandLine(), "The width of bounds must be above 0.");
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            return model == null ? explicit() : model(model);
        } catch (PrismFiles.Unreadable e) {
            err.println("parley: " + e.why());
        } catch (NoSuchFileException e) {
            err.println("parley: There is no file `" + e.getFile() + "`.");
        } catch (IOException e) {
            err.println("parley: " + e.getMessage());
        }
        return ExitCode.WRONG_USE;
    }

    private int explicit() throws IOException {
        if (queries.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Ask something with --property.");
        }
        Game game = files.read();
        PrintWriter out = spec.commandLine().getOut();
        var questions = new Questions(game, Atoms.none(), epsilon, exact, certificate != null);
        var certificates = new ArrayList<Certificate>();
        int code = ExitCode.FINE;
        for (String each : queries) {
            Solution solution = questions.solve("", each);
            Answer answer = solution.answer();
            if (answer == null) {
                spec.commandLine().getErr().println("parley: " + solution.why());
            } else {
                out.println(SolutionJson.line(solution, answer, game, certificate));
                certificates.addAll(solution.certificates());
            }
            code = Solution.worse(code, solution.code());
        }
        return end(code, certificates);
    }

    private int model(Path file) throws PrismFiles.Unreadable, IOException {
        PrintWriter err = spec.commandLine().getErr();
        var prism = new PrismFiles(constants);
        Model read = prism.model(file);
        PropertiesFile asked = prism.properties(properties);
        List<PropertiesFile.Property> wanted = wanted(asked);
        try (var waiting = new Waiting(err)) {
            double began = Questions.cpuSeconds();
            waiting.doing("exploring");
            Explored explored;
            String why = "The model has more than %,d states, the limit.".formatted(limit);
            try {
                explored = PrismFiles.states(file, read, Math.min(limit, Explorer.LIMIT), found -> {
                    waiting.doing("exploring, %,d states".formatted(found));
                    return true;
                });
            } catch (OutOfMemoryError e) {
                explored = null;
                why = Questions.TOO_LITTLE_MEMORY;
            }
            if (explored == null) {
                return tooLarge(file, wanted, why);
            }
            explored.notes().forEach(note -> err.println("note: " + note));
            if (!json) {
                out(SolutionText.head(
                        String.valueOf(file.getFileName()), explored.game(), Questions.cpuSeconds() - began));
            }
            return answer(explored, asked, wanted, waiting);
        }
    }

    private int answer(Explored explored, PropertiesFile asked, List<PropertiesFile.Property> wanted, Waiting waiting)
            throws IOException {
        var questions = new Questions(explored.game(), explored.atoms(asked), epsilon, exact, certificate != null);
        var certificates = new ArrayList<Certificate>();
        int code = ExitCode.FINE;
        for (PropertiesFile.Property each : wanted) {
            waiting.doing("answering " + each.text());
            Solution solution = questions.solve(each.name(), each.text());
            tell(solution, explored.game());
            certificates.addAll(solution.certificates());
            code = Solution.worse(code, solution.code());
        }
        return end(code, certificates);
    }

    private int tooLarge(Path file, List<PropertiesFile.Property> wanted, String why) {
        if (wanted.isEmpty()) {
            out(file.getFileName() + ": open: " + why);
        }
        for (PropertiesFile.Property each : wanted) {
            tell(Questions.open(each.name(), each.text(), why), null);
        }
        return ExitCode.FINDINGS;
    }

    /** What cannot be answered is an error; in JSON it is a line too, so that lines and questions correspond. */
    private void tell(Solution solution, @Nullable Game game) {
        if (json) {
            out(SolutionJson.modelLine(solution, game, certificate));
        } else if (solution.code() != ExitCode.WRONG_USE) {
            out(SolutionText.text(solution));
        }
        if (solution.code() == ExitCode.WRONG_USE) {
            String name = solution.name().isEmpty() ? solution.question() : solution.name();
            spec.commandLine().getErr().println("parley: %s: %s".formatted(name, solution.why()));
        }
    }

    /** The questions asked on the command line, then those of the file: all of them, if nothing is named. */
    private List<PropertiesFile.Property> wanted(PropertiesFile asked) throws PrismFiles.Unreadable {
        var wanted = new ArrayList<PropertiesFile.Property>();
        for (String query : queries) {
            wanted.add(new PropertiesFile.Property("", query, 1, List.of()));
        }
        for (String name : names) {
            var found = asked.properties().stream()
                    .filter(each -> each.name().equals(name))
                    .toList();
            if (found.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "there is no property `%s`; there are %s"
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                asked.properties().stream()
                                                        .map(PropertiesFile.Property::name)
                                                        .toList())));
            }
            wanted.addAll(found);
        }
        return queries.isEmpty() && names.isEmpty() ? asked.properties() : wanted;
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private int end(int code, List<Certificate> certificates) throws IOException {
        spec.commandLine().getOut().flush();
        Path file = certificate;
        if (file != null) {
            try (Writer writer = Files.newBufferedWriter(file)) {
                for (Certificate each : certificates) {
                    CertificateText.write(each, writer);
                }
            }
        }
        return code;
    }
}
