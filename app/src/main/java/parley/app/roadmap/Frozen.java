package parley.app.roadmap;

import java.util.List;
import parley.app.web.Visit;
import parley.language.Mentions;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Verb;
import parley.standing.Standing;

/** Relief that waits for the end of a dispute. */
public final class Frozen {
    private Frozen() {}

    /** Says whether a duty waits on the day looked at, because what it answers is disputed. */
    public static boolean is(Visit visit, Standing.Duty duty) {
        Verb verb = Verb.ofNoun(duty.what());
        if (duty.state() != Standing.DutyState.DUE || verb == null || !verb.eases()) {
            return false;
        }
        List<String> disputed = visit.standing().concessions().stream()
                .filter(Standing.ConcessionState::disputed)
                .map(Standing.ConcessionState::concession)
                .toList();
        return visit.theCase().steps().stream()
                .filter(s -> s.id().equals(duty.step()))
                .flatMap(s -> s.branches().stream())
                .map(Step.Branch::trigger)
                .flatMap(t -> Mentions.of(t).stream())
                .map(Ref::id)
                .anyMatch(disputed::contains);
    }
}
