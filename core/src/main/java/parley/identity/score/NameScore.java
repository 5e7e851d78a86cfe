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
        if (plain >= GOOD_ENOUGH) {
            return plain;
        }
        float first = joined(a, b, true, scratch);
        // Which name's words are joined first must not decide, or the answer would depend on who is asked about whom.
        float second = first < 0 ? first : joined(a, b, false, scratch);
        if (Math.max(first, second) <= plain) {
            scratch.load(a, b);
            return score(a, b, scratch);
        }
        return first > second ? joined(a, b, true, scratch) : second;
    }

    /** Returns the score with neighbours joined, in one name before the other; −1 if there are none to join. */
    private static float joined(PreparedName a, PreparedName b, boolean inFirst, Scratch s) {
        s.load(a, b);
        boolean person = a.form() == PreparedName.Form.PERSON;
        int before = s.joined;
        join(s, person, inFirst);
        join(s, person, !inFirst);
        return s.joined > before ? score(a, b, s) : -1;
    }

    /**
     * Returns the same as {@link #of} where that is .75 or more, and mostly something lower where it is not; faster for names of
     * persons that have nothing to do with each other. The trace is of no use afterwards.
     */
    public static float coarse(PreparedName a, PreparedName b, Scratch scratch) {
        scratch.coarse = a.form() == PreparedName.Form.PERSON;
        try {
            return of(a, b, scratch);
        } finally {
            scratch.coarse = false;
        }
    }

    private static float score(PreparedName a, PreparedName b, Scratch scratch) {
        return switch (a.form()) {
            case PERSON -> PersonScore.score(a, b, scratch);
            case ORGANISATION, VESSEL -> OrganisationScore.score(a, b, scratch);
        };
    }

    /** Joins neighbours in one name that together are a word of the other. */
    private static void join(Scratch s, boolean person, boolean inFirst) {
        if (inFirst) {
            for (int j = 0; j < s.m; j++) {
                s.n = joinOne(s.a, s.roleA, s.n, s.b[j], person, s);
            }
        } else {
            for (int i = 0; i < s.n; i++) {
                s.m = joinOne(s.b, s.roleB, s.m, s.a[i], person, s);
            }
        }
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
