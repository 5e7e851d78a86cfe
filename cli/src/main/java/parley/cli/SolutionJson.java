package parley.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.game.Answer;
import parley.game.Game;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON, one object a line. */
final class SolutionJson {
    private SolutionJson() {}

    /** For games in explicit files. */
    static String line(Solution solution, Answer answer, Game game, @Nullable Path certificate) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("query", solution.question());
        if (answer.verdict() != null) {
            line.put("verdict", word(answer.verdict()));
        }
        line.put("lower", number(answer.low()));
        line.put("upper", number(answer.high()));
        line.put("exact", answer.exact() == null ? null : answer.exact().toString());
        line.put("iterations", answer.sweeps());
        counts(line, game);
        line.put("cpuSeconds", rounded(solution.seconds()));
        line.put("certificate", certificate(solution, certificate));
        return JsonMapper.shared().writeValueAsString(line);
    }

    /** For models, {@code null} where a model is too large to be explored. */
    static String modelLine(Solution solution, @Nullable Game game, @Nullable Path certificate) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("query", solution.question());
        line.put("property", solution.name().isEmpty() ? null : solution.name());
        Answer answer = solution.answer();
        if (answer == null) {
            line.put("verdict", solution.code() == ExitCode.FINDINGS ? "open" : "refused");
            line.put("why", solution.why());
        } else {
            if (answer.verdict() != null) {
                line.put("verdict", word(answer.verdict()));
            }
            line.put("value", List.of(number(answer.low()), number(answer.high())));
            line.put("exact", answer.exact() == null ? null : answer.exact().toString());
            line.put("iterations", answer.sweeps());
        }
        if (game != null) {
            counts(line, game);
        }
        line.put("seconds", rounded(solution.seconds()));
        line.put("peakMb", peakMegabytes());
        line.put("certificate", certificate(solution, certificate));
        return JsonMapper.shared().writeValueAsString(line);
    }

    private static void counts(Map<String, @Nullable Object> line, Game game) {
        line.put("states", game.states());
        line.put("choices", game.choices());
        line.put("transitions", game.branches());
    }

    private static String word(Answer.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String certificate(Solution solution, @Nullable Path file) {
        return solution.certificates().isEmpty() || file == null ? null : file.toString();
    }

    private static Object number(double value) {
        return value < Double.POSITIVE_INFINITY ? (Object) value : "Infinity";
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    private static long peakMegabytes() {
        long bytes = 0;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return bytes >> 20;
    }
}
