package parley.identity.score;

import parley.identity.name.PreparedName;
import parley.identity.name.Token;

/** Compares two names of persons; LISTS 2.6 with what the trials added. */
final class PersonScore {
    static final float CONTRADICTION = 0.75f;
    private static final float CUT_OFF = 0.8f;
    private static final float WORD = 1;
    private static final float FAMILY = 1.3f;
    private static final float PATRONYMIC = 0.6f;
    private static final float INITIAL = 0.5f;
    private static final float WEAK = 0.3f;
    private static final float PARTICLE = 0.2f;
    private static final float UNMATCHED_WORD = 0.90f;

    private PersonScore() {}

    static float score(PreparedName a, PreparedName b, Scratch s) {
        s.begin();
        int wordsA = words(s.a, s.n);
        int wordsB = words(s.b, s.m);
        if (wordsA == 0 || wordsB == 0) {
            return none(s);
        }
        s.otherLanguage = twoLanguages(s);
        fill(s);
        Assignment.solve(s);
        pairs(s);
        alone(s, a.structured(), b.structured());
        if (Math.min(wordsA, wordsB) == 1 && Math.max(wordsA, wordsB) > 1 && !oneInitialled(s)) {
            s.times(0.7f, Rule.ONE_WORD, null);
        }
        if (weakAgainstWord(s)) {
            s.times(0.8f, Rule.UNMATCHED, null);
        }
        if (fatherAndSon(s)) {
            s.times(0.75f, Rule.FATHER_AND_SON, null);
        }
        if (a.structured() && b.structured() && swapped(s)) {
            s.times(0.6f, Rule.PARTS_SWAPPED, null);
        }
        if (s.joined > 0) {
            s.times(0.98f, Rule.JOINED, null);
        }
        return s.result();
    }

    private static float none(Scratch s) {
        s.n = Math.max(s.n, 0);
        boolean same = s.n == s.m && s.n > 0;
        for (int i = 0; i < s.n && same; i++) {
            same = s.a[i].folded.equals(s.b[i].folded);
        }
        if (s.n > 0 && s.m > 0) {
            s.similarity[0] = same ? 1 : 0;
            s.rule[0] = Rule.SAME;
            s.pair(0, 0, 1);
        }
        s.times(0.3f, Rule.NO_WORD, null);
        return s.result();
    }

    private static int words(Token[] tokens, int n) {
        int words = 0;
        for (int i = 0; i < n; i++) {
            words += tokens[i].kind == Token.Kind.WORD ? 1 : 0;
        }
        return words;
    }

