package parley.model;

import static parley.model.Terms.and;
import static parley.model.Terms.atLeast;
import static parley.model.Terms.choose;
import static parley.model.Terms.is;
import static parley.model.Terms.next;
import static parley.model.Terms.not;
import static parley.model.Terms.number;
import static parley.model.Terms.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.prism.Expr;
import parley.prism.Model;
import parley.roadmap.Assumption;
import parley.roadmap.Expiry;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;
import parley.roadmap.Step;
import parley.roadmap.Verb;

/**
 * What partners owe and do, as the text binds them: a duty is decided within the time its procedure takes at most, and
 * whatever the text leaves open is the demon's to choose.
 */
public final class Acts {
    private static final int INITIAL = 0;
    private static final int IMPOSED = 1;
    private static final int LAPSED = 2;
    private static final int WITHDRAWN = 3;
    private static final int EASED = 4;

    private final Slice slice;
    private final Grid grid;
    private final Draft draft;
    private final Conduct conduct;
    private final Map<Slice.Part, PartLife> parts = new LinkedHashMap<>();
    private final List<DutyLife> duties = new ArrayList<>();
    private final List<Preparation> preparations = new ArrayList<>();
    private final Map<String, Expr.Read> gone = new HashMap<>();
    private Expr.@Nullable Read clock;

    /**
     * The state of one owner's part of a measure.
     *
     * @param mode how it came to be so; from {@link #EASED} on by which duty
     * @param age ticks in this mode, as far as its end needs it
     */
    private record PartLife(
            Slice.Part part, Measure measure, MeasureState first, Expr.Read mode, Expr.@Nullable Read age, int cap) {}

    /**
     * The life of one duty.
     *
     * @param due 0 while nothing is owed, else 1 more than the ticks since it arose
     * @param blocked whether members block every attempt
     * @param prepared how far the act is prepared; {@code null} if nobody prepares it
     */
    private record DutyLife(
            Obligation duty,
            int number,
            Delay delay,
            Expr.Read due,
            int cap,
            int blockedCap,
            Expr.@Nullable Read blocked,
            @Nullable Preparation prepared) {}

    /**
     * An act decided in advance, once for all branches that ask for it.
     *
     * @param number the first duty it serves
     * @param ticks how long it has been prepared, {@code most + 1} if it is ready
     */
    private record Preparation(int number, List<Obligation> serves, int fewest, int most, Expr.Read ticks) {
        Expr ready() {
            return is(ticks, most + 1);
        }

        /** Taking effect uses it up. */
        Model.Assignment used() {
            return Draft.set(ticks, choose(ready(), Terms.number(0), ticks));
        }
    }

    Acts(Slice slice, Draft draft, Conduct conduct, Expr.@Nullable Read clock) {
        this.slice = slice;
        this.grid = slice.grid();
        this.draft = draft;
        this.conduct = conduct;
        this.clock = clock;
    }

    // ---- variables
    // ----------------------------------------------------------------------------------------------------

    void declare(int claimTicks) {
        for (Slice.Part part : slice.parts().stream()
                .sorted(java.util.Comparator.comparing(Slice.Part::measure).thenComparing(Slice.Part::owner))
                .toList()) {
            declare(part);
        }
        int number = 0;
        for (Obligation o : slice.duties()) {
            if (o.verb() != null && o.measure() != null) {
                duties.add(declare(o, number++, claimTicks));
            }
        }
        for (Assumption a : slice.theCase().assumptions()) {
            if (a instanceof Assumption.Leaves l
                    && !slice.lacks(a.at())
                    && duties.stream()
                            .anyMatch(d ->
                                    d.duty().partner().id().equals(l.partner().id()))) {
                gone.put(l.partner().id(), draft.truth(l.partner().id() + "_gone", false));
            }
        }
    }

