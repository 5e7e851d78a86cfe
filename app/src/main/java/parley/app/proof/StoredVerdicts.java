package parley.app.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.proof.Ground;
import parley.proof.Story;
import parley.proof.Verdict;
import parley.text.Source;
import parley.text.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts read back from the JSON of {@code parley prove --json}. */
public final class StoredVerdicts {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoredVerdicts() {}

    /** Something with the place it comes from, as {@code guards.parley:14}; empty if there is none. */
    public record Placed(String says, String place) {}

    /** A day of a story. */
    public record Day(LocalDate on, String says, String place) {}

    /** A change of the text that was tried. */
    public record Tried(String edit, String verdict, List<String> breaks) {}

    /**
     * One verdict as it is shown.
     *
     * @param place the claim, or empty if it is asked by default
     * @param value the interval in words, or empty
     * @param forcedBy the places of the clauses that are enough for the story
     * @param forcedByMinimal whether none of them can be spared
     */
    public record Line(
            String name,
            String place,
            Verdict.Outcome outcome,
            String says,
            String vacuous,
            String free,
            String value,
            long states,
            List<Day> story,
            List<Placed> because,
            List<String> forcedBy,
            boolean forcedByMinimal,
            List<String> mends,
            List<Tried> repairs) {
        public boolean claimed() {
            return !place.isEmpty();
        }

        public boolean fails() {
            return outcome == Verdict.Outcome.REFUTED || outcome == Verdict.Outcome.OPEN;
        }
    }

    static List<Line> lines(String json) {
        List<Line> lines = new ArrayList<>();
        MAPPER.readTree(json).path("verdicts").forEach(v -> lines.add(line(v)));
        return lines;
    }

    private static Line line(JsonNode v) {
        List<Day> story = new ArrayList<>();
        v.path("story")
                .forEach(
                        l -> story.add(new Day(LocalDate.parse(text(l, "date")), text(l, "event"), text(l, "clause"))));
        List<Placed> because = new ArrayList<>();
        v.path("because").forEach(c -> because.add(new Placed(text(c, "says"), text(c, "at"))));
        List<String> forcedBy = new ArrayList<>();
        v.path("forcedBy").forEach(at -> forcedBy.add(at.asString()));
        List<String> mends = new ArrayList<>();
        v.path("mends").forEach(m -> mends.add(m.asString()));
        List<Tried> repairs = new ArrayList<>();
        v.path("repairs").forEach(r -> {
            List<String> breaks = new ArrayList<>();
            r.path("breaks").forEach(b -> breaks.add(b.asString()));
            repairs.add(new Tried(text(r, "edit"), text(r, "verdict"), breaks));
        });
        return new Line(
                name(v),
                text(v, "clause"),
                outcome(text(v, "verdict")),
                text(v, "says"),
                text(v, "vacuous"),
                text(v, "ifPartnersMayRefuse"),
                value(v.path("value")),
                v.path("states").asLong(),
                story,
                because,
                forcedBy,
                v.path("forcedByMinimal").asBoolean(),
                mends,
                repairs);
    }

    private static String text(JsonNode node, String field) {
        JsonNode found = node.path(field);
        return found.isString() ? found.asString() : "";
    }

    private static String name(JsonNode v) {
        String property = text(v, "property");
        String parameters = text(v, "parameters");
        boolean sentence = property.equals("formula") || property.equals("ask");
        return (sentence ? parameters.replaceFirst("^prove ", "") : property + " " + parameters).strip();
    }

    private static Verdict.Outcome outcome(String word) {
        for (Verdict.Outcome o : Verdict.Outcome.values()) {
            if (o.word().equals(word)) {
                return o;
            }
        }
        throw new IllegalArgumentException("No verdict is called " + word);
    }

    private static String value(JsonNode value) {
        return value.size() == 2 ? "between %s and %s".formatted(number(value.get(0)), number(value.get(1))) : "";
    }

    /** Whole numbers as such, others to four digits behind the point; what has no bound, in words. */
    private static String number(JsonNode n) {
        if (!n.isNumber()) {
            return "infinity";
        }
        double number = n.asDouble();
        return number == Math.rint(number)
                ? String.format(java.util.Locale.ROOT, "%.0f", number)
                : String.format(java.util.Locale.ROOT, "%.4f", number);
    }

    /** Returns what the text claims and asks of itself, as the briefing takes it. */
    public static List<Verdict> claimed(String json, Map<String, Source> sources) {
        List<Verdict> verdicts = new ArrayList<>();
        MAPPER.readTree(json).path("verdicts").forEach(v -> {
            Line line = line(v);
            if (line.claimed()) {
                verdicts.add(verdict(v, line, sources));
            }
        });
        return verdicts;
    }

    private static Verdict verdict(JsonNode v, Line line, Map<String, Source> sources) {
        List<Story.Line> days = line.story().stream()
                .map(d -> new Story.Line(d.on(), d.says(), span(d.place(), sources)))
                .toList();
        Story.Core core = new Story.Core(
                line.forcedBy().stream().map(at -> span(at, sources)).toList(), line.forcedByMinimal());
        List<Story> stories = days.isEmpty() ? List.of() : List.of(new Story(days, text(v, "scenario"), core));
        String vacuous = line.vacuous();
        return new Verdict(
                text(v, "property"),
                text(v, "parameters"),
                span(line.place(), sources),
                line.outcome(),
                line.says(),
                List.of(),
                line.mends(),
                null,
                List.of(),
                new Ground(
                        text(v, "nature"),
                        v.path("gridDays").asInt(),
                        line.states(),
                        v.path("choices").asLong(),
                        v.path("transitions").asLong(),
                        nullIfEmpty(vacuous),
                        stories,
                        List.of()));
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Span span(String place, Map<String, Source> sources) {
        int colon = place.lastIndexOf(':');
        Source source = colon < 0 ? null : sources.get(place.substring(0, colon));
        if (source == null) {
            return Span.NOWHERE;
        }
        int line = Math.clamp(Integer.parseInt(place.substring(colon + 1)), 1, source.lineCount());
        return new Span(source.name(), source.lineStart(line), source.lineEnd(line));
    }
}
