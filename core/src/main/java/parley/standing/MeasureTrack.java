package parley.standing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;
import parley.roadmap.Ref;
import parley.roadmap.Verb;

/** The life of one measure while the days pass. Each owner decides about its own part. */
final class MeasureTrack {
    final Measure measure;
    private final Partner.@Nullable Undecided ownersDefault;
    private final Map<String, MeasureState> parts = new TreeMap<>();
    MeasureState state;
    LocalDate since;
    Standing.Because because;

    @Nullable
    String easedBy;

    @Nullable
    LocalDate ends;

    /** Whether the last change is more than general knowledge. */
    boolean confirmed = true;

    private boolean everActed;
    private boolean windsDown;

    private Expiry.@Nullable Default then;

    MeasureTrack(Measure measure, Partner.@Nullable Undecided ownersDefault, LocalDate start) {
        this.measure = measure;
        this.ownersDefault = ownersDefault;
        this.state = measure.initialState();
        this.since = start;
        this.because = new Standing.Because("as the text says", List.of(measure.at()), List.of());
        all(state);
    }

    private void all(MeasureState next) {
        for (Ref owner : measure.owners()) {
            parts.put(owner.id(), next);
        }
    }

    /** Returns the state of one owner's part. */
    MeasureState partOf(String partner) {
        return parts.getOrDefault(partner, state);
    }

    /** Says whether an owner's part is where a verb would bring it, or further eased: what is lifted needs no licence. */
    boolean satisfies(String partner, Verb verb) {
        MeasureState now = partOf(partner);
        boolean gone = now == MeasureState.LIFTED || now == MeasureState.LAPSED;
        return now == verb.leadsTo() || (gone && verb.eases());
    }

    /** Says whether what satisfies a verb is confirmed; what is not confirmed decides nothing. */
    boolean surely(String partner, Verb verb) {
        return confirmed && satisfies(partner, verb);
    }

    boolean imposed() {
        return state == MeasureState.IMPOSED;
    }

    /**
     * A verb takes effect.
     *
     * @param partner whose part, or {@code null} for all owners
     * @param step the step whose branch asked for it, or {@code null}
     */
    void act(
            Verb verb,
            @Nullable String partner,
            LocalDate on,
            Expiry expiry,
            @Nullable String step,
            Standing.Because why) {
        if (partner == null) {
            all(verb.leadsTo());
        } else {
            parts.put(partner, verb.leadsTo());
        }
        boolean othersStand = parts.containsValue(MeasureState.IMPOSED);
        MeasureState before = state;
        state = othersStand ? MeasureState.IMPOSED : verb.leadsTo();
        since = state == before && everActed ? since : on; // what is prolonged stands since it began
        everActed = true;
        confirmed = true;
        because = why;
        easedBy = verb.eases() ? step : null;
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

    /** Lets relief run out on {@code end} instead of ending it at once. */
    void windDown(LocalDate end, Standing.Because why) {
        windsDown = true;
        ends = end;
        then = Expiry.Default.ENDS;
        because = why;
    }

    /** Returns what happens if the act says nothing: what the partner's own default says, else it returns. */
    private Expiry.Default silent() {
        return switch (ownersDefault) {
            case MEASURE_LAPSES -> Expiry.Default.LAPSES;
            case RELIEF_ENDS -> Expiry.Default.ENDS;
            case MEASURE_RETURNS, NOTHING_CHANGES -> Expiry.Default.RETURNS;
            case null -> Expiry.Default.RETURNS;
        };
    }

    /** Ends what ends today without any decision. An offer that ends is withdrawn. */
    void endOn(LocalDate day) {
        Expiry.Default d = then;
        if (d != null && day.equals(ends)) {
            state = measure.kind() == Measure.Kind.OFFER ? MeasureState.WITHDRAWN : d.leadsTo();
            all(state);
            since = day;
            because = new Standing.Because(
                    "the time was over and it %s by itself".formatted(d.word()), because.clauses(), because.facts());
            easedBy = state.eased() ? easedBy : null;
            ends = null;
            then = null;
            windsDown = false;
        }
    }

    Standing.MeasureLine line() {
        LocalDate end = ends;
        Expiry.Default d = then;
        Standing.Next next = end == null || d == null
                ? runsOut()
                : new Standing.Next(windsDown ? "the time to wind down ends" : "it " + d.word() + " by itself", end);
        return new Standing.MeasureLine(measure.id(), state, since, easedBy, because, next);
    }

    private Standing.@Nullable Next runsOut() {
        return measure.runsOut() instanceof Expiry.Until u && imposed()
                ? new Standing.Next("the act runs out unless it is renewed", u.day())
                : null;
    }
}
