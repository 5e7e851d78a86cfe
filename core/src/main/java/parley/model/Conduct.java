package parley.model;

import static parley.model.Terms.and;
import static parley.model.Terms.atLeast;
import static parley.model.Terms.choose;
import static parley.model.Terms.countWhile;
import static parley.model.Terms.is;
import static parley.model.Terms.next;
import static parley.model.Terms.not;
import static parley.model.Terms.number;
import static parley.model.Terms.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.prism.Expr;
import parley.prism.Model;
import parley.roadmap.Assumption;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Length;
import parley.roadmap.Phase;

/**
 * What the other side may do, the panels' signatures, and the phases they open. Conduct is chosen, not predicted: a
 * concession may be met, and broken, as soon as its windows can have filled.
 */
public final class Conduct {
    /** The values of a concession's variable. */
    public static final int OPEN = 0;

    public static final int MET = 1;
    public static final int VERIFIED = 2;
    public static final int BROKEN = 3;

    private final Slice slice;
    private final Grid grid;
    private final Draft draft;
    private final Map<String, Life> lives = new TreeMap<>();
    private final Map<String, JointLife> together = new TreeMap<>();
    private final Map<String, Expr> open = new TreeMap<>();
    private final Map<String, List<Expr.Read>> parts = new TreeMap<>();

    /**
     * The variables of one concession.
     *
     * @param age ticks since it opened, was met or broke
     * @param signed ticks since it was verified
     * @param erred whether the panel has failed to sign in this round
     */
    private record Life(
            Concession concession,
            Expr.Read state,
            Expr.@Nullable Read age,
            Expr.@Nullable Read signed,
            Expr.@Nullable Read erred) {}

    Conduct(Slice slice, Draft draft) {
        this.slice = slice;
        this.grid = slice.grid();
        this.draft = draft;
    }

    void declare() {
        for (Phase p : slice.theCase().phases()) {
            if (slice.phases().contains(p.id())) {
                open.put(p.id(), p.first() ? Terms.TRUE : draft.truth(p.id() + "_open", false));
            }
        }
        List<JointLife> joint = slice.joint().stream().map(this::declare).toList();
        for (Concession c : slice.theCase().concessions()) {
            if (slice.concessions().contains(c.id()) && runs(c) && !together.containsKey(c.id())) {
                lives.put(c.id(), declare(c));
            }
        }
        joint.forEach(j -> j.moves(draft));
        lives.values().forEach(this::moves);
        slice.theCase().phases().stream()
                .filter(p -> slice.phases().contains(p.id()) && !p.first())
                .forEach(this::opens);
    }

    private boolean runs(Concession c) {
        var runs = c.runs();
        return runs == null || !runs.to().isBefore(grid.from());
    }

    private Life declare(Concession c) {
        int cap = Math.max(Math.max(fromOpen(c), again(c)), Math.max(fromMet(c), window(c)));
        int held = held(c);
        Expr.Read state = draft.number(c.id(), BROKEN, OPEN);
        return new Life(
                c,
                state,
                cap == 0 ? null : draft.number(c.id() + "_age", cap, 0),
                held == 0 ? null : draft.number(c.id() + "_signed", held, 0),
                slice.chances() && errors(c) != null ? draft.truth(c.id() + "_erred", false) : null);
    }

    private JointLife declare(Joint joint) {
        List<Concession> members = joint.members();
        List<Concession> breaking = members.stream().filter(this::breaks).toList();
        List<Concession> mending = breaking.stream().filter(c -> !c.once()).toList();
        var times = new JointLife.Times(
                members.stream().mapToInt(this::fromOpen).max().orElse(0),
                breaking.stream().mapToInt(c -> fromOpen(c) + fromMet(c)).min().orElse(0),
                mending.stream().mapToInt(this::again).min().orElse(0),
                held(members.getFirst()),
                members.stream().noneMatch(c -> slice.lacks(c.met().at())),
                !breaking.isEmpty(),
                !mending.isEmpty());
        JointLife life = JointLife.declare(joint, times, draft);
        members.forEach(c -> together.put(c.id(), life));
        return life;
    }

