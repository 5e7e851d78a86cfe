package parley.language;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.roadmap.Condition;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/**
 * What of a case a claim is about.
 *
 * @param names what the claim names, in its order; empty if it is about the whole roadmap
 * @param steps how many steps ask for, act on, or act by what it names; all if it names nothing
 * @param allSteps how many steps there are
 * @param allMeasures how many measures and offers there are
 */
public record ClaimScope(List<String> names, int steps, int allSteps, int allMeasures) {
    public ClaimScope {
        names = List.copyOf(names);
    }

    public static ClaimScope of(Claim claim, Case theCase) {
        Set<String> names = new LinkedHashSet<>();
        switch (claim) {
            case Claim.Named _ -> {}
            case Claim.Formula f -> {
                add(names, Conditions.subjects(f.whenever()));
                add(names, f.coalition());
                add(names, Conditions.subjects(f.condition()));
            }
            case Claim.Question q -> add(names, Conditions.subjects(q.condition()));
        }
        int all = theCase.steps().size();
        int touched = (int) theCase.steps().stream()
                .filter(s -> names.isEmpty() || touches(s, names))
                .count();
        return new ClaimScope(
                List.copyOf(names), touched, all, theCase.measures().size());
    }

    private static void add(Set<String> names, List<Ref> refs) {
        refs.forEach(r -> names.add(r.id()));
    }

    private static boolean touches(Step step, Set<String> names) {
        Set<String> said = new HashSet<>(Set.of(step.id(), step.phase().id()));
        for (Step.Branch b : step.branches()) {
            if (b.trigger() instanceof Trigger.When(Condition condition)) {
                add(said, Conditions.subjects(condition));
            }
            for (Reaction r : b.reactions()) {
                add(said, r.actors());
                said.addAll(deedOn(r.deed()).toList());
            }
        }
        return said.stream().anyMatch(names::contains);
    }

    private static Stream<String> deedOn(Reaction.Deed deed) {
        return switch (deed) {
            case Reaction.Deed.Act a -> Stream.of(a.measure().id());
            case Reaction.Deed.Keep k -> Stream.of(k.measure().id());
            case Reaction.Deed.Consult c -> Stream.of(c.stakeholder().id());
            case Reaction.Deed.RestoreEased _, Reaction.Deed.Review _ -> Stream.of();
        };
    }
}