    private void declare(Slice.Part part) {
        Measure measure = slice.theCase().measures().stream()
                .filter(m -> m.id().equals(part.measure()))
                .findFirst()
                .orElseThrow();
        String name = part.owner() + "_" + measure.id();
        int cap = 0;
        int modes = EASED;
        for (Obligation o : easing(part)) {
            modes++;
            if (o.reaction().expiry() instanceof Expiry.For f) {
                cap = Math.max(cap, grid.most(f.length()));
            }
        }
        Expr.Read mode = draft.number(name, modes - 1, INITIAL);
        Expr.Read age = cap == 0 ? null : draft.number(name + "_age", cap, 0);
        parts.put(part, new PartLife(part, measure, Beginnings.of(slice.theCase(), measure), mode, age, cap));
        conduct.follow(measure.id(), mode);
    }

    private List<Obligation> easing(Slice.Part part) {
        return slice.duties().stream()
                .filter(o ->
                        o.verb() != null && o.verb().eases() && Slice.Part.of(o).equals(part))
                .toList();
    }

    private DutyLife declare(Obligation o, int number, int claimTicks) {
        Delay delay = slice.delay(o);
        String name = "%s_%s_%s_%s"
                .formatted(
                        o.partner().id(),
                        java.util.Objects.requireNonNull(o.verb()).singular(),
                        name(o),
                        o.step().id());
        int cap = Math.max(grid.most(delay.most()), claimTicks) + 2;
        return new DutyLife(
                o,
                number,
                delay,
                draft.number(name + "_due" + number, cap, 0),
                cap,
                Math.max(grid.fewest(delay.fewest()), claimTicks) + 2,
                delay.blockable() ? draft.truth(name + "_blocked" + number, false) : null,
                slice.prepares(o) ? preparation(o, number, name) : null);
    }

    private Preparation preparation(Obligation o, int number, String name) {
        Preparation known = prepared(o);
        if (known != null) {
            return known;
        }
        List<Obligation> serves = slice.preparedAlike(o);
        int fewest = serves.stream()
                .mapToInt(x -> grid.fewest(slice.delay(x).fewest()))
                .min()
                .orElseThrow();
        int most = serves.stream()
                .mapToInt(x -> grid.most(slice.delay(x).most()))
                .max()
                .orElseThrow();
        var made = new Preparation(number, serves, fewest, most, draft.number(name + "_ready" + number, most + 1, 0));
        preparations.add(made);
        return made;
    }

    private @Nullable Preparation prepared(Obligation o) {
        List<Obligation> alike = slice.preparedAlike(o);
        return preparations.stream()
                .filter(p -> p.serves().equals(alike))
                .findFirst()
                .orElse(null);
    }

    private static String name(Obligation o) {
        Measure measure = o.measure();
        return measure == null ? "" : measure.id();
    }

    // ---- moves
    // ----------------------------------------------------------------------------------------------------------

    void moves() {
        if (slice.withheld()) {
            duties.forEach(d -> draft.onTick(d.due(), choose(atLeast(d.due(), 1), next(d.due(), d.cap()), number(0))));
        } else {
            preparations.forEach(this::prepares);
            duties.forEach(this::acts);
        }
        parts.values().forEach(this::ends);
        gone.forEach((partner, left) -> {
            List<Model.Assignment> all = new ArrayList<>(List.of(Draft.set(left, Terms.TRUE)));
            duties.stream()
                    .filter(d -> d.duty().partner().id().equals(partner))
                    .forEach(d -> all.add(Draft.set(d.due(), number(0))));
            draft.may(Move.of(Move.Kind.LEAVES, partner, ""), not(left), all);
        });
    }

    private static Expr ready(DutyLife d) {
        return d.prepared() == null ? Terms.FALSE : d.prepared().ready();
    }

    private Expr isBlocked(DutyLife d) {
        return d.blocked() == null ? Terms.FALSE : d.blocked();
    }

