package parley.prism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.game.Fraction;
import parley.game.Game.Chance;

/** The different probabilities of a model, each once, and how they combine; the first is certainty. */
final class Chances {
    static final int ONE = 0;

    private final List<Chance> all = new ArrayList<>();
    private final Map<Chance, Integer> known = new HashMap<>();
    private final Memo products = new Memo();
    private final Memo sums = new Memo();
    private int zero = -1;

    Chances() {
        intern(Chance.of(Fraction.ONE));
    }

    int intern(Chance chance) {
        Integer at = known.get(chance);
        if (at == null) {
            at = all.size();
            zero = chance.high().signum() == 0 ? at : zero;
            all.add(chance);
            known.put(chance, at);
        }
        return at;
    }

    Chance get(int at) {
        return all.get(at);
    }

    /** Whether the chance is zero for certain; such a branch does not exist. */
    boolean never(int at) {
        return at == zero;
    }

    int times(int one, int other) {
        if (one == ONE || other == ONE) {
            return one == ONE ? other : one;
        }
        long key = ((long) Math.min(one, other) << 32) | Math.max(one, other);
        int found = products.get(key);
        if (found >= 0) {
            return found;
        }
        Chance a = all.get(one);
        Chance b = all.get(other);
        return products.put(key, intern(of(a.low().times(b.low()), a.high().times(b.high()))));
    }

    int plus(int one, int other) {
        long key = ((long) Math.min(one, other) << 32) | Math.max(one, other);
        int found = sums.get(key);
        if (found >= 0) {
            return found;
        }
        Chance a = all.get(one);
        Chance b = all.get(other);
        Fraction high = a.high().plus(b.high());
        return sums.put(
                key,
                intern(of(
                        a.low().plus(b.low()), high.compareTo(Fraction.ONE) > 0 && !a.exact() ? Fraction.ONE : high)));
    }

    private static Chance of(Fraction low, Fraction high) {
        return low.equals(high) ? Chance.of(low) : new Chance(low, high);
    }

    List<Chance> all() {
        return List.copyOf(all);
    }
}