    private boolean breaks(Concession c) {
        return c.broken() != null && !slice.lacks(c.broken().at());
    }

    /** Returns the member that can be met again the soonest after it broke. */
    static Concession soonestAgain(Joint joint, Slice slice) {
        var conduct = new Conduct(slice, new Draft());
        return joint.members().stream()
                .filter(conduct::breaks)
                .min(java.util.Comparator.comparing(Concession::once).thenComparingInt(conduct::again))
                .orElseThrow();
    }

    /** Ticks for which the slice wants to see a concession verified. */
    private int held(Concession c) {
        return slice.conditions().stream()
                .flatMap(x -> x.leaves().stream())
                .filter(Condition.InState.class::isInstance)
                .map(Condition.InState.class::cast)
                .filter(in -> in.thing().id().equals(c.id()) && in.state().equals("verified") && in.hold() != null)
                .mapToInt(in -> hold(in.hold()))
                .max()
                .orElse(0);
    }

    private int hold(@Nullable Length length) {
        return length == null ? 0 : grid.most(length);
    }

    // ---- how long it takes at least ------------------------------------------------------------------------------

    /** Ticks from the first opening to the first day its condition can hold. */
    private int fromOpen(Concession c) {
        return grid.fewest(Windows.days(c.met(), slice.theCase(), grid, false));
    }

    /** The offer opens anew on the day after the break. */
    private int again(Concession c) {
        Length pause = c.notAgainWithin();
        return Math.max(
                grid.fewest(1 + Windows.days(c.met(), slice.theCase(), grid, true)),
                pause == null ? 0 : grid.fewest(pause));
    }

    private int fromMet(Concession c) {
        return c.broken() == null ? 0 : grid.fewest(Windows.days(c.broken(), slice.theCase(), grid, true));
    }

    /** Ticks until the panel has signed, 0 if it may keep silent for ever. */
    private int window(Concession c) {
        Length within = c.verifiedWithin();
        return within == null || mayKeepSilent(c) ? 0 : grid.most(within);
    }

    private boolean mayKeepSilent(Concession c) {
        var panel = Panels.of(slice.theCase(), c);
        return panel.origins() - slice.falseWitnesses() < panel.quorum();
    }

    private boolean mayLie(Concession c) {
        var panel = Panels.of(slice.theCase(), c);
        return c.verifiedBy() != null && slice.falseWitnesses() >= panel.quorum();
    }

    // ---- moves ------------------------------------------------------------------------------------------------------

    private void moves(Life life) {
        Concession c = life.concession();
        Expr state = life.state();
        Bounds met = states(c.met());
        boolean signs = c.verifiedBy() != null;
        Expr ready = or(
                and(is(state, OPEN), aged(life, fromOpen(c))),
                c.once() ? Terms.FALSE : and(is(state, BROKEN), aged(life, again(c))));
        draft.may(
                new Move(Move.Kind.MET, slice.theCase().counterpart(), c.id(), 0, List.of()),
                slice.lacks(c.met().at()) ? Terms.FALSE : and(ready, met.may()),
                enter(life, signs ? MET : VERIFIED));
        if (signs) {
            signs(life);
            if (window(c) > 0) {
                draft.overdue(and(is(state, MET), and(aged(life, window(c)), unsigned(life))));
            }
        }
        Condition broken = c.broken();
        if (broken != null && !slice.lacks(broken.at())) {
            breaks(life, broken);
        }
        counters(life);
    }

