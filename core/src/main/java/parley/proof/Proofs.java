package parley.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parley.language.Words;
import parley.roadmap.Case;
import parley.roadmap.Claim;

/** The door: answers what a text claims of itself. */
public final class Proofs {
    private static final Map<String, Function<Question, Verdict>> PROPERTIES = properties();

    private Proofs() {}

    private static Map<String, Function<Question, Verdict>> properties() {
        Map<String, Function<Question, Verdict>> all = new LinkedHashMap<>();
        all.put("competent", Competence::check);
        all.put("no-silence", Silence::check);
        all.put("deadlines-feasible", Deadlines::check);
        all.put("reserve-kept", Reserves::check);
        all.put("never-eased", RedLines::check);
        all.put("citizens-first", Citizens::check);
        all.put("duties-visible", Visibility::check);
        all.put("attentive", Attention::check);
        return all;
    }

    /** Returns the names of the properties that the text alone can answer, in the order of the catalogue. */
    public static List<String> names() {
        return List.copyOf(PROPERTIES.keySet());
    }

    /** Returns the verdicts on those properties: first as the text claims them, then those it does not claim. */
    public static List<Verdict> of(Case theCase) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Claim claim : theCase.claims()) {
            if (claim instanceof Claim.Named named) {
                Function<Question, Verdict> property = PROPERTIES.get(named.name());
                if (property != null) {
                    verdicts.add(property.apply(Question.of(theCase, named, parameters(named))));
                }
            }
        }
        PROPERTIES.forEach((name, property) -> {
            if (verdicts.stream().noneMatch(v -> v.property().equals(name))) {
                verdicts.add(property.apply(Question.byDefault(theCase, name)));
            }
        });
        return verdicts;
    }

    private static String parameters(Claim.Named claim) {
        String words = Words.of(claim);
        int at = words.indexOf(claim.name());
        return at < 0 ? "" : words.substring(at + claim.name().length()).strip();
    }
}
