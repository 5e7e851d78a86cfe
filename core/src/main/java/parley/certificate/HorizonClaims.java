package parley.certificate;

import static parley.certificate.Checked.need;

import java.math.BigInteger;
import java.util.Arrays;
import parley.game.Fraction;

/** Claims about a number of steps: sweeps backwards with the choices of one side fixed, all choices of the other. */
final class HorizonClaims {
    /** Where the denominator of a sweep grows beyond this, the value is rounded against the claim. */
    private static final int MOST_BITS = 512;

    private static final BigInteger GRID = BigInteger.ONE.shiftLeft(256);

    private final Checked in;
    private final int ordinary;
    private final boolean least;
    private final boolean collects;
    private Fraction[] now;

    HorizonClaims(Checked in, int ordinary, boolean least) {
        this.in = in;
        this.ordinary = ordinary;
        this.least = least;
        Certificate.Kind kind = in.claim().kind();
        collects = kind == Certificate.Kind.COLLECTED_AT_LEAST || kind == Certificate.Kind.COLLECTED_AT_MOST;
        boolean instant = kind == Certificate.Kind.INSTANT_AT_LEAST || kind == Certificate.Kind.INSTANT_AT_MOST;
        now = new Fraction[in.game().states()];
        for (int s = 0; s < now.length; s++) {
            now[s] = instant ? in.stateGain(s) : in.target(s) && !collects ? Fraction.ONE : Fraction.ZERO;
        }
    }

    void check() throws Checked.Refused {
        nature(now, 0);
        int steps = in.claim().goal().steps();
        int all = steps + in.claim().goal().before();
        for (int left = 1; left <= all; left++) {
            sweep(left, left > steps);
        }
        int start = in.game().initial();
        int order = in.claim().bound().compareTo(now[start]);
        need(least ? order <= 0 : order >= 0, start, "is worth " + now[start] + ", not the bound");
    }

    /** While there is still to wait a target does not count, and what is avoided is worth nothing. */
    private void sweep(int left, boolean waits) throws Checked.Refused {
        Fraction[] next = Arrays.copyOf(now, now.length);
        for (int s = 0; s < ordinary; s++) {
            if (waits && in.avoided(s)) {
                next[s] = Fraction.ZERO;
            } else if (waits || collects || (!in.target(s) && !in.avoided(s))) {
                next[s] = step(s, left, now);
            }
        }
        nature(next, left);
        now = next;
    }

    private void nature(Fraction[] values, int left) throws Checked.Refused {
        for (int s = ordinary; s < values.length; s++) {
            values[s] = step(s, left, values);
        }
    }

    private Fraction step(int s, int left, Fraction[] values) throws Checked.Refused {
        int first = in.game().firstChoice()[s];
        int end = in.game().firstChoice()[s + 1];
        // Nature's choices are not written down: they are the best for its side in every step.
        if (in.isMax(s) == least && s < ordinary) {
            int[] layers = in.layers(s);
            int offset = layers.length < left ? 0 : layers[left - 1];
            need(offset >= 0 && first + offset < end, s, "has a foreign choice");
            return rounded(worth(s, first + offset, values));
        }
        boolean more = in.isMax(s);
        Fraction best = worth(s, first, values);
        for (int c = first + 1; c < end; c++) {
            Fraction value = worth(s, c, values);
            best = more == value.compareTo(best) > 0 ? value : best;
        }
        return rounded(best);
    }

    private Fraction worth(int s, int choice, Fraction[] values) {
        Fraction sum = in.sum(choice, t -> values[t]);
        return collects && s < ordinary ? sum.plus(in.gain(s, choice)) : sum;
    }

    private Fraction rounded(Fraction value) {
        if (value.denominator().bitLength() <= MOST_BITS) {
            return value;
        }
        BigInteger whole = value.numerator().multiply(GRID).divide(value.denominator());
        return new Fraction(least ? whole : whole.add(BigInteger.ONE), GRID);
    }
}