    /** What depends on other concessions alone breaks with them, on the same day, if it is looked at after them. */
    private void breaks(Life life, Condition condition) {
        Concession c = life.concession();
        Expr kept = and(or(is(life.state(), MET), is(life.state(), VERIFIED)), aged(life, fromMet(c)));
        Bounds broken = states(condition);
        var move = new Move(Move.Kind.BROKEN, slice.theCase().counterpart(), c.id(), 0, List.of());
        boolean after = c.runs() == null
                && condition.leaves().stream()
                        .allMatch(l -> l instanceof Condition.InState in
                                && in.state().equals("broken")
                                && in.hold() == null
                                && follows(in.thing().id())
                                && in.thing().id().compareTo(c.id()) < 0);
        if (after) {
            draft.atOnce(move, and(kept, broken.must()), enter(life, BROKEN));
        } else {
            draft.may(move, and(kept, broken.may()), enter(life, BROKEN));
        }
    }

    private void signs(Life life) {
        Concession c = life.concession();
        var move = Move.of(
                Move.Kind.VERIFIED,
                java.util.Objects.requireNonNull(c.verifiedBy()).id(),
                c.id());
        Expr guard = or(is(life.state(), MET), mayLie(c) ? is(life.state(), OPEN) : Terms.FALSE);
        Expr.Read erred = life.erred();
        Assumption.Errors errors = errors(c);
        if (erred == null || errors == null) {
            draft.may(move, guard, sign(life));
        } else {
            // One act of the panel: if it errs, the window passes unsigned and the concession stays met.
            draft.mayFail(
                    move,
                    and(guard, not(erred)),
                    sign(life),
                    new Draft.Failing(errors.low(), errors.high(), List.of(Draft.set(erred, Terms.TRUE))));
        }
    }

    private Expr unsigned(Life life) {
        return life.erred() == null ? Terms.TRUE : not(life.erred());
    }

    private Assumption.@Nullable Errors errors(Concession c) {
        var by = c.verifiedBy();
        for (Assumption a : slice.theCase().assumptions()) {
            if (by != null
                    && a instanceof Assumption.Errors e
                    && e.verifier().id().equals(by.id())) {
                return e;
            }
        }
        return null;
    }

    private void counters(Life life) {
        Concession c = life.concession();
        if (life.age() != null) {
            int waiting = c.once() ? 0 : again(c);
            int counted = Math.max(fromMet(c), window(c));
            Expr.Read age = life.age();
            draft.onTick(
                    age,
                    choose(
                            is(life.state(), OPEN),
                            next(age, fromOpen(c)),
                            choose(is(life.state(), BROKEN), next(age, waiting), next(age, counted))));
        }
        if (life.signed() != null) {
            draft.onTick(life.signed(), countWhile(is(life.state(), VERIFIED), life.signed(), held(c)));
        }
    }

    private Expr aged(Life life, int ticks) {
        return life.age() == null ? Terms.TRUE : atLeast(life.age(), ticks);
    }

    private List<Model.Assignment> enter(Life life, int state) {
        List<Model.Assignment> all = new ArrayList<>(List.of(Draft.set(life.state(), number(state))));
        if (life.age() != null) {
            all.add(Draft.set(life.age(), number(0)));
        }
        if (life.signed() != null) {
            all.add(Draft.set(life.signed(), number(0)));
        }
        if (life.erred() != null) {
            all.add(Draft.set(life.erred(), Terms.FALSE));
        }
        return all;
    }

    private List<Model.Assignment> sign(Life life) {
        List<Model.Assignment> all = new ArrayList<>(List.of(Draft.set(life.state(), number(VERIFIED))));
        if (life.signed() != null) {
            all.add(Draft.set(life.signed(), number(0)));
        }
        return all;
    }

