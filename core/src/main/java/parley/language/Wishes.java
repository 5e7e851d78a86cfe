package parley.language;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the reader of a sentence asked for where the sentence ends: the grammar itself says what could follow, so that
 * completion knows each clause on the day the parser does.
 */
final class Wishes {
    /** A reader that asks again and again after the end would go round for ever. */
    private static final int MOST_QUESTIONS = 100;

    private final Set<String> phrases = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private int questions;

    boolean enough() {
        return questions++ >= MOST_QUESTIONS;
    }

    void phrase(String words) {
        phrases.add(words);
    }

    void name(String what) {
        names.add(what);
    }

    /** Returns the fixed words that could follow, in the order of the grammar. */
    Set<String> phrases() {
        return phrases;
    }

    /** Returns the names that could follow, as the parser calls them, for example {@code a measure}. */
    Set<String> names() {
        return names;
    }
}
