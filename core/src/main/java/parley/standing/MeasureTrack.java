package parley.standing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;
import parley.roadmap.Verb;

/** The life of one measure while the days pass: it stands as long as one owner's part stands. */
final class MeasureTrack {
    private static final Comparator<Standing.Next> FIRST =
            Comparator.comparing(Standing.Next::on).thenComparing(Standing.Next::what);

    final Measure measure;
    private final Expiry.Default silent;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    MeasureState state;
    LocalDate since;
    Standing.Because because;

    /** Whether the last change is more than general knowledge. */
    boolean confirmed = true;

    private boolean everActed;

    MeasureTrack(Measure measure, Partner.@Nullable Undecided ownersDefault, LocalDate start) {
        this.measure = measure;
        this.silent = silent(ownersDefault);
        this.state = measure.initialState();
        this.since = start;
        this.because = new Standing.Because("as the text says", List.of(measure.at()), List.of());
        measure.owners().forEach(o -> parts.put(o.id(), new Part(state)));
    }

    /** Returns what happens if an act says nothing: what the partner's own default says, else it returns. */
    private static Expiry.Default silent(Partner.@Nullable Undecided ownersDefault) {
        return switch (ownersDefault) {
            case MEASURE_LAPSES -> Expiry.Default.LAPSES;
            case RELIEF_ENDS -> Expiry.Default.ENDS;
            case MEASURE_RETURNS, NOTHING_CHANGES -> Expiry.Default.RETURNS;
            case null -> Expiry.Default.RETURNS;
        };
    }

    private Part part(String owner) {
        return Objects.requireNonNull(parts.get(owner), "only owners act, see Run.deed");
    }

    boolean ownedBy(String partner) {
        return parts.containsKey(partner);
    }

    /** Says whether it has begun: a measure before its first act is not there, a reserve and an offer always are. */
    boolean begun() {
        return everActed || measure.kind() != Measure.Kind.MEASURE;
    }

    /** Says whether an owner's part is where a verb would bring it, or further eased: what is lifted needs no licence. */
    boolean satisfies(String partner, Verb verb) {
        MeasureState now = ownedBy(partner) ? part(partner).state : state;
        boolean gone = now == MeasureState.LIFTED || now == MeasureState.LAPSED;
        // What was never granted cannot be withdrawn.
        boolean neverGranted = now == MeasureState.OFFERED && verb == Verb.WITHDRAW;
        return now == verb.leadsTo() || (gone && verb.eases()) || neverGranted;
    }

    /** Says whether what satisfies a verb is confirmed; what is not confirmed decides nothing. */
    boolean surely(String partner, Verb verb) {
        return confirmed && satisfies(partner, verb);
    }

    /** Says whether an act of an owner would only prolong what it did before. */
    boolean prolongs(String owner, Verb verb) {
        return part(owner).state == verb.leadsTo();
    }

    /** Says whether a step has eased an owner's part, and it is eased still. */
    boolean easedBy(String step, String owner) {
        return step.equals(part(owner).easedBy);
    }

    /** Adds the steps whose relief stands; asked daily. */
    void easingSteps(Set<String> into) {
        for (Part p : parts.values()) {
            String step = p.easedBy;
            if (step != null) {
                into.add(step);
            }
        }
    }

    /** Returns the steps whose relief stands. */
    Stream<String> easingSteps() {
        return parts.values().stream().flatMap(p -> Stream.ofNullable(p.easedBy));
    }

    MeasureState stateOf(String owner) {
        return part(owner).state;
    }

    boolean windsDown(String owner) {
        return part(owner).windsDown();
    }

    boolean imposed() {
        return state == MeasureState.IMPOSED;
    }

    /** The text tells of a change; it is one of all owners. */
    void told(Verb verb, LocalDate on, Expiry expiry, boolean sure, Standing.Because why) {
        parts.values().forEach(p -> p.act(verb, on, expiry, null, silent));
        changed(verb.leadsTo(), on, why);
        confirmed = sure;
    }

    /**
     * An act of an owner takes effect on its part.
     *
     * @param step the step whose branch asked for it, or {@code null}
     */
    void act(Verb verb, String owner, LocalDate on, Expiry expiry, @Nullable String step, Standing.Because why) {
        part(owner).act(verb, on, expiry, step, silent);
        changed(verb.leadsTo(), on, why);
    }

    void windDown(String owner, LocalDate end, Standing.Because why) {
        part(owner).windDown(end);
        because = why;
    }

    private void changed(MeasureState last, LocalDate on, Standing.Because why) {
        MeasureState before = state;
        boolean oneStands = parts.values().stream().anyMatch(p -> p.state == MeasureState.IMPOSED);
        state = oneStands ? MeasureState.IMPOSED : last;
        since = state == before && everActed ? since : on; // what is prolonged stands since it began
        everActed = true;
        confirmed = true;
        because = why;
    }

    /** Ends what ends today without any decision. An offer that ends is withdrawn. */
    void endOn(LocalDate day) {
        for (Part p : parts.values()) {
            Expiry.Default what = p.endOn(day, measure.kind() == Measure.Kind.OFFER);
            if (what != null) {
                String says = "the time was over and it %s by itself".formatted(what.word());
                changed(p.state, day, new Standing.Because(says, because.clauses(), because.facts()));
            }
        }
    }

    /** Returns the end that comes first, or {@code null}. */
    @Nullable
    LocalDate ends() {
        Standing.Next next = firstEnd();
        return next == null ? null : next.on();
    }

    private Standing.@Nullable Next firstEnd() {
        // Asked daily: no stream.
        Standing.Next first = null;
        for (Part p : parts.values()) {
            Standing.Next next = p.next();
            if (next != null && (first == null || FIRST.compare(next, first) < 0)) {
                first = next;
            }
        }
        return first;
    }

    Standing.MeasureLine line() {
        Standing.Next next = firstEnd();
        String easedBy = easingSteps().findFirst().orElse(null);
        return new Standing.MeasureLine(measure.id(), state, since, easedBy, because, next == null ? runsOut() : next);
    }

    private Standing.@Nullable Next runsOut() {
        return measure.runsOut() instanceof Expiry.Until u && imposed()
                ? new Standing.Next("the act runs out unless it is renewed", u.day())
                : null;
    }
}
