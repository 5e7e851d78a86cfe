package parley.identity.score;

import parley.identity.name.PreparedName;
import parley.identity.name.Token;

/** Compares two names of organisations or of vessels. */
final class OrganisationScore {
    private static final float MEANS_SOMETHING = 0.3f;
    private static final float NUMBER = 0.3f;

    private OrganisationScore() {}

    static float score(PreparedName a, PreparedName b, Scratch s) {
        s.begin();
        if (s.n == 0 || s.m == 0) {
            s.times(0, Rule.NO_WORD, null);
            return s.result();
        }
        boolean vessel = a.form() == PreparedName.Form.VESSEL;
        fill(s, vessel);
        Assignment.solve(s);
        pairs(s, vessel);
        alone(s, vessel);
        forms(a.legalForms(), b.legalForms(), s);
        if (s.joined > 0) {
            s.times(0.98f, Rule.JOINED, null);
        }
        return s.result();
    }

    private static void fill(Scratch s, boolean vessel) {
        for (int i = 0; i < s.n; i++) {
            for (int j = 0; j < s.m; j++) {
                Token a = s.a[i];
                Token b = s.b[j];
                float here = TokenSimilarity.organisation(a, b, s);
                boolean numberA = a.kind == Token.Kind.NUMBER;
                boolean numberB = b.kind == Token.Kind.NUMBER;
                // A number stands for a number, a light word for nothing it is not.
                if (numberA != numberB) {
                    here = -1;
                } else if (!vessel && here < 0.7f && Math.min(a.weight, b.weight) < MEANS_SOMETHING) {
                    here = -1;
                }
                int at = i * Scratch.WIDTH + j;
                s.similarity[at] = here;
                s.rule[at] = s.lastRule;
            }
        }
    }

    private static float weight(Token token, boolean vessel) {
        return token.kind == Token.Kind.NUMBER
                ? NUMBER
                : vessel && token.weight > 0 ? Math.max(token.weight, 0.8f) : token.weight;
    }

    private static void pairs(Scratch s, boolean vessel) {
        float worst = 1;
        s.counts = MEANS_SOMETHING;
        for (int i = 0; i < s.n; i++) {
            int j = s.partnerA[i];
            if (j < 0) {
                continue;
            }
            if (s.a[i].kind == Token.Kind.NUMBER) {
                if (s.similarity[i * Scratch.WIDTH + j] < 1) {
                    s.times(0.8f, Rule.NUMBER_DIFFERS, s.a[i]);
                    continue;
                }
            }
            float weight = Math.max(weight(s.a[i], vessel), weight(s.b[j], vessel));
            if (weight > 0 || s.n == 1 && s.m == 1) {
                s.pair(i, j, Math.max(weight, 0.1f));
            }
            if (weight >= MEANS_SOMETHING) {
                worst = Math.min(worst, s.similarity[i * Scratch.WIDTH + j]);
            }
        }
        if (s.pairs == 0) {
            // Nothing but articles: then they are what there is to compare.
            for (int i = 0; i < s.n; i++) {
                if (s.partnerA[i] >= 0 && s.a[i].kind != Token.Kind.NUMBER) {
                    s.pair(i, s.partnerA[i], 0.1f);
                }
            }
        }
        if (worst < PersonScore.CONTRADICTION) {
            s.cap = 0.35f + 0.65f * worst;
        }
    }

    private static void alone(Scratch s, boolean vessel) {
        for (int i = 0; i < s.n; i++) {
            if (s.partnerA[i] < 0) {
                alone(s.a, s.n, i, vessel, s);
            }
        }
        for (int j = 0; j < s.m; j++) {
            if (s.partnerB[j] < 0) {
                alone(s.b, s.m, j, vessel, s);
            }
        }
    }

    private static void alone(Token[] tokens, int n, int at, boolean vessel, Scratch s) {
        Token token = tokens[at];
        if (token.kind == Token.Kind.NUMBER) {
            s.times(0.8f, Rule.NUMBER_MISSING, token);
            return;
        }
        for (int i = 0; i < n; i++) {
            if (i != at
                    && (tokens[i].folded.equals(token.folded) || token.group >= 0 && tokens[i].group == token.group)) {
                s.times(0.98f, Rule.REPEATED, token);
                return;
            }
        }
        float weight = weight(token, vessel);
        if (weight == 0) {
            return; // an article, a preposition
        }
        if (weight <= 0.2f) {
            s.times(0.97f, Rule.UNMATCHED_LIGHT, token);
        } else if (weight < MEANS_SOMETHING) {
            s.times(0.88f, Rule.UNMATCHED_LIGHT, token);
        } else {
            s.times(weight < 0.5f ? 0.72f : 0.62f, Rule.UNMATCHED, token);
        }
    }

    /** Families of legal forms as bits, in the order of {@code legal-forms.txt}. */
    private static final int STOCK = 0b111;

    private static final int GENERAL = 0b1110000;
    private static final int NON_PROFIT = 1 << 11;

    private static void forms(int a, int b, Scratch s) {
        if (a == 0 || b == 0 || (a & b) != 0) {
            return;
        }
        boolean stock = (a & STOCK) != 0 && (b & STOCK) != 0;
        boolean general = (a & GENERAL) != 0 && (b & ~NON_PROFIT) != 0 || (b & GENERAL) != 0 && (a & ~NON_PROFIT) != 0;
        if (stock || general) {
            s.times(0.96f, Rule.FORM_RELATED, null);
        } else {
            s.times(0.74f, Rule.FORM_DIFFERS, null);
        }
    }
}