    private void prepares(Preparation p) {
        Obligation first = p.serves().getFirst();
        Expr running = Terms.any(p.serves().stream()
                .map(o -> conduct.isOpen(o.step().phase().id()))
                .distinct()
                .toList());
        Expr blocked = Terms.any(duties.stream()
                .filter(d -> p.equals(d.prepared()))
                .map(this::isBlocked)
                .toList());
        var move = new Move(
                Move.Kind.PREPARES,
                first.partner().id(),
                name(first),
                p.number(),
                p.serves().stream().map(o -> o.reaction().at()).toList());
        draft.may(
                move,
                and(running, and(not(p.ready()), atLeast(p.ticks(), p.fewest()))),
                List.of(Draft.set(p.ticks(), number(p.most() + 1))));
        draft.overdue(and(running, and(is(p.ticks(), p.most()), not(blocked))));
        draft.onTick(p.ticks(), choose(and(running, not(p.ready())), next(p.ticks(), p.most()), p.ticks()));
    }

    private void acts(DutyLife d) {
        Obligation o = d.duty();
        Verb verb = java.util.Objects.requireNonNull(o.verb());
        int most = grid.most(d.delay().most());
        Expr owed = atLeast(d.due(), 1);
        LocalDate notBefore = o.reaction().notBefore();
        Expr free = notBefore == null ? Terms.TRUE : clockAtLeast(notBefore, true);
        Expr decided = and(free, atLeast(d.due(), 1 + grid.fewest(d.delay().fewest())));
        List<Model.Assignment> effects = new ArrayList<>(List.of(Draft.set(d.due(), number(0))));
        effects.addAll(effect(o, verb));
        Preparation used = prepared(o);
        if (used != null) {
            effects.add(used.used());
        }
        if (d.blocked() != null) {
            effects.add(Draft.set(d.blocked(), Terms.FALSE));
        }
        var move = new Move(
                Move.Kind.ACTS,
                o.partner().id(),
                name(o),
                d.number(),
                List.of(o.reaction().at()));
        draft.may(move, and(owed, and(decided, not(ready(d)))), effects);
        draft.atOnce(move, and(free, and(owed, ready(d))), effects); // a prepared act takes effect by the finding alone
        if (d.blocked() != null) {
            // A prepared act takes effect by the finding alone; what is not prepared yet can be blocked in preparation
            // too.
            draft.may(
                    new Move(
                            Move.Kind.BLOCKS,
                            o.partner().id(),
                            name(o),
                            d.number(),
                            List.of(o.partner().at())),
                    and(not(d.blocked()), not(ready(d))),
                    List.of(Draft.set(d.blocked(), Terms.TRUE)));
        }
        Expr late = atLeast(d.due(), 1 + most);
        Expr waiting = notBefore == null ? Terms.TRUE : clockAtLeast(notBefore, false);
        draft.overdue(and(waiting, and(late, not(isBlocked(d)))));
        // A timer counts only while something reads it: of what is blocked only the claim's own time matters.
        Expr counted = d.blocked() == null
                ? next(d.due(), d.cap())
                : choose(d.blocked(), next(d.due(), Math.min(d.cap(), d.blockedCap())), next(d.due(), d.cap()));
        draft.onTick(d.due(), choose(owed, counted, number(0)));
    }

    private List<Model.Assignment> effect(Obligation o, Verb verb) {
        PartLife part = parts.get(Slice.Part.of(o));
        if (part == null) {
            return List.of();
        }
        List<Model.Assignment> all = new ArrayList<>();
        int mode = mode(o, verb);
        all.add(Draft.set(part.mode(), number(mode)));
        if (part.age() != null) {
            all.add(Draft.set(part.age(), number(0)));
        }
        all.addAll(settled(part, mode));
        return all;
    }

    /** A duty whose effect is there, by whatever way, is owed no more. */
    private List<Model.Assignment> settled(PartLife part, int mode) {
        List<Model.Assignment> all = new ArrayList<>();
        for (DutyLife d : duties) {
            if (Slice.Part.of(d.duty()).equals(part.part()) && satisfies(part, mode, d)) {
                all.add(Draft.set(d.due(), number(0)));
            }
        }
        return all;
    }

    private int mode(Obligation o, Verb verb) {
        return switch (verb.leadsTo()) {
            case IMPOSED, RESERVE, OFFERED -> IMPOSED;
            case WITHDRAWN -> WITHDRAWN;
            case SUSPENDED, LICENSED, LIFTED, LAPSED, GRANTED ->
                EASED + easing(Slice.Part.of(o)).indexOf(o);
        };
    }

