package parley.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Measure;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Verb;

/**
 * Something one partner may come to owe: a reaction of a branch, told for one actor and one measure.
 *
 * @param partner who would owe it
 * @param verb the act, or {@code null} for a review, a hearing or a promise to keep
 * @param measure the measure or offer it is about, or {@code null}
 */
public record Obligation(
        Step step,
        Step.Branch branch,
        Reaction reaction,
        Partner partner,
        @Nullable Verb verb,
        @Nullable Measure measure) {

    /** Returns all obligations of a roadmap, in the order of names; what is told as history beside it binds nobody. */
    public static List<Obligation> of(Case theCase) {
        List<Obligation> found = new ArrayList<>();
        var all = new Reader(theCase, found);
        for (Step step : theCase.steps().stream().filter(s -> binds(s, theCase)).toList()) {
            for (Step.Branch branch : step.branches()) {
                branch.reactions().forEach(r -> all.read(step, branch, r));
            }
        }
        return found;
    }

    private static boolean binds(Step step, Case theCase) {
        return theCase.phases().stream()
                .filter(p -> p.id().equals(step.phase().id()))
                .map(Phase::runs)
                .noneMatch(runs -> runs != null && runs.to().isBefore(theCase.from()));
    }

    /** Returns the procedure by which the partner decides about it, or {@code null} if it has none. */
    public Partner.@Nullable Procedure procedure() {
        String competence =
                reaction.competence() != null ? reaction.competence() : measure == null ? null : measure.competence();
        return partner.procedureFor(competence);
    }

    /** Returns the words of the duty, for example {@code suspension of eu-potash}. */
    public String words() {
        return verb == null || measure == null ? "what it promised" : verb.noun() + " of " + measure.id();
    }

    private static final class Reader {
        private final Map<String, Partner> partners = new TreeMap<>();
        private final Map<String, Measure> measures = new TreeMap<>();
        private final List<Obligation> found;

        Reader(Case theCase, List<Obligation> found) {
            this.found = found;
            theCase.partners().forEach(p -> partners.put(p.id(), p));
            theCase.measures().forEach(m -> measures.put(m.id(), m));
        }

        void read(Step step, Step.Branch branch, Reaction r) {
            switch (r.deed()) {
                case Reaction.Deed.Act act ->
                    act(step, branch, r, act.verb(), measures.get(act.measure().id()));
                case Reaction.Deed.RestoreEased _ -> eased(step).forEach(m -> act(step, branch, r, Verb.RESTORE, m));
                case Reaction.Deed.Keep keep ->
                    act(step, branch, r, null, measures.get(keep.measure().id()));
                case Reaction.Deed.Review _, Reaction.Deed.Consult _ ->
                    r.actors().forEach(a -> add(step, branch, r, a.id(), null, null));
            }
        }

        private void act(Step step, Step.Branch branch, Reaction r, @Nullable Verb verb, @Nullable Measure measure) {
            if (measure == null) {
                return;
            }
            for (Ref actor : r.everyPartner() ? measure.owners() : r.actors()) {
                if (verb != Verb.RESTORE || measure.ownedBy(actor.id())) {
                    add(step, branch, r, actor.id(), verb, measure);
                }
            }
        }

        private List<Measure> eased(Step step) {
            List<Measure> eased = new ArrayList<>();
            for (Step.Branch b : step.branches()) {
                for (Reaction r : b.reactions()) {
                    Measure m =
                            r.deed() instanceof Reaction.Deed.Act a && a.verb().eases()
                                    ? measures.get(a.measure().id())
                                    : null;
                    if (m != null && m.kind() != Measure.Kind.OFFER && !eased.contains(m)) {
                        eased.add(m);
                    }
                }
            }
            return eased;
        }

        private void add(
                Step step,
                Step.Branch branch,
                Reaction r,
                String partner,
                @Nullable Verb verb,
                @Nullable Measure measure) {
            Partner p = partners.get(partner);
            if (p != null) {
                found.add(new Obligation(step, branch, r, p, verb, measure));
            }
        }
    }
}
