package parley.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.certificate.Certificate;
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

/** Answers questions about one game, one after the other. */
final class Questions {
    private final Game game;
    private final Atoms atoms;
    private final double epsilon;
    private final boolean exact;
    private final boolean certified;

    Questions(Game game, Atoms atoms, double epsilon, boolean exact, boolean certified) {
        this.game = game;
        this.atoms = atoms;
        this.epsilon = epsilon;
        this.exact = exact;
        this.certified = certified;
    }

    Solution solve(String name, String question) {
        double began = cpuSeconds();
        try {
            Query query = QueryParser.parse(question, atoms);
            Limits limits = new Limits(epsilon, Limits.USUAL.sweeps(), null, false);
            Answer answer = new Solver(game, atoms, limits, exact).answer(query);
            boolean fine = answer.verdict() == null || answer.verdict() == Answer.Verdict.HOLDS;
            List<Certificate> rests = certified ? certificates(answer.evidence()) : List.of();
            int code = fine ? ExitCode.FINE : ExitCode.FINDINGS;
            return new Solution(name, question, answer, null, code, cpuSeconds() - began, rests);
        } catch (Unanswerable e) {
            int code = e.open() ? ExitCode.FINDINGS : ExitCode.WRONG_USE;
            return new Solution(name, question, null, e.why(), code, cpuSeconds() - began, List.of());
        } catch (OutOfMemoryError e) {
            return open(name, question, TOO_LITTLE_MEMORY);
        }
    }

    static final String TOO_LITTLE_MEMORY =
            "The memory of this process does not suffice; set PARLEY_JAVA_OPTS=-Xmx8g, for example, and try again.";

    /** A question about a model that is too large. */
    static Solution open(String name, String question, String why) {
        return new Solution(name, question, null, why, ExitCode.FINDINGS, 0, List.of());
    }

    private static List<Certificate> certificates(@Nullable Evidence evidence) {
        var found = new ArrayList<Certificate>();
        if (evidence != null) {
            Certificates.lower(evidence).ifPresent(found::add);
            Certificates.upper(evidence).ifPresent(found::add);
        }
        return found;
    }

    static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getProcessCpuTime() / 1e9
                : 0;
    }
}
