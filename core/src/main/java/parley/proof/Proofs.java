package parley.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import parley.language.Words;
import parley.model.Obligation;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.text.Span;

/** The door: answers what a text claims of itself. */
public final class Proofs {
    private static final Map<String, Function<Question, Verdict>> PROPERTIES = properties();

    private Proofs() {}

    private static Map<String, Function<Question, Verdict>> properties() {
        Map<String, Function<Question, Verdict>> all = new LinkedHashMap<>();
        all.put("compatible", Compatibility::check);
        all.put("competent", Competence::check);
        all.put("no-silence", Silence::check);
        all.put("no-dead-clause", DeadClauses::check);
        all.put("no-standstill", Standstill::check);
        all.put("answered", Answers::check);
        all.put("deadlines-feasible", Deadlines::check);
        all.put("no-undercutting", Undercutting::check);
        all.put("all-on-the-ledger", OffLedger::check);
        all.put("consulted-first", Hearings::check);
        all.put("snapback", Snapback::check);
        all.put("snapback-depth", Depth::check);
        all.put("no-false-snapback", FalseSnapback::check);
        all.put("restored-in-full", Restored::check);
        all.put("earned", Earned::check);
        all.put("no-pumping", Pumping::check);
        all.put("no-salami", Salami::check);
        all.put("durable-reward", Durable::check);
        all.put("no-gain-from-delay", Worth::delay);
        all.put("reserve-kept", Reserves::check);
        all.put("never-eased", RedLines::check);
        all.put("citizens-first", Citizens::check);
        all.put("proportionate", Proportion::check);
        all.put("no-leak", Leaks::toReader);
        all.put("duties-visible", Visibility::check);
        all.put("need-to-know", Leaks::betweenPartners);
        all.put("worth-taking", Worth::taking);
        all.put("worth-keeping", Worth::keeping);
        all.put("goal-reachable", GoalReach::check);
        all.put("attentive", Attention::check);
        return all;
    }

    /** Returns the names of the properties that the text alone can answer, in the order of the catalogue. */
    public static List<String> names() {
        return List.copyOf(PROPERTIES.keySet());
    }

    /** What may be asked: a property of the catalogue, {@code formula} or {@code ask}, with the line that claims it. */
    public record Asked(String property, Span clause) {}

    /** Returns the verdicts: first what the text claims and asks, then the rest of the catalogue. */
    public static List<Verdict> of(Case theCase) {
        return of(theCase, asked -> true, verdict -> {});
    }

    /**
     * Returns the verdicts on what is wanted.
     *
     * @param each is told of each verdict as it comes
     */
    public static List<Verdict> of(Case theCase, Predicate<Asked> wanted, Consumer<Verdict> each) {
        return Looked.together(() -> answers(theCase, wanted, each));
    }

    private static List<Verdict> answers(Case theCase, Predicate<Asked> wanted, Consumer<Verdict> each) {
        List<Obligation> duties = Obligation.of(theCase);
        List<Verdict> verdicts = new ArrayList<>();
        Consumer<Verdict> found = v -> {
            verdicts.add(v);
            each.accept(v);
        };
        for (Claim claim : theCase.claims()) {
            Question question = question(theCase, duties, claim);
            if (wanted.test(new Asked(question.property(), claim.at()))) {
                found.accept(
                        switch (claim) {
                            case Claim.Named _ -> answer(question);
                            case Claim.Formula formula -> Formulas.check(question, formula);
                            case Claim.Question asked -> Numbers.answer(question, asked);
                        });
            }
        }
        for (String name : names()) {
            boolean claimed = theCase.claims().stream()
                    .anyMatch(
                            c -> c instanceof Claim.Named named && named.name().equals(name));
            if (!claimed && wanted.test(new Asked(name, Span.NOWHERE))) {
                found.accept(answer(Question.byDefault(theCase, duties, name)));
            }
        }
        return verdicts;
    }

    /**
     * Says what a verdict would be if partners might refuse, or nothing where that is no question. What relief can do wrong
     * cannot happen where none is given: a coalition that gives and imposes nothing keeps every such property, and protects
     * nobody by it. What must come in time, comes as late as delays and vetoes let it, in both readings.
     */
    public static String ifWeMayRefuse(Verdict v) {
        return switch (v.property()) {
            case "snapback", "snapback-depth", "no-pumping", "earned", "no-undercutting", "reserve-kept" ->
                v.outcome() == Verdict.Outcome.NOT_APPLICABLE
                        ? ""
                        : "holds, vacuous: they can give nothing, and impose nothing, ever";
            case "answered", "compatible", "no-leak" ->
                switch (v.outcome()) {
                    case REFUTED -> "refuted all the same: what fails it is not theirs to choose";
                    case HOLDS -> "holds as far as they do what they owe";
                    case OPEN, NOT_APPLICABLE, ANSWERED -> "";
                };
            default -> "";
        };
    }

    static Verdict answer(Question question) {
        Function<Question, Verdict> property = PROPERTIES.get(question.property());
        if (property == null) {
            return question.open("the catalogue has no property of this name");
        }
        if (question.suffix().parliament()) {
            return question.open("a chamber that lets an act lapse is not played");
        }
        Verdict plain = property.apply(question);
        boolean byChance = question.suffix().almostSurely() || question.suffix().atLeastPercent() != null;
        boolean stands =
                plain.outcome() == Verdict.Outcome.HOLDS && !question.property().equals("goal-reachable");
        // What holds whatever chance does, holds with every probability; the other way round chance would have to be
        // played.
        return byChance && !stands
                ? question.open("a probability is not proved of this property; without one: " + plain.says())
                : plain;
    }

    private static Question question(Case theCase, List<Obligation> duties, Claim claim) {
        return switch (claim) {
            case Claim.Named named -> Question.of(theCase, duties, named, parameters(named));
            case Claim.Formula f ->
                new Question(theCase, duties, "formula", f.suffix(), null, List.of(), Words.of(f), f.at());
            case Claim.Question a ->
                new Question(theCase, duties, "ask", Claim.Suffix.NONE, null, List.of(), Words.of(a), a.at());
        };
    }

    private static String parameters(Claim.Named claim) {
        String words = Words.of(claim);
        int at = words.indexOf(claim.name());
        return at < 0 ? "" : words.substring(at + claim.name().length()).strip();
    }
}
