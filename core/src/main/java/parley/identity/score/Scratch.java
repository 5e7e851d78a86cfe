package parley.identity.score;

import org.jspecify.annotations.Nullable;
import parley.identity.name.PreparedName;
import parley.identity.name.Token;

/**
 * Work space and trace of one comparison at a time; each thread owns one.
 *
 * <pre>
 *   a, b, roleA, roleB           the tokens compared, perhaps joined; n and m of them
 *   similarity, rule [i*WIDTH+j] of a[i] and b[j]
 *   pairA, pairB, pairWeight     [pairs] the assignment; the mean over it is the base of the score
 *   factor, factorRule, factorToken [factors] what the mean is multiplied by, and the token that is the reason
 * </pre>
 */
public final class Scratch {
    static final int WIDTH = 24;

    final Token[] a = new Token[WIDTH];
    final Token[] b = new Token[WIDTH];
    final byte[] roleA = new byte[WIDTH];
    final byte[] roleB = new byte[WIDTH];
    int n;
    int m;
    final float[] similarity = new float[WIDTH * WIDTH];
    final Rule[] rule = new Rule[WIDTH * WIDTH];
    final int[] partnerA = new int[WIDTH];
    final int[] partnerB = new int[WIDTH];
    final int[] pairA = new int[WIDTH];
    final int[] pairB = new int[WIDTH];
    final float[] pairWeight = new float[WIDTH];
    final float[] pairSimilarity = new float[WIDTH];
    int pairs;
    float cap;
    float counts;
    final float[] factor = new float[4 * WIDTH];
    final Rule[] factorRule = new Rule[4 * WIDTH];
    final @Nullable Token[] factorToken = new Token[4 * WIDTH];
    int factors;
    int joined;
    boolean otherLanguage;
    final float[] rows = new float[CodeDistance.ROOM];
    Rule lastRule = Rule.SOUNDS;

    void load(PreparedName first, PreparedName second) {
        n = Math.min(first.tokens().length, WIDTH);
        m = Math.min(second.tokens().length, WIDTH);
        System.arraycopy(first.tokens(), 0, a, 0, n);
        System.arraycopy(second.tokens(), 0, b, 0, m);
        System.arraycopy(first.roles(), 0, roleA, 0, n);
        System.arraycopy(second.roles(), 0, roleB, 0, m);
        joined = 0;
        otherLanguage = false;
    }

    void begin() {
        pairs = 0;
        factors = 0;
        cap = 1;
    }

    void pair(int i, int j, float weight) {
        pairA[pairs] = i;
        pairB[pairs] = j;
        pairWeight[pairs] = weight;
        pairSimilarity[pairs] = similarity[i * WIDTH + j];
        pairs++;
    }

    void times(float value, Rule why, @Nullable Token token) {
        if (factors < factor.length) {
            factor[factors] = value;
            factorRule[factors] = why;
            factorToken[factors] = token;
            factors++;
        }
    }

    /** Returns the score the trace stands for. The order of the sums is fixed, so equal traces give equal bits. */
    float result() {
        float sum = 0;
        float weights = 0;
        for (int p = 0; p < pairs; p++) {
            sum += pairWeight[p] * pairSimilarity[p];
            weights += pairWeight[p];
        }
        float score = weights > 0 ? Math.min(sum / weights, cap) : 0;
        for (int f = 0; f < factors; f++) {
            score *= factor[f];
        }
        return score;
    }
}
