package parley.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.certificate.Certificate;
import parley.certificate.CertificateText;
import parley.game.Answer;
import parley.game.Atoms;
import parley.game.Evidence;
import parley.game.Game;
import parley.game.Limits;
import parley.game.Query;
import parley.game.QueryParser;
import parley.game.Solver;
import parley.game.Unanswerable;
import parley.proof.Certificates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code parley solve}: answers questions about a game that another tool has written. */
@Command(
        name = "solve",
        description =
                "Answers a question about a Markov chain, a decision process or a game, with bounds that are bounds.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every question has its answer, and every claim holds",
            "1:a claim is refuted or stays open",
            "2:the model or a question cannot be read or answered",
            "3:the machine lacks something, for example a permission"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley solve --tra game.tra --lab game.lab --property 'Pmax=? [F \"goal\"]'",
            "  parley solve --tra game.tra --lab game.lab --property '<<1>> P>=1 [F \"goal\"]' --certificate goal.txt"
        })
final class SolveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ExplicitFiles files;

    @Option(
            names = "--property",
            required = true,
            paramLabel = "QUESTION",
            description = "A question; may be repeated.")
    @SuppressWarnings("NullAway.Init")
    private List<String> properties;

    @Option(names = "--exact", description = "Spend much time on an answer in fractions.")
    private boolean exact;

    @Option(
            names = "--epsilon",
            defaultValue = "1e-6",
            description = "The width of bounds that is enough (default: ${DEFAULT-VALUE}).")
    private double epsilon;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Write what the answers rest on.")
    private @Nullable Path certificate;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return solve(files.read());
        } catch (NoSuchFileException e) {
            err.println("parley: There is no file `" + e.getFile() + "`.");
            return ExitCode.WRONG_USE;
        } catch (IOException e) {
            err.println("parley: " + e.getMessage());
            return ExitCode.WRONG_USE;
        }
    }

    private int solve(Game game) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int code = ExitCode.FINE;
        var certificates = new ArrayList<Certificate>();
        for (String property : properties) {
            double began = cpuSeconds();
            try {
                Query query = QueryParser.parse(property, Atoms.none());
                Limits limits = new Limits(epsilon, Limits.USUAL.sweeps(), null, false);
                Answer answer = new Solver(game, Atoms.none(), limits, exact).answer(query);
                boolean wished = certificate != null && certificates.addAll(certificates(answer.evidence()));
                out.println(json(property, game, answer, cpuSeconds() - began, wished));
                boolean fine = answer.verdict() == null || answer.verdict() == Answer.Verdict.HOLDS;
                code = Math.max(code, fine ? ExitCode.FINE : ExitCode.FINDINGS);
            } catch (Unanswerable e) {
                spec.commandLine().getErr().println("parley: " + e.why());
                code = ExitCode.WRONG_USE;
            }
        }
        out.flush();
        if (certificate != null) {
            write(certificate, certificates);
        }
        return code;
    }

    private static List<Certificate> certificates(@Nullable Evidence evidence) {
        if (evidence == null) {
            return List.of();
        }
        var found = new ArrayList<Certificate>();
        Optional<Certificate> lower = Certificates.lower(evidence);
        lower.ifPresent(found::add);
        Certificates.upper(evidence).ifPresent(found::add);
        return found;
    }

    private static void write(Path file, List<Certificate> certificates) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (Certificate each : certificates) {
                CertificateText.write(each, out);
            }
        }
    }

    private String json(String property, Game game, Answer answer, double seconds, boolean certified) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("query", property);
        if (answer.verdict() != null) {
            line.put("verdict", answer.verdict().name().toLowerCase(Locale.ROOT));
        }
        line.put("lower", number(answer.low()));
        line.put("upper", number(answer.high()));
        line.put("exact", answer.exact() == null ? null : answer.exact().toString());
        line.put("iterations", answer.sweeps());
        line.put("states", game.states());
        line.put("choices", game.choices());
        line.put("transitions", game.branches());
        line.put("cpuSeconds", Math.round(seconds * 1000) / 1000.0);
        line.put("certificate", certified ? String.valueOf(certificate) : null);
        return JsonMapper.shared().writeValueAsString(line);
    }

    private static Object number(double value) {
        return value < Double.POSITIVE_INFINITY ? (Object) value : "Infinity";
    }

    private static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getProcessCpuTime() / 1e9
                : 0;
    }
}
