package parley.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.proof.Ground;
import parley.proof.Proofs;
import parley.proof.Story;
import parley.proof.Verdict;
import parley.roadmap.Assumption;
import parley.roadmap.Case;
import parley.text.Edit;
import parley.text.Source;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts for other programs, one object a property. */
public final class VerdictJson {
    private VerdictJson() {}

    /** Returns the object of schema {@code parley-verdicts/2} with all verdicts. */
    public static String of(Case theCase, List<Verdict> verdicts, Map<String, Source> sources) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("schema", "parley-verdicts/2");
        envelope.put("case", theCase.id());
        envelope.put("textHash", TextHash.of(sources));
        envelope.put("engine", Main.version());
        envelope.put("gridDays", theCase.gridDays());
        envelope.put("horizon", theCase.to().toString());
        envelope.put(
                "assumptions",
                theCase.assumptions().stream()
                        .map((Assumption a) -> parley.language.Words.of(a))
                        .toList());
        envelope.put("verdicts", verdicts.stream().map(v -> object(v, sources)).toList());
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(envelope) + System.lineSeparator();
    }

    private static Map<String, @Nullable Object> object(Verdict v, Map<String, Source> sources) {
        Ground g = v.ground();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("property", v.property());
        object.put("parameters", v.parameters());
        object.put("clause", v.claimed() ? VerdictText.place(v.clause(), sources) : null);
        object.put("reading", "bound");
        object.put("nature", g.nature());
        object.put("verdict", v.outcome().word());
        object.put("says", v.says());
        object.put("vacuous", g.vacuous());
        String free = Proofs.ifWeMayRefuse(v);
        object.put("ifPartnersMayRefuse", free.isEmpty() ? null : free);
        Verdict.Value value = v.value();
        object.put("value", value == null ? null : List.of(number(value.least()), number(value.most())));
        object.put("gridDays", g.gridDays());
        object.put("states", g.states());
        object.put("choices", g.choices());
        object.put("transitions", g.transitions());
        object.put(
                "story", g.stories().isEmpty() ? List.of() : lines(g.stories().getFirst(), sources));
        object.put(
                "scenario",
                g.stories().isEmpty() ? null : g.stories().getFirst().scenario());
        Story.Core core = g.stories().isEmpty() ? null : g.stories().getFirst().core();
        object.put(
                "forcedBy",
                core == null
                        ? List.of()
                        : core.clauses().stream()
                                .map(at -> VerdictText.place(at, sources))
                                .distinct()
                                .toList());
        object.put("forcedByMinimal", core != null && core.minimal());
        object.put(
                "because",
                v.causes().stream()
                        .map(c -> Map.of("at", VerdictText.place(c.at(), sources), "says", c.says()))
                        .toList());
        object.put("mends", v.mends());
        object.put(
                "repairs",
                v.repairs().stream()
                        .map(r -> Map.of(
                                "edit",
                                r.edit(),
                                "verdict",
                                r.verdict().word(),
                                "breaks",
                                r.breaks(),
                                "changes",
                                edits(r.edits(), sources)))
                        .toList());
        return object;
    }

    private static List<Map<String, Object>> edits(List<Edit> edits, Map<String, Source> sources) {
        return edits.stream()
                .map(e -> {
                    Map<String, Object> change = new LinkedHashMap<>();
                    change.put("at", VerdictText.place(e.at(), sources));
                    change.put("start", e.at().start());
                    change.put("end", e.at().end());
                    change.put("becomes", e.replacement());
                    return change;
                })
                .toList();
    }

    private static Object number(double value) {
        return Double.isInfinite(value) ? (Object) "Infinity" : value;
    }

    private static List<Map<String, Object>> lines(Story story, Map<String, Source> sources) {
        return story.lines().stream()
                .map(l -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("date", l.on().toString());
                    line.put("event", l.says());
                    line.put("clause", VerdictText.place(l.clause(), sources));
                    return line;
                })
                .toList();
    }
}
