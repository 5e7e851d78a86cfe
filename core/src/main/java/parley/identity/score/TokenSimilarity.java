package parley.identity.score;

import org.jspecify.annotations.Nullable;
import parley.identity.name.Token;

/** How near two words are, 0 to 1; the rule that decided is left in the work space. No allocation. */
final class TokenSimilarity {
    private static final float DIFFERENT_NAMES = 0.35f;
    private static final float ONE_LETTER_NAMES = 0.70f;
    private static final float TWO_LETTER_NAMES = 0.63f;
    private static final float OTHER_SPELLING = 0.55f;
    private static final float DIFFERENT_FATHERS = 0.45f;
    /** Beyond this share of the mass it does not matter how far. */
    private static final float FAR = 0.8f;

    /** If the bound alone takes this share, two words are not held against each other letter by letter. */
    private static final float HOPELESS = 0.6f;

    /** The same for a comparison that only asks whether two names may be alike; see {@link Scratch#coarse}. */
    private static final float COARSE = 1 - Scratch.LEAST_PAIR;

    private static final float BUDGET = 1.9f;
    private static final float OVER_BUDGET = 0.12f;

    private TokenSimilarity() {}

    /** Of words in names of persons. */
    static float person(Token a, Token b, Scratch s) {
        s.lastRule = Rule.SOUNDS;
        if (a.kind == Token.Kind.INITIAL || b.kind == Token.Kind.INITIAL) {
            return initial(a, b, s);
        }
        if (a.kind == Token.Kind.NUMBER || b.kind == Token.Kind.NUMBER) {
            s.lastRule = Rule.SAME_NUMBER;
            return a.number == b.number ? 1 : 0;
        }
        if ((a.kind == Token.Kind.PARTICLE) != (b.kind == Token.Kind.PARTICLE)) {
            return loose(sounds(a, b, s));
        }
        if (a.syllabic && b.syllabic && a.script == b.script) {
            return signs(a, b, s);
        }
        if (a.folded.equals(b.folded) && a.script == b.script) {
            s.lastRule = Rule.SAME;
            return 1;
        }
        if (meet(a.given, b.given)) {
            s.lastRule = Rule.GIVEN_NAME;
            return 0.99f;
        }
        float sounds = sounds(a, b, s);
        if (a.patronymicForm && b.patronymicForm && meet(a.father, b.father)) {
            s.lastRule = Rule.FATHER;
            return 0.99f;
        }
        if (sounds < 0.88f && (meet(a.nick, b.given) || meet(a.given, b.nick))) {
            s.lastRule = Rule.NICKNAME;
            return 0.88f;
        }
        if (a.given.length > 0 && b.given.length > 0 && sounds > DIFFERENT_NAMES) {
            int edits = edits(a.folded, b.folded, 3, s);
            float most = edits == 1
                    ? ONE_LETTER_NAMES
                    : edits == 2 && Math.min(a.folded.length(), b.folded.length()) >= 5
                            ? TWO_LETTER_NAMES
                            : DIFFERENT_NAMES;
            if (sounds > most) {
                s.lastRule = Rule.OTHER_GIVEN_NAME;
                return most;
            }
        }
        if (a.father.length > 0 && b.father.length > 0 && sounds > DIFFERENT_FATHERS) {
            s.lastRule = Rule.OTHER_FATHER;
            return DIFFERENT_FATHERS;
        }
        return sounds;
    }

    /** A particle against a word is a pair only if it is a slip of the pen. */
    private static float loose(float similarity) {
        return similarity < 0.55f ? 0 : similarity;
    }

    private static float initial(Token a, Token b, Scratch s) {
        boolean same = a.folded.equals(b.folded);
        boolean first = !a.folded.isEmpty()
                && !b.folded.isEmpty()
                && (a.folded.charAt(0) == b.folded.charAt(0)
                        || (a.code.length > 0 && b.code.length > 0 && a.code[0] == b.code[0]));
        s.lastRule = same ? Rule.SAME : first ? Rule.INITIAL : Rule.OTHER_INITIAL;
        return same ? 1 : first ? 0.85f : 0.1f;
    }

