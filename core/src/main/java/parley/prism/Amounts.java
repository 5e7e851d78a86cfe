package parley.prism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.game.Fraction;

/** The different rewards of one structure, each once; the first is zero. */
final class Amounts {
    private final List<Fraction> all = new ArrayList<>();
    private final Map<Fraction, Integer> known = new HashMap<>();
    private final Memo sums = new Memo();

    Amounts() {
        intern(Fraction.ZERO);
    }

    int intern(Fraction amount) {
        Integer at = known.get(amount);
        if (at == null) {
            at = all.size();
            all.add(amount);
            known.put(amount, at);
        }
        return at;
    }

    Fraction get(int at) {
        return all.get(at);
    }

    int plus(int one, int other) {
        if (one == 0 || other == 0) {
            return one + other;
        }
        long key = ((long) one << 32) | other;
        int found = sums.get(key);
        return found >= 0 ? found : sums.put(key, intern(all.get(one).plus(all.get(other))));
    }

    List<Fraction> all() {
        return List.copyOf(all);
    }
}
