package parley.identity.match;

import java.util.List;
import java.util.Locale;
import parley.identity.evidence.Fact;
import parley.identity.score.NameExplanation;

/**
 * How two records compare, with the reasons. {@link #recompute} gives the same numbers from the reasons alone.
 *
 * @param name how near the best two names are, 0 to 1
 * @param bits what the facts beside the names say, above zero for the same subject, within ±12 a fact
 * @param score one number for those who ask whether two names are worth showing together: the name, moved by the facts
 * @param same one number for those who ask whether it is the same subject: the strict name, moved by the facts
 * @param weakName whether the best name is a weak alias, or a single word against a longer name
 */
public record Match(
        double name,
        double bits,
        double score,
        double same,
        Band band,
        boolean weakName,
        NameExplanation names,
        List<Fact> facts) {
    private static final double CONFIRMED = 0.95;
    private static final double HALF_LIFE_BITS = 8;
    private static final double FULL_BITS = 12;
    private static final double LEAST_NAME = 0.6;

    public Match {
        facts = List.copyOf(facts);
    }

    static Match of(NameExplanation names, float name, List<Fact> facts, boolean weakName, Thresholds thresholds) {
        double bits = sum(facts);
        return new Match(
                name,
                bits,
                score(name, facts),
                score(names.strict(), facts),
                band(name, bits, facts, weakName, thresholds),
                weakName,
                names,
                facts);
    }

    private static double sum(List<Fact> facts) {
        double bits = 0;
        for (Fact fact : facts) {
            bits += fact.bits();
        }
        return bits;
    }

    /**
     * The name alone if no fact is known. Against: halved every eight bits. For: towards 1, a twelfth of the way each bit, if
     * the names are at least akin. A checked identifier makes at least .95, whatever the names: companies change theirs.
     */
    private static double score(double name, List<Fact> facts) {
        if (has(facts, Fact.Rule.KIND_EXCLUDED)) {
            return 0;
        }
        double bits = sum(facts);
        double score = name;
        if (bits < 0) {
            score = name * Math.pow(2, bits / HALF_LIFE_BITS);
        } else if (name >= LEAST_NAME) {
            score = name + (1 - name) * Math.min(1, bits / FULL_BITS);
        }
        return has(facts, Fact.Rule.IDENTIFIER_EQUAL) ? Math.max(score, CONFIRMED) : score;
    }

    private static Band band(double name, double bits, List<Fact> facts, boolean weakName, Thresholds thresholds) {
        if (has(facts, Fact.Rule.KIND_EXCLUDED)) {
            return Band.NONE;
        }
        if (has(facts, Fact.Rule.IDENTIFIER_EQUAL)) {
            return Band.CONFIRMED_IDENTIFIER;
        }
        if (name < thresholds.alert()) {
            return Band.NONE;
        }
        if (weakName && bits < 6) {
            return Band.WEAK_ONLY;
        }
        if (bits <= -4) {
            return Band.UNLIKELY;
        }
        return name >= thresholds.high() && bits >= 6 ? Band.PROBABLE : Band.POSSIBLE;
    }

    private static boolean has(List<Fact> facts, Fact.Rule rule) {
        return facts.stream().anyMatch(fact -> fact.rule() == rule);
    }

    /** Returns the same match, computed from its names, facts and {@code thresholds} alone. */
    public Match recompute(Thresholds thresholds) {
        return of(names, names.recompute(), facts, weakName, thresholds);
    }

    /** Returns the reasons on one line: the sentence first, then the tree. */
    public String line() {
        var out = new StringBuilder(String.format(Locale.ROOT, "%s: name %.3f", band.words(), name));
        if (!facts.isEmpty()) {
            out.append(String.format(Locale.ROOT, ", %+.1f bits", bits));
        }
        out.append(". ").append(names.line());
        for (Fact fact : facts) {
            out.append(String.format(Locale.ROOT, "; %s %s %+.1f bits", fact.rule(), fact.words(), fact.bits()));
        }
        return out.toString();
    }

    /** Returns the reasons as a tree of lines, the sentence first. */
    public String tree() {
        var out = new StringBuilder(
                String.format(Locale.ROOT, "match %.3f name · %+.1f bits · %s (%s)%n", name, bits, band, band.words()));
        out.append(String.format(Locale.ROOT, "├─ name %.3f  \"%s\" ~ \"%s\"%n", name, names.first(), names.second()));
        for (NameExplanation.Pair pair : names.pairs()) {
            out.append(String.format(
                    Locale.ROOT,
                    "│  ├─ %s ~ %s  %.3f  %s%s, weight %.1f%n",
                    pair.first(),
                    pair.second(),
                    pair.similarity(),
                    pair.rule().words(),
                    pair.detail().isEmpty() ? "" : ": " + pair.detail(),
                    pair.weight()));
        }
        if (names.cap() < 1) {
            out.append(String.format(
                    Locale.ROOT,
                    "│  ├─ at most %.3f  %s%n",
                    names.cap(),
                    parley.identity.score.Rule.WORST_PAIR.words()));
        }
        for (NameExplanation.Factor factor : names.factors()) {
            out.append(String.format(
                    Locale.ROOT,
                    "│  ├─ × %.3f  %s %s%n",
                    factor.value(),
                    factor.rule().words(),
                    factor.word()));
        }
        for (Fact fact : facts) {
            out.append(String.format(Locale.ROOT, "├─ %s  %s  %+.1f%n", fact.rule(), fact.words(), fact.bits()));
        }
        return out.append(String.format(Locale.ROOT, "└─ score %.3f, as the same %.3f%n", score, same))
                .toString();
    }
}
