package parley.model;

import static parley.model.Terms.and;
import static parley.model.Terms.atLeast;
import static parley.model.Terms.choose;
import static parley.model.Terms.countWhile;
import static parley.model.Terms.is;
import static parley.model.Terms.next;
import static parley.model.Terms.number;
import static parley.model.Terms.or;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.prism.Expr;
import parley.prism.Model;

/**
 * The moves of concessions that are read together only. Which of them is verified or broken is forgotten, and with it the
 * time of the panel and all but the shortest way back from a break. A course is told member by member again
 * ({@link JointCourse}) and its days are held against what the text says of each.
 *
 * @param state see {@link #SOME}
 * @param age ticks in which nothing is broken, or since the break
 * @param signed ticks since all are verified
 */
record JointLife(Joint joint, Times times, Expr.Read state, Expr.@Nullable Read age, Expr.@Nullable Read signed) {
    /** Not all are verified, none is broken. */
    static final int SOME = 0;

    static final int ALL = 1;
    static final int BROKEN = 2;

    /**
     * Ticks.
     *
     * @param first until all can be met for the first time
     * @param broken until one can be met that may then break
     * @param again until one that broke can be met again, the fewest of any
     * @param held for how long the slice wants to see all verified
     * @param meets whether all can be met
     * @param breaks whether any of them can break
     * @param mends whether any of them can be met again
     */
    record Times(int first, int broken, int again, int held, boolean meets, boolean breaks, boolean mends) {}

    static JointLife declare(Joint joint, Times times, Draft draft) {
        int cap = Math.max(times.first(), times.breaks() ? Math.max(times.again(), times.broken()) : 0);
        return new JointLife(
                joint,
                times,
                draft.number(joint.id(), BROKEN, SOME),
                cap == 0 ? null : draft.number(joint.id() + "_age", cap, 0),
                times.held() == 0 ? null : draft.number(joint.id() + "_signed", times.held(), 0));
    }

    void moves(Draft draft) {
        Expr mended = times.mends() ? and(is(state, BROKEN), aged(times.again())) : Terms.FALSE;
        Expr all = or(and(is(state, SOME), aged(times.first())), mended);
        draft.may(Move.of(Move.Kind.VERIFIED, "", joint.id()), times.meets() ? all : Terms.FALSE, enter(ALL, 0));
        if (times.breaks()) {
            Expr some = and(is(state, SOME), aged(times.broken()));
            draft.may(Move.of(Move.Kind.BROKEN, "", joint.id()), or(is(state, ALL), some), enter(BROKEN, 0));
            draft.may(Move.of(Move.Kind.MET, "", joint.id()), mended, enter(SOME, cap()));
        }
        if (age != null) {
            Expr counted = choose(is(state, SOME), next(age, cap()), next(age, times.again()));
            draft.onTick(age, choose(is(state, ALL), number(0), counted));
        }
        if (signed != null) {
            draft.onTick(signed, countWhile(is(state, ALL), signed, times.held()));
        }
    }

    private int cap() {
        return Math.max(times.first(), times.broken());
    }

    private Expr aged(int ticks) {
        return age == null ? Terms.TRUE : atLeast(age, ticks);
    }

    private List<Model.Assignment> enter(int next, int aged) {
        List<Model.Assignment> all = new ArrayList<>(List.of(Draft.set(state, number(next))));
        if (age != null) {
            all.add(Draft.set(age, number(aged)));
        }
        if (signed != null) {
            all.add(Draft.set(signed, number(0)));
        }
        return all;
    }

    /** Returns where all are verified, perhaps for some time, or any is broken. */
    Bounds states(parley.roadmap.Condition.InState in, Grid grid) {
        if (in.state().equals("broken")) {
            return Bounds.exactly(is(state, BROKEN));
        }
        Expr all = is(state, ALL);
        var hold = in.hold();
        if (hold == null || signed == null) {
            return hold == null ? Bounds.exactly(all) : new Bounds(all, Terms.FALSE);
        }
        return new Bounds(and(all, atLeast(signed, grid.fewest(hold))), and(all, atLeast(signed, grid.most(hold))));
    }
}
