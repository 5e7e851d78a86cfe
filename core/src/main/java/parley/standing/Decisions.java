package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Partner;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Stage;
import parley.roadmap.Step;
import parley.roadmap.Verb;
import parley.standing.Standing.DecisionState;

/** How far each partner has come with what it has to decide. */
final class Decisions {
    /** What the record last said of a decision. */
    record Reached(Stage stage, LocalDate on, String fact) {}

    private final Run run;
    private final Map<String, Reached> reached = new TreeMap<>();

    Decisions(Run run) {
        this.run = run;
    }

    private static String key(String partner, Verb verb, String measure) {
        return partner + " " + verb.noun() + " " + measure;
    }

    void reach(String partner, Verb verb, String measure, Reached stage) {
        reached.put(key(partner, verb, measure), stage);
    }

    @Nullable
    Stage stage(String partner, Verb verb, String measure) {
        Reached r = reached.get(key(partner, verb, measure));
        return r == null ? null : r.stage();
    }

    /** Returns the day an act was adopted that has not taken effect yet, or {@code null}. */
    @Nullable
    LocalDate adopted(String partner, Verb verb, String measure) {
        Reached r = reached.get(key(partner, verb, measure));
        return r != null && r.stage() == Stage.ADOPTED ? r.on() : null;
    }

    /** A decision was used up by taking effect. */
    void done(String partner, Verb verb, String measure) {
        reached.remove(key(partner, verb, measure));
    }

    /** Returns the decisions for duties, and those to be taken in advance in open phases, each once. */
    List<Standing.Decision> shown() {
        Map<String, Standing.Decision> lines = new TreeMap<>();
        for (Step step : run.theCase().steps()) {
            if (run.active(step)) {
                step.branches().forEach(b -> b.reactions().forEach(r -> inAdvance(step, r, lines)));
            }
        }
        run.duties().all().forEach(d -> forDuty(d, lines));
        return new ArrayList<>(lines.values());
    }

    private void inAdvance(Step step, Reaction r, Map<String, Standing.Decision> lines) {
        if (!r.prepared() || !(r.deed() instanceof Reaction.Deed.Act act)) {
            return;
        }
        for (Ref actor : r.actors()) {
            String key = key(actor.id(), act.verb(), act.measure().id());
            if (!run.measure(act.measure().id()).satisfies(actor.id(), act.verb())) {
                lines.put(key, line(actor.id(), act.verb(), act.measure().id(), run.phaseSince(step), r, null));
            }
        }
    }

    private void forDuty(DutyTrack d, Map<String, Standing.Decision> lines) {
        Verb verb = d.verb;
        LocalDate done = d.done;
        if (verb == null) {
            return;
        }
        if (d.open()) {
            lines.put(key(d.partner, verb, d.thing), line(d.partner, verb, d.thing, d.arose, d.reaction, d.due));
        } else if (done != null) {
            lines.put(
                    key(d.partner, verb, d.thing),
                    new Standing.Decision(
                            d.partner, verb.noun(), d.thing, DecisionState.EFFECTIVE, done, d.because, null));
        }
    }

    private Standing.Decision line(
            String partner, Verb verb, String thing, LocalDate since, Reaction r, @Nullable LocalDate due) {
        Reached now = reached.get(key(partner, verb, thing));
        DecisionState state = now == null
                ? DecisionState.NOT_STARTED
                : switch (now.stage()) {
                    case PROPOSED -> DecisionState.PENDING;
                    case PREPARED -> DecisionState.PREPARED;
                    case ADOPTED -> DecisionState.ADOPTED;
                    case BLOCKED -> DecisionState.BLOCKED;
                    case LAPSED -> DecisionState.LAPSED;
                };
        Standing.Next next = due != null ? new Standing.Next("due", due) : expected(partner, verb, thing, since, r);
        var why = new Standing.Because(
                due == null ? "the text asks for a prepared act" : "it is owed",
                List.of(r.at()),
                now == null ? List.of() : List.of(now.fact()));
        return new Standing.Decision(partner, verb.noun(), thing, state, now == null ? since : now.on(), why, next);
    }

    /** Says until when the slowest procedure known would have it ready, counted from the opening of the phase. */
    private Standing.@Nullable Next expected(String partner, Verb verb, String thing, LocalDate since, Reaction r) {
        Stage stage = stage(partner, verb, thing);
        if (stage == Stage.PREPARED || stage == Stage.ADOPTED) {
            return null;
        }
        Partner p = run.partner(partner);
        String competence = r.competence() != null
                ? r.competence()
                : run.measure(thing).measure.competence();
        Partner.Procedure procedure = p == null ? null : p.procedureFor(competence);
        return procedure == null
                ? null
                : new Standing.Next("ready, at the slowest known", since.plusDays(procedure.mostDays()));
    }
}