    /** Whether a given name or a father's name stands in both, in another form: Dzmitry and Дмитрий, Mikalai and Nikolay. */
    private static boolean twoLanguages(Scratch s) {
        for (int i = 0; i < s.n; i++) {
            Token a = s.a[i];
            if (a.given.length == 0 && a.father.length == 0) {
                continue;
            }
            for (int j = 0; j < s.m; j++) {
                Token b = s.b[j];
                if ((TokenSimilarity.meet(a.given, b.given) || TokenSimilarity.meet(a.father, b.father))
                        && !a.folded.equals(b.folded)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void fill(Scratch s) {
        for (int i = 0; i < s.n; i++) {
            Token a = s.a[i];
            for (int j = 0; j < s.m; j++) {
                Token b = s.b[j];
                int at = i * Scratch.WIDTH + j;
                float here = TokenSimilarity.person(a, b, s);
                if (here < 0.9f && (cutOff(s.a, s.n, i, b) || cutOff(s.b, s.m, j, a))) {
                    here = Math.min(a.folded.length(), b.folded.length()) >= 4 ? 0.9f : Math.max(here, CUT_OFF);
                    s.lastRule = Rule.CUT_OFF;
                }
                boolean light = isLight(a) || isLight(b);
                if (light && here < 0.6f) {
                    here = -1;
                } else if (s.roleA[i] != s.roleB[j]
                        && (s.roleA[i] == PreparedName.ROLE_PATRONYMIC || s.roleB[j] == PreparedName.ROLE_PATRONYMIC)
                        && here < 0.9f
                        && a.kind == Token.Kind.WORD
                        && b.kind == Token.Kind.WORD) {
                    here *= 0.7f;
                    s.lastRule = Rule.ROLE_CONFUSED;
                }
                s.similarity[at] = here;
                s.rule[at] = s.lastRule;
            }
        }
    }

    /** A field of fixed length cuts the last word of a long name. */
    private static boolean cutOff(Token[] tokens, int n, int at, Token whole) {
        return n >= 4
                && at == n - 1
                && tokens[at].folded.length() >= 2
                && whole.folded.length() > tokens[at].folded.length()
                && whole.kind == Token.Kind.WORD
                && whole.folded.startsWith(tokens[at].folded);
    }

    private static boolean isLight(Token token) {
        return token.kind == Token.Kind.PARTICLE || token.kind == Token.Kind.WEAK || token.kind == Token.Kind.NUMBER;
    }

    private static void pairs(Scratch s) {
        float worst = 1;
        s.counts = INITIAL;
        for (int i = 0; i < s.n; i++) {
            int j = s.partnerA[i];
            if (j < 0) {
                continue;
            }
            float weight = weight(s, i, j);
            s.pair(i, j, weight);
            if (weight >= INITIAL) {
                worst = Math.min(worst, s.similarity[i * Scratch.WIDTH + j]);
            }
        }
        if (worst < CONTRADICTION) {
            s.cap = 0.35f + 0.65f * worst;
        }
    }

    private static float weight(Scratch s, int i, int j) {
        Token a = s.a[i];
        Token b = s.b[j];
        if (a.kind == Token.Kind.PARTICLE || b.kind == Token.Kind.PARTICLE) {
            return PARTICLE;
        }
        if (isLight(a) || isLight(b)) {
            return WEAK;
        }
        if (a.kind == Token.Kind.INITIAL || b.kind == Token.Kind.INITIAL) {
            return INITIAL;
        }
        if (s.roleA[i] == PreparedName.ROLE_PATRONYMIC && s.roleB[j] == PreparedName.ROLE_PATRONYMIC) {
            return PATRONYMIC;
        }
        return s.roleA[i] == PreparedName.ROLE_FAMILY || s.roleB[j] == PreparedName.ROLE_FAMILY ? FAMILY : WORD;
    }

    private static void alone(Scratch s, boolean structuredA, boolean structuredB) {
        for (int i = 0; i < s.n; i++) {
            if (s.partnerA[i] < 0) {
                alone(s.a, s.n, i, s.roleA[i], structuredA && structuredB, s);
            }
        }
        for (int j = 0; j < s.m; j++) {
            if (s.partnerB[j] < 0) {
                alone(s.b, s.m, j, s.roleB[j], structuredA && structuredB, s);
            }
        }
    }

    private static void alone(Token[] tokens, int n, int at, byte role, boolean structured, Scratch s) {
        Token token = tokens[at];
        switch (token.kind) {
            case PARTICLE -> s.times(0.998f, Rule.UNMATCHED_LIGHT, token);
            case WEAK, NUMBER -> s.times(0.985f, Rule.UNMATCHED_LIGHT, token);
            case INITIAL -> s.times(0.97f, Rule.UNMATCHED_LIGHT, token);
            case WORD, SHARED -> {
                if (role == PreparedName.ROLE_FAMILY && structured) {
                    s.times(0.5f, Rule.UNMATCHED_FAMILY, token);
                } else if (role == PreparedName.ROLE_PATRONYMIC) {
                    s.times(0.98f, Rule.UNMATCHED_PATRONYMIC, token);
                } else if (repeated(tokens, n, at)) {
                    s.times(0.98f, Rule.REPEATED, token);
                } else {
                    s.times(UNMATCHED_WORD, Rule.UNMATCHED, token);
                }
            }
        }
    }

    private static boolean repeated(Token[] tokens, int n, int at) {
        for (int i = 0; i < n; i++) {
            if (i != at
                    && (tokens[i].folded.equals(tokens[at].folded)
                            || TokenSimilarity.meet(tokens[i].given, tokens[at].given))) {
                return true;
            }
        }
        return false;
    }

    /** Abdul stands where the other has a name: both are alone, and neither is the other. */
    private static boolean weakAgainstWord(Scratch s) {
        boolean weakA = false;
        boolean wordA = false;
        boolean weakB = false;
        boolean wordB = false;
        for (int i = 0; i < s.n; i++) {
            weakA |= s.partnerA[i] < 0 && s.a[i].kind == Token.Kind.WEAK;
            wordA |= s.partnerA[i] < 0 && s.a[i].kind == Token.Kind.WORD;
        }
        for (int j = 0; j < s.m; j++) {
            weakB |= s.partnerB[j] < 0 && s.b[j].kind == Token.Kind.WEAK;
            wordB |= s.partnerB[j] < 0 && s.b[j].kind == Token.Kind.WORD;
        }
        return weakA && wordB || wordA && weakB;
    }

    /** N. Nazarbayev has one word, but his initial says more. */
    private static boolean oneInitialled(Scratch s) {
        for (int p = 0; p < s.pairs; p++) {
            if (s.pairWeight[p] == INITIAL && s.pairSimilarity[p] >= 0.85f) {
                return true;
            }
        }
        return false;
    }

    /** Salman bin Muhammad is the father of Muhammad bin Salman. */
    private static boolean fatherAndSon(Scratch s) {
        int i = sonOf(s.a, s.n);
        int j = sonOf(s.b, s.m);
        if (i < 1 || j < 1) {
            return false;
        }
        int fatherA = next(s.a, s.n, i);
        int fatherB = next(s.b, s.m, j);
        return fatherA > 0
                && fatherB > 0
                && s.partnerA[i - 1] == fatherB
                && s.partnerA[fatherA] == j - 1
                && s.similarity[(i - 1) * Scratch.WIDTH + fatherB] >= 0.8f
                && s.similarity[fatherA * Scratch.WIDTH + j - 1] >= 0.8f;
    }

    private static int sonOf(Token[] tokens, int n) {
        for (int i = 1; i < n - 1; i++) {
            switch (tokens[i].folded) {
                case "bin", "ibn", "ben", "bint", "binti", "ould", "wuld" -> {
                    if (tokens[i - 1].kind == Token.Kind.WORD) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private static int next(Token[] tokens, int n, int from) {
        for (int i = from + 1; i < n; i++) {
            if (tokens[i].kind == Token.Kind.WORD) {
                return i;
            }
        }
        return -1;
    }

    private static boolean swapped(Scratch s) {
        for (int p = 0; p < s.pairs; p++) {
            int roles = s.roleA[s.pairA[p]] * 4 + s.roleB[s.pairB[p]];
            boolean crossed = roles == PreparedName.ROLE_GIVEN * 4 + PreparedName.ROLE_FAMILY
                    || roles == PreparedName.ROLE_FAMILY * 4 + PreparedName.ROLE_GIVEN;
            if (crossed && s.pairSimilarity[p] >= 0.8f) {
                return true;
            }
        }
        return false;
    }
}