    private void ends(PartLife p) {
        List<Obligation> easing = easing(p.part());
        Expr counting = Terms.FALSE;
        for (int i = 0; i < easing.size(); i++) {
            Obligation o = easing.get(i);
            Expr mode = is(p.mode(), EASED + i);
            switch (o.reaction().expiry()) {
                case Expiry.For f -> {
                    counting = or(counting, mode);
                    Expr.Read age = java.util.Objects.requireNonNull(p.age());
                    end(p, o, and(mode, atLeast(age, grid.fewest(f.length()))), f.then());
                    draft.overdue(and(mode, atLeast(age, grid.most(f.length()))));
                }
                case Expiry.Until u -> {
                    if (clock != null) {
                        end(p, o, and(mode, atLeast(clock, grid.tick(u.day()))), u.then());
                        draft.overdue(and(mode, atLeast(clock, grid.tick(u.day()) + 1)));
                    }
                }
                case Expiry.Unsaid _, Expiry.UntilRevoked _ -> {}
            }
        }
        if (p.age() != null) {
            draft.onTick(p.age(), choose(counting, next(p.age(), p.cap()), number(0)));
        }
    }

    private void end(PartLife p, Obligation o, Expr guard, Expiry.@Nullable Default then) {
        int mode = switch (then == null ? silent(o.partner()) : then) {
            case RETURNS, ENDS -> p.measure().kind() == Measure.Kind.OFFER ? WITHDRAWN : IMPOSED;
            case LAPSES -> p.measure().kind() == Measure.Kind.OFFER ? WITHDRAWN : LAPSED;
        };
        List<Model.Assignment> all = new ArrayList<>(List.of(Draft.set(p.mode(), number(mode))));
        if (p.age() != null) {
            all.add(Draft.set(p.age(), number(0)));
        }
        all.addAll(settled(p, mode));
        draft.may(
                new Move(
                        Move.Kind.ENDS,
                        p.part().owner(),
                        p.measure().id(),
                        0,
                        List.of(o.reaction().at())),
                guard,
                all);
    }

    private static Expiry.Default silent(Partner partner) {
        return switch (partner.undecided()) {
            case MEASURE_LAPSES -> Expiry.Default.LAPSES;
            case RELIEF_ENDS -> Expiry.Default.ENDS;
            case MEASURE_RETURNS, NOTHING_CHANGES -> Expiry.Default.RETURNS;
            case null -> Expiry.Default.RETURNS;
        };
    }

    // ---- what branches and properties read
    // ----------------------------------------------------------------------------------

    /** What a branch that fires makes owed. */
    List<Model.Assignment> fire(Step step, Step.Branch branch) {
        List<Model.Assignment> all = new ArrayList<>();
        if (Slice.takesBack(branch)) {
            duties.stream()
                    .filter(d -> d.duty().step().equals(step)
                            && d.duty().verb() != null
                            && d.duty().verb().eases())
                    .forEach(d -> all.add(Draft.set(d.due(), number(0))));
        }
        for (DutyLife d : duties) {
            if (d.duty().branch().equals(branch)
                    && !slice.lacks(d.duty().reaction().at())) {
                Expr arises = and(is(d.due(), 0), and(not(satisfied(d)), here(d)));
                all.add(Draft.set(d.due(), choose(arises, number(1), d.due())));
            }
        }
        return all;
    }

    private Expr here(DutyLife d) {
        Expr.Read left = gone.get(d.duty().partner().id());
        Expr present = left == null ? Terms.TRUE : not(left);
        boolean restores = d.duty().reaction().deed() instanceof parley.roadmap.Reaction.Deed.RestoreEased;
        PartLife part = parts.get(Slice.Part.of(d.duty()));
        return restores && part != null
                ? and(present, easedBy(part.part(), d.duty().step()))
                : present;
    }

