package parley.evidence;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The number of distinct subjects of whom a predicate holds.
 *
 * @param where words a claim must carry: {@code object}, or a qualifier, with its value
 * @param among hash of the list snapshot whose rows alone are counted; null if all are
 * @param withinDays counts what began in (D − n, D]; null counts what holds on D
 */
public record CountOf(
        Predicate predicate,
        SortedMap<String, String> where,
        @Nullable Hash among,
        @Nullable Integer withinDays) {
    public CountOf {
        where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
        if (withinDays != null && withinDays < 1) {
            throw new IllegalArgumentException("A window has at least one day, not " + withinDays + ".");
        }
    }

    public CountOf(Predicate predicate) {
        this(predicate, Collections.emptySortedMap(), null, null);
    }

    /** Returns whether the claim is of the kind that is counted, whenever it holds. */
    boolean reads(Claim claim) {
        return claim.predicate() == predicate
                && where.entrySet().stream().allMatch(word -> word.getValue().equals(wordOf(claim, word.getKey())));
    }

    /** A coverage claim covers this count if it covers no narrower selection. */
    boolean isCoveredBy(Claim claim) {
        return claim.predicate() == Predicate.NO_EVENT
                && claim.object().equals(predicate.word())
                && claim.qualifiers().entrySet().stream()
                        .allMatch(word -> word.getValue().equals(where.get(word.getKey())));
    }

    private static @Nullable String wordOf(Claim claim, String word) {
        return word.equals("object") ? claim.object() : claim.qualifiers().get(word);
    }

    @Override
    public String toString() {
        var out = new StringBuilder(predicate.word());
        where.forEach((word, value) ->
                out.append(" where ").append(word).append(" = ").append(value));
        if (among != null) {
            out.append(" among ").append(among);
        }
        if (withinDays != null) {
            out.append(" within ").append(withinDays).append(" days");
        }
        return out.toString();
    }
}
