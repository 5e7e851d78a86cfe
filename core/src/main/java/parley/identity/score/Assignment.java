package parley.identity.score;

/** Which word of one name stands for which of the other: best first, then exchanges while they help. */
final class Assignment {
    private static final int NONE = -1;

    private Assignment() {}

    /**
     * Fills {@code partnerA} and {@code partnerB} of the work space, −1 where a token stays alone, so that the sum of
     * similarities is large. A pair with a negative similarity is never made. O(n·m·min(n,m)), no allocation.
     */
    static void solve(Scratch s) {
        for (int i = 0; i < s.n; i++) {
            s.partnerA[i] = NONE;
        }
        for (int j = 0; j < s.m; j++) {
            s.partnerB[j] = NONE;
        }
        for (int round = Math.min(s.n, s.m); round > 0; round--) {
            int bestI = NONE;
            int bestJ = NONE;
            float best = -0.5f;
            for (int i = 0; i < s.n; i++) {
                if (s.partnerA[i] != NONE) {
                    continue;
                }
                for (int j = 0; j < s.m; j++) {
                    // Of equals, those in the same place come first: order is weak evidence.
                    float here = s.similarity[i * Scratch.WIDTH + j] - (i == j ? 0 : 0.001f);
                    if (s.partnerB[j] == NONE && s.similarity[i * Scratch.WIDTH + j] >= 0 && here > best) {
                        best = here;
                        bestI = i;
                        bestJ = j;
                    }
                }
            }
            if (bestI == NONE) {
                break;
            }
            s.partnerA[bestI] = bestJ;
            s.partnerB[bestJ] = bestI;
        }
        exchange(s);
    }

    private static void exchange(Scratch s) {
        for (boolean better = true; better; ) {
            better = false;
            for (int i = 0; i < s.n; i++) {
                for (int k = i + 1; k < s.n; k++) {
                    int j = s.partnerA[i];
                    int l = s.partnerA[k];
                    if (j == NONE || l == NONE) {
                        continue;
                    }
                    float straight = s.similarity[i * Scratch.WIDTH + j] + s.similarity[k * Scratch.WIDTH + l];
                    float crossI = s.similarity[i * Scratch.WIDTH + l];
                    float crossK = s.similarity[k * Scratch.WIDTH + j];
                    if (crossI >= 0 && crossK >= 0 && crossI + crossK > straight + 1e-4f) {
                        s.partnerA[i] = l;
                        s.partnerB[l] = i;
                        s.partnerA[k] = j;
                        s.partnerB[j] = k;
                        better = true;
                    }
                }
            }
        }
    }
}
