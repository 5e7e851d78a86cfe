package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;
import parley.roadmap.Verb;

/** The life of one measure while the days pass. */
final class MeasureTrack {
    final Measure measure;
    private final Partner.@Nullable Undecided ownersDefault;
    MeasureState state;
    LocalDate since;
    Standing.Because because;

    @Nullable
    String easedBy;

    @Nullable
    LocalDate ends;

    Expiry.@Nullable Default then;
    final List<Change> changes = new ArrayList<>();

    /** A change of state on a day. */
    record Change(LocalDate on, MeasureState to, @Nullable Verb verb) {}

    MeasureTrack(Measure measure, Partner.@Nullable Undecided ownersDefault, LocalDate start) {
        this.measure = measure;
        this.ownersDefault = ownersDefault;
        this.state = measure.initialState();
        this.since = start;
        this.because = new Standing.Because("as the text says", List.of(measure.at()), List.of());
    }

    /** A verb takes effect; {@code step} is the step whose branch asked for it, or {@code null}. */
    void act(Verb verb, LocalDate on, Expiry expiry, @Nullable String step, Standing.Because why) {
        state = verb.leadsTo();
        since = on;
        because = why;
        easedBy = verb.eases() ? step : null;
        changes.add(new Change(on, state, verb));
        expire(expiry, on);
    }

    private void expire(Expiry expiry, LocalDate on) {
        switch (expiry) {
            case Expiry.Unsaid _, Expiry.UntilRevoked _ -> {
                ends = null;
                then = null;
            }
            case Expiry.For f -> {
                ends = f.length().after(on);
                then = f.then() != null ? f.then() : silent();
            }
            case Expiry.Until u -> {
                ends = u.day();
                then = u.then() != null ? u.then() : silent();
            }
        }
    }

    /** Returns what happens if the text of the act says nothing: what the partner's own default says, else it returns. */
    private Expiry.Default silent() {
        return switch (ownersDefault) {
            case MEASURE_LAPSES -> Expiry.Default.LAPSES;
            case RELIEF_ENDS -> Expiry.Default.ENDS;
            case MEASURE_RETURNS, NOTHING_CHANGES -> Expiry.Default.RETURNS;
            case null -> Expiry.Default.RETURNS;
        };
    }

    /** Ends what ends today without any decision. */
    void endOn(LocalDate day) {
        Expiry.Default d = then;
        if (d != null && day.equals(ends)) {
            state = d.leadsTo();
            since = day;
            because = new Standing.Because(
                    "the time was over and it %s by itself".formatted(d.word()), because.clauses(), because.facts());
            easedBy = state.eased() ? easedBy : null;
            changes.add(new Change(day, state, null));
            ends = null;
            then = null;
        }
    }

    Standing.MeasureLine line() {
        LocalDate end = ends;
        Expiry.Default d = then;
        Standing.Next next = end == null || d == null ? null : new Standing.Next("it " + d.word() + " by itself", end);
        return new Standing.MeasureLine(measure.id(), state, since, easedBy, because, next);
    }
}
