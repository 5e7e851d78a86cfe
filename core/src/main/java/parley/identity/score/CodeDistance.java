package parley.identity.score;

/** Weighted edit distance over sounds (Damerau's, with neighbours exchanged at most once). */
final class CodeDistance {
    /** Longest code that is compared; the rest of a longer one is cut. */
    static final int LONGEST = 40;

    /** Floats of work space that {@link #between} needs. */
    static final int ROOM = 3 * (LONGEST + 1);

    private static final float FIRST_J = 0.25f;
    private static final int J = SoundCosts.sound('j');

    private CodeDistance() {}

    /**
     * Returns the least cost to turn {@code a} into {@code b}, or something above {@code most} as soon as it is clear that
     * the cost is above it. Symmetric. Cost O(|a|·|b|) time, no allocation; {@code rows} holds {@link #ROOM} floats and is
     * overwritten.
     */
    static float between(byte[] a, byte[] b, SoundCosts costs, float most, float[] rows) {
        int n = Math.min(a.length, LONGEST);
        int m = Math.min(b.length, LONGEST);
        float[] substitute = costs.substitute;
        float[] remove = costs.remove;
        int width = LONGEST + 1;
        int previous2 = 0;
        int previous = width;
        int current = 2 * width;
        rows[previous] = 0;
        for (int j = 1; j <= m; j++) {
            rows[previous + j] = rows[previous + j - 1] + removal(remove, b, j - 1);
        }
        for (int i = 1; i <= n; i++) {
            byte x = a[i - 1];
            float removeX = removal(remove, a, i - 1);
            int base = x * SoundCosts.SOUNDS;
            rows[current] = rows[previous] + removeX;
            float least = rows[current];
            for (int j = 1; j <= m; j++) {
                byte y = b[j - 1];
                float best = rows[previous + j - 1] + substitute[base + y];
                best = Math.min(best, rows[previous + j] + removeX);
                best = Math.min(best, rows[current + j - 1] + (y == J && j == 1 ? FIRST_J : remove[y]));
                if (i > 1 && j > 1 && x == b[j - 2] && y == a[i - 2] && x != y) {
                    best = Math.min(best, rows[previous2 + j - 2] + SoundCosts.TRANSPOSE);
                }
                rows[current + j] = best;
                least = Math.min(least, best);
            }
            if (least > most + SoundCosts.TRANSPOSE) {
                return least;
            }
            int free = previous2;
            previous2 = previous;
            previous = current;
            current = free;
        }
        return rows[previous + m];
    }

    private static float removal(float[] remove, byte[] code, int at) {
        return at == 0 && code[0] == J ? FIRST_J : remove[code[at]];
    }
}