    /** Of words in names of organisations and vessels. */
    static float organisation(Token a, Token b, Scratch s) {
        s.lastRule = Rule.SOUNDS;
        boolean numberA = a.kind == Token.Kind.NUMBER;
        if (numberA || b.kind == Token.Kind.NUMBER) {
            s.lastRule = Rule.SAME_NUMBER;
            return a.number == b.number ? 1 : 0;
        }
        if (a.group >= 0 && a.group == b.group) {
            s.lastRule = Rule.SHARED_WORD;
            return a.folded.equals(b.folded) ? 1 : 0.97f;
        }
        if (a.syllabic && b.syllabic && a.script == b.script) {
            return signs(a, b, s);
        }
        if (a.folded.equals(b.folded)) {
            s.lastRule = Rule.SAME;
            return 1;
        }
        float sounds = sounds(a, b, s);
        if (a.group >= 0 && b.group >= 0 && !oneLetterApart(a.folded, b.folded)) {
            s.lastRule = Rule.OTHER_SHARED_WORD;
            return Math.min(sounds, 0.3f);
        }
        if (a.folded.length() <= 4
                && a.folded.length() != b.folded.length()
                && b.folded.length() <= 4
                && !a.loose
                && !b.loose) {
            return Math.min(sounds, 0.5f);
        }
        if (a.folded.length() <= 3
                && b.folded.length() <= 3
                && !a.loose
                && !b.loose
                && !oneLetterApart(a.folded, b.folded)) {
            return Math.min(sounds, 0.4f);
        }
        return sounds;
    }

    /** 1 − cost / mass, of the codes or of the one with another ending; more than two sounds apart counts harder. */
    static float sounds(Token a, Token b, Scratch s) {
        boolean vague = (a.loose && b.loose) ? a.script != b.script : (a.loose || b.loose);
        SoundCosts costs = vague ? SoundCosts.VAGUE : SoundCosts.EXACT;
        // What a loose script does not tell cannot count: there the consonants carry the word.
        float mass = vague ? Math.max(a.firmMass, b.firmMass) : Math.max(a.mass, b.mass);
        float least = costs.atLeast(a.code, a.mask, b.code, b.mask);
        boolean plain = a.alternative == null && b.alternative == null && a.stem == null && b.stem == null;
        if (least > (s.coarse && plain ? COARSE : HOPELESS) * mass) {
            return oneLetterApart(a.folded, b.folded)
                    ? spelled(a, b, 0, s)
                    : s.coarse ? 0 : similarity(least, mass, vague);
        }
        float far = (s.coarse ? COARSE : FAR) * mass;
        float cost = CodeDistance.between(a.code, b.code, costs, far, s.rows);
        // A distance that was not measured to the end is too short, and what is far enough away is as good as nothing.
        float best = s.coarse && cost > far ? 0 : similarity(cost, mass, vague);
        if (best > 0.99f && !a.folded.equals(b.folded)) {
            best = 0.99f;
        }
        if (best < 0.97f && !plain) {
            float other = Math.max(
                    Math.max(
                            other(a.alternative, b, costs, mass, vague, s),
                            other(b.alternative, a, costs, mass, vague, s)),
                    Math.max(other(a.stem, b, costs, mass, vague, s), other(b.stem, a, costs, mass, vague, s)));
            if (other > best) {
                s.lastRule = Rule.OTHER_ENDING;
                best = other;
            }
        }
        if (best < 0.87f && rearranged(a.folded, b.folded)) {
            s.lastRule = Rule.REARRANGED;
            return 0.87f;
        }
        return a.script == b.script ? spelled(a, b, best, s) : best;
    }

