package parley.identity.score;

import java.util.Arrays;
import parley.identity.name.Names;
import parley.identity.name.PreparedName;
import parley.identity.name.Token;

/** Compares prepared names: the door to the kernels. */
public final class NameScore {
    private static final float GOOD_ENOUGH = 0.93f;
    private static final int LONGEST_RUN = 4;
    private static final int SPARE_LETTERS = 2;
    private static final int OTHER_SOUNDS = 4;
    private static final float ALIKE = 0.82f;

    private NameScore() {}

    /**
     * Returns how near two names are, 0 to 1. Both must be of one form. The work space is overwritten and holds the trace of
     * this comparison afterwards; equal input gives equal bits. Symmetric up to the order of sums.
     */
    public static float of(PreparedName a, PreparedName b, Scratch scratch) {
        scratch.load(a, b);
        float plain = score(a, b, scratch);
        if (plain >= GOOD_ENOUGH || !join(scratch, a.form() == PreparedName.Form.PERSON)) {
            return plain;
        }
        float joined = score(a, b, scratch);
        if (joined > plain) {
            return joined;
        }
        scratch.load(a, b);
        return score(a, b, scratch);
    }

    private static float score(PreparedName a, PreparedName b, Scratch scratch) {
        return switch (a.form()) {
            case PERSON -> PersonScore.score(a, b, scratch);
            case ORGANISATION, VESSEL -> OrganisationScore.score(a, b, scratch);
        };
    }

    /** Joins neighbours in one name that together are a word of the other; returns whether there were any. */
    private static boolean join(Scratch s, boolean person) {
        int before = s.joined;
        for (int j = 0; j < s.m; j++) {
            s.n = joinOne(s.a, s.roleA, s.n, s.b[j], person, s);
        }
        for (int i = 0; i < s.n; i++) {
            s.m = joinOne(s.b, s.roleB, s.m, s.a[i], person, s);
        }
        return s.joined > before;
    }

    private static int joinOne(Token[] tokens, byte[] roles, int n, Token whole, boolean person, Scratch s) {
        int length = whole.folded.length();
        if (length < 4 || whole.kind == Token.Kind.NUMBER) {
            return n;
        }
        for (int from = 0; from < n - 1; from++) {
            int sum = tokens[from].folded.length();
            int mask = tokens[from].mask;
            for (int run = 2; run <= LONGEST_RUN && from + run <= n; run++) {
                sum += tokens[from + run - 1].folded.length();
                mask |= tokens[from + run - 1].mask;
                if (sum > length + SPARE_LETTERS) {
                    break;
                }
                // Making a token is dear: only if nearly the same sounds occur in both.
                if (sum < length - SPARE_LETTERS
                        || Integer.bitCount(mask ^ whole.mask) > OTHER_SOUNDS
                        || holdsAlready(tokens, from, run, whole)) {
                    continue;
                }
                Token joined = Names.join(Arrays.asList(tokens).subList(from, from + run), person);
                if (TokenSimilarity.sounds(joined, whole, s) >= ALIKE) {
                    tokens[from] = joined;
                    System.arraycopy(tokens, from + run, tokens, from + 1, n - from - run);
                    System.arraycopy(roles, from + run, roles, from + 1, n - from - run);
                    s.joined++;
                    return n - run + 1;
                }
            }
        }
        return n;
    }

    /** A word that stands there by itself needs no joining. */
    private static boolean holdsAlready(Token[] tokens, int from, int run, Token whole) {
        for (int i = from; i < from + run; i++) {
            if (tokens[i].folded.equals(whole.folded) || tokens[i].kind == Token.Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }
}
