package parley.text;

import java.util.List;

/**
 * One thing to be said about a text: what is wrong, where, why it matters, and how to mend it.
 *
 * @param code stable key, for example {@code R012}; {@code docs/errors/R012.md} explains it at length
 * @param severity whether the text can be used in spite of it
 * @param what one sentence without a full stop, understandable on its own
 * @param where all places involved, the one to look at first in front; at least one
 * @param why the reason in the words of the reader's trade
 * @param fixes what to write instead, the most likely first; empty if we do not know
 */
public record Diagnostic(String code, Severity severity, String what, List<Label> where, String why, List<Fix> fixes)
        implements Comparable<Diagnostic> {

    /** @throws IllegalArgumentException if no place is given */
    public Diagnostic {
        where = List.copyOf(where);
        fixes = List.copyOf(fixes);
        if (where.isEmpty()) {
            throw new IllegalArgumentException("A diagnostic %s needs a place.".formatted(code));
        }
    }

    /** Returns the place to look at first. */
    public Span at() {
        return where.getFirst().at();
    }

    @Override
    public int compareTo(Diagnostic other) {
        int byPlace = at().compareTo(other.at());
        if (byPlace != 0) {
            return byPlace;
        }
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : what.compareTo(other.what);
    }
}