    /**
     * Within one script a slip changes a letter or two, and another romanisation changes many, but cheap ones. Three letters
     * and a sound that is not very near are another word, unless a given name beside it shows that the names are written in
     * two languages; one letter is a slip even in a short word.
     */
    private static float spelled(Token a, Token b, float sounds, Scratch s) {
        int longer = Math.max(a.folded.length(), b.folded.length());
        if (sounds >= (s.otherLanguage ? 0.6f : 0.9f) || longer < 3 || longer > CodeDistance.LONGEST) {
            return sounds;
        }
        if (oneLetterApart(a.folded, b.folded)) {
            return Math.min(a.folded.length(), b.folded.length()) >= 3
                    ? Math.max(sounds, Math.min(0.80f, 0.57f + 0.03f * longer))
                    : sounds;
        }
        return sounds > OTHER_SPELLING && longer < 11 && edits(a.folded, b.folded, 3, s) >= 3 ? OTHER_SPELLING : sounds;
    }

    private static float other(
            byte @Nullable [] ending, Token whole, SoundCosts costs, float mass, boolean vague, Scratch s) {
        if (ending == null) {
            return 0;
        }
        float far = (s.coarse ? COARSE : 1) * mass;
        float cost = CodeDistance.between(ending, whole.code, costs, far, s.rows) + 0.02f * mass;
        return s.coarse && cost > far ? 0 : similarity(cost, mass, vague);
    }

    private static float similarity(float cost, float mass, boolean vague) {
        float over = cost > BUDGET && !vague ? OVER_BUDGET * (cost - BUDGET) : 0;
        return Math.max(0, 1 - cost / mass - over) * (vague ? Math.min(1, 0.55f + 0.15f * mass) : 1);
    }

    /** Chinese and Korean signs: one that differs is another name. */
    private static float signs(Token a, Token b, Scratch s) {
        s.lastRule = Rule.SIGNS;
        String x = a.text;
        String y = b.text;
        int longer = Math.max(x.length(), y.length());
        int same = 0;
        for (int i = 0; i < Math.min(x.length(), y.length()); i++) {
            same += x.charAt(i) == y.charAt(i) ? 1 : 0;
        }
        return same == longer ? 1 : 0.9f * same / longer * (longer > 4 ? 1 : 0.6f);
    }

    /** Returns whether two ascending lists share a number. */
    static boolean meet(int[] a, int[] b) {
        for (int x : a) {
            for (int y : b) {
                if (x == y) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether one letter is exchanged, lost or added, or two neighbours changed places. */
    static boolean oneLetterApart(String a, String b) {
        int difference = a.length() - b.length();
        if (difference < -1 || difference > 1) {
            return false;
        }
        int from = 0;
        int shorter = Math.min(a.length(), b.length());
        while (from < shorter && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int left = Math.max(endA - from, endB - from);
        boolean exchanged = left == 2
                && difference == 0
                && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from);
        return left <= 1 || exchanged;
    }

    /** Returns how many letters are exchanged, lost, added or change places with a neighbour; {@code most} if so many or more. */
    static int edits(String a, String b, int most, Scratch s) {
        int n = Math.min(a.length(), CodeDistance.LONGEST);
        int m = Math.min(b.length(), CodeDistance.LONGEST);
        if (Math.abs(n - m) >= most) {
            return most;
        }
        float[] rows = s.rows;
        int width = CodeDistance.LONGEST + 1;
        int previous2 = 0;
        int previous = width;
        int current = 2 * width;
        for (int j = 0; j <= m; j++) {
            rows[previous + j] = j;
        }
        for (int i = 1; i <= n; i++) {
            rows[current] = i;
            for (int j = 1; j <= m; j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                float best = rows[previous + j - 1] + (same ? 0 : 1);
                best = Math.min(best, Math.min(rows[previous + j], rows[current + j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && !same
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, rows[previous2 + j - 2] + 1);
                }
                rows[current + j] = best;
            }
            int free = previous2;
            previous2 = previous;
            previous = current;
            current = free;
        }
        return (int) Math.min(rows[previous + m], most);
    }

    /** Returns whether both have at least five letters and the same ones. */
    private static boolean rearranged(String a, String b) {
        int length = a.length();
        if (length != b.length() || length < 5) {
            return false;
        }
        long sumA = 0;
        long sumB = 0;
        for (int i = 0; i < length; i++) {
            sumA += 1L << (2 * (a.charAt(i) & 31));
            sumB += 1L << (2 * (b.charAt(i) & 31));
        }
        return sumA == sumB;
    }
}