    private Expr satisfied(DutyLife d) {
        PartLife part = parts.get(Slice.Part.of(d.duty()));
        if (part == null) {
            return Terms.FALSE;
        }
        Expr found = Terms.FALSE;
        for (int mode = 0; mode < EASED + easing(part.part()).size(); mode++) {
            found = satisfies(part, mode, d) ? or(found, is(part.mode(), mode)) : found;
        }
        return found;
    }

    private boolean satisfies(PartLife part, int mode, DutyLife d) {
        Verb verb = java.util.Objects.requireNonNull(d.duty().verb());
        MeasureState state = state(part, mode);
        boolean goneFor = state == MeasureState.LIFTED || state == MeasureState.LAPSED;
        boolean neverGranted = state == MeasureState.OFFERED && verb == Verb.WITHDRAW;
        return state == verb.leadsTo() || (goneFor && verb.eases()) || neverGranted;
    }

    private MeasureState state(PartLife p, int mode) {
        return switch (mode) {
            case INITIAL -> p.first();
            case IMPOSED -> MeasureState.IMPOSED;
            case LAPSED -> MeasureState.LAPSED;
            case WITHDRAWN -> MeasureState.WITHDRAWN;
            default ->
                java.util.Objects.requireNonNull(
                                easing(p.part()).get(mode - EASED).verb())
                        .leadsTo();
        };
    }

    /** Returns where an owner's part is eased by a branch of a step. */
    public Expr easedBy(Slice.Part part, Step step) {
        PartLife p = parts.get(part);
        Expr found = Terms.FALSE;
        if (p != null) {
            List<Obligation> easing = easing(part);
            for (int i = 0; i < easing.size(); i++) {
                found = easing.get(i).step().equals(step) ? or(found, is(p.mode(), EASED + i)) : found;
            }
        }
        return found;
    }

    /** Returns where an owner's part is in a state. */
    public Expr isIn(Slice.Part part, MeasureState wanted) {
        PartLife p = parts.get(part);
        Expr found = Terms.FALSE;
        if (p != null) {
            for (int mode = 0; mode < EASED + easing(part).size(); mode++) {
                found = state(p, mode) == wanted ? or(found, is(p.mode(), mode)) : found;
            }
        }
        return found;
    }

    /**
     * Returns where a measure of several owners is in a state: imposed as long as one part stands, else in what the parts
     * are in.
     */
    public Expr measureIn(Measure measure, List<Slice.Part> owned, String state) {
        Expr imposed = Terms.FALSE;
        Expr in = Terms.FALSE;
        for (Slice.Part part : owned) {
            imposed = or(imposed, imposedNow(measure, part));
            for (MeasureState s : MeasureState.values()) {
                in = s.word().equals(state) ? or(in, isNow(measure, part, s)) : in;
            }
        }
        return state.equals(MeasureState.IMPOSED.word()) ? imposed : and(in, not(imposed));
    }

    private Expr imposedNow(Measure measure, Slice.Part part) {
        return isNow(measure, part, MeasureState.IMPOSED);
    }

    /** A part that nobody acts on stays as it was. */
    private Expr isNow(Measure measure, Slice.Part part, MeasureState state) {
        if (parts.containsKey(part)) {
            return isIn(part, state);
        }
        return Beginnings.of(slice.theCase(), measure) == state ? Terms.TRUE : Terms.FALSE;
    }

    /** Returns where a duty has been owed for at least so many ticks. */
    public Expr owedFor(Obligation o, int ticks) {
        return duties.stream()
                .filter(d -> d.duty().equals(o))
                .map(d -> atLeast(d.due(), 1 + ticks))
                .findFirst()
                .orElse(Terms.FALSE);
    }

    /** Returns the obligation behind the number of a move. */
    Obligation duty(int number) {
        return duties.get(number).duty();
    }

    Expr clockAtLeast(LocalDate day, boolean down) {
        if (clock == null) {
            return Terms.TRUE;
        }
        return atLeast(clock, down ? grid.tick(day) : grid.tick(day) + 1);
    }

    static int days(@Nullable Length length) {
        return length == null ? 0 : length.mostDays();
    }
}