    private void opens(Phase p) {
        if (slice.lacks(p.at()) || !(open.get(p.id()) instanceof Expr.Read isOpen)) {
            return;
        }
        var move = new Move(Move.Kind.OPENS, "", p.id(), 0, List.of(p.at()));
        List<Model.Assignment> opened = List.of(Draft.set(isOpen, Terms.TRUE));
        if (p.opens() == null) {
            draft.may(move, p.runs() == null ? Terms.FALSE : and(not(isOpen), before(p.runs())), opened);
            return;
        }
        Bounds gate = states(p.opens());
        draft.atOnce(move, and(not(isOpen), gate.must()), opened);
        if (!gate.may().equals(gate.must())) {
            draft.may(move, and(not(isOpen), and(gate.may(), not(gate.must()))), opened);
        }
    }

    /** Phases with days open in the order of their days. */
    private Expr before(Concession.Runs runs) {
        Expr open = Terms.TRUE;
        for (Phase p : slice.theCase().phases()) {
            Concession.Runs days = p.runs();
            boolean earlier = days != null && p.opens() == null && days.from().isBefore(runs.from());
            if (earlier && slice.phases().contains(p.id()) && !slice.lacks(p.at())) {
                open = and(open, isOpen(p.id()));
            }
        }
        return open;
    }

    // ---- what others read
    // --------------------------------------------------------------------------------------------

    void follow(String measure, Expr.Read mode) {
        parts.computeIfAbsent(measure, m -> new ArrayList<>()).add(mode);
    }

    public Expr isOpen(String phase) {
        return open.getOrDefault(phase, Terms.TRUE);
    }

    /** Says whether a concession is followed here. */
    public boolean follows(String concession) {
        return lives.containsKey(concession) || together.containsKey(concession);
    }

    /** Returns the condition that a concession is in one of the states. */
    public Expr in(String concession, int... states) {
        if (together.containsKey(concession)) {
            throw new IllegalStateException("%s is looked at together with others.".formatted(concession));
        }
        Life life = lives.get(concession);
        if (life == null) {
            return Terms.FALSE;
        }
        Expr found = Terms.FALSE;
        for (int state : states) {
            found = or(found, is(life.state(), state));
        }
        return found;
    }

    /** Returns where a condition may and must be true; what is conduct alone is free. */
    public Bounds states(Condition condition) {
        return switch (condition) {
            case Condition.All all ->
                all.parts().stream().map(this::states).reduce(Bounds.exactly(Terms.TRUE), Bounds::and);
            case Condition.Any any ->
                any.parts().stream().map(this::states).reduce(Bounds.exactly(Terms.FALSE), Bounds::or);
            case Condition.Not n -> states(n.part()).negated();
            case Condition.By by -> states(by.part());
            case Condition.InState in -> state(in);
            case Condition.Level _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Absent _,
                    Condition.Occurs _,
                    Condition.Amount _,
                    Condition.Owed _ -> Bounds.FREE;
        };
    }

    private Bounds state(Condition.InState in) {
        JointLife joint = together.get(in.thing().id());
        if (joint != null) {
            return joint.states(in, grid); // all its members stand beside it in the same list
        }
        Life life = lives.get(in.thing().id());
        Expr phase = open.get(in.thing().id());
        if (phase != null && in.state().equals("open")) {
            return in.hold() == null ? Bounds.exactly(phase) : new Bounds(phase, Terms.FALSE);
        }
        if (life == null) {
            return Bounds.FREE;
        }
        Expr is = switch (in.state()) {
            case "met" -> in(in.thing().id(), MET, VERIFIED);
            case "verified" -> in(in.thing().id(), VERIFIED);
            case "broken" -> in(in.thing().id(), BROKEN);
            case "open" -> in(in.thing().id(), OPEN);
            default -> null;
        };
        if (is == null) {
            return Bounds.FREE;
        }
        Length hold = in.hold();
        if (hold == null) {
            return Bounds.exactly(is);
        }
        Expr.Read signed = life.signed();
        return signed == null || !in.state().equals("verified")
                ? new Bounds(is, Terms.FALSE)
                : new Bounds(and(is, atLeast(signed, grid.fewest(hold))), and(is, atLeast(signed, grid.most(hold))));
    }
}
