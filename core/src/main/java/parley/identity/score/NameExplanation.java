package parley.identity.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.identity.name.PhoneticCode;
import parley.identity.name.PreparedName;
import parley.identity.name.Token;

/**
 * Why two names have their score: {@code min(mean of the pairs, cap) × factors}.
 *
 * @param first the one name as written
 * @param second the other
 * @param pairs the words held against each other
 * @param counts weight from which a pair can contradict; lighter ones are particles and words that say little
 * @param cap the most the mean may be; 1 if nothing caps it
 * @param factors what the mean is multiplied by, in order
 * @param removed what was taken off before comparing, of both names
 */
public record NameExplanation(
        String first,
        String second,
        List<Pair> pairs,
        float counts,
        float cap,
        List<Factor> factors,
        List<String> removed) {

    private static final float MERELY_LACKS = 0.85f;

    public NameExplanation {
        pairs = List.copyOf(pairs);
        factors = List.copyOf(factors);
        removed = List.copyOf(removed);
    }

    /** Two words, how near they are, and how much the pair weighs. */
    public record Pair(String first, String second, Rule rule, String detail, float similarity, float weight) {}

    /** What the mean is multiplied by, and the word that is the reason, if it is one word. */
    public record Factor(Rule rule, String word, float value) {}

    /** Returns the score, computed from this tree alone; the same bits as {@link NameScore#of} gave. */
    public float recompute() {
        float sum = 0;
        float weights = 0;
        for (Pair pair : pairs) {
            sum += pair.weight() * pair.similarity();
            weights += pair.weight();
        }
        float score = weights > 0 ? Math.min(sum / weights, cap) : 0;
        for (Factor factor : factors) {
            score *= factor.value();
        }
        return score;
    }

    /**
     * Returns the stricter score, for "the same" instead of "worth showing": no better than its worst pair, and with half the
     * damage (in logarithms) of words that one name merely lacks. Computed from this tree alone.
     */
    public double strict() {
        float sum = 0;
        float weights = 0;
        float worst = 1;
        for (Pair pair : pairs) {
            sum += pair.weight() * pair.similarity();
            weights += pair.weight();
            if (pair.weight() >= counts) {
                worst = Math.min(worst, pair.similarity());
            }
        }
        double score = weights > 0 ? Math.min(sum / weights, Math.min(cap, worst)) : 0;
        for (Factor factor : factors) {
            score *= factor.rule() == Rule.UNMATCHED && !factor.word().isEmpty() && factor.value() >= MERELY_LACKS
                    ? Math.sqrt(factor.value())
                    : factor.value();
        }
        return score;
    }

    /** Compares the names once more and tells why. */
    public static NameExplanation of(PreparedName a, PreparedName b, Scratch s) {
        NameScore.of(a, b, s);
        var pairs = new ArrayList<Pair>();
        for (int p = 0; p < s.pairs; p++) {
            int i = s.pairA[p];
            int j = s.pairB[p];
            Rule rule = s.rule[i * Scratch.WIDTH + j];
            pairs.add(new Pair(
                    s.a[i].text,
                    s.b[j].text,
                    rule,
                    detail(rule, s.a[i], s.b[j]),
                    s.pairSimilarity[p],
                    s.pairWeight[p]));
        }
        var factors = new ArrayList<Factor>();
        for (int f = 0; f < s.factors; f++) {
            Token token = s.factorToken[f];
            factors.add(new Factor(s.factorRule[f], token == null ? "" : token.text, s.factor[f]));
        }
        var removed = new ArrayList<>(a.removed());
        removed.addAll(b.removed());
        return new NameExplanation(a.text(), b.text(), pairs, s.counts, s.cap, factors, removed);
    }

    private static String detail(Rule rule, Token a, Token b) {
        return switch (rule) {
            case SOUNDS, OTHER_ENDING, ROLE_CONFUSED -> PhoneticCode.text(a.code) + " ~ " + PhoneticCode.text(b.code);
            default -> "";
        };
    }

    /** Returns the tree on one line. */
    public String line() {
        var out = new StringBuilder();
        for (Pair pair : pairs) {
            out.append(out.isEmpty() ? "" : "; ")
                    .append(pair.first())
                    .append(" ~ ")
                    .append(pair.second())
                    .append(' ')
                    .append(number(pair.similarity()))
                    .append(" (")
                    .append(pair.rule().words());
            if (!pair.detail().isEmpty()) {
                out.append(": ").append(pair.detail());
            }
            out.append(", weight ").append(number(pair.weight())).append(')');
        }
        if (cap < 1) {
            out.append("; at most ")
                    .append(number(cap))
                    .append(" (")
                    .append(Rule.WORST_PAIR.words())
                    .append(')');
        }
        for (Factor factor : factors) {
            out.append("; × ")
                    .append(number(factor.value()))
                    .append(" (")
                    .append(factor.rule().words());
            if (!factor.word().isEmpty()) {
                out.append(": ").append(factor.word());
            }
            out.append(')');
        }
        if (!removed.isEmpty()) {
            out.append("; left out: ").append(String.join(", ", removed));
        }
        return out.toString();
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
