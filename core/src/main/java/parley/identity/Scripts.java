package parley.identity;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** Which script a text is written in. */
public final class Scripts {
    private Scripts() {}

    /** Returns the script of most letters; the first of equals; {@code COMMON} if there is no letter. */
    public static UnicodeScript mainScript(CharSequence text) {
        UnicodeScript first = UnicodeScript.COMMON;
        EnumMap<UnicodeScript, Integer> counts = null;
        int letters = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = Character.codePointAt(text, i);
            i += Character.charCount(letter);
            if (!Character.isLetter(letter)) {
                continue;
            }
            UnicodeScript script = UnicodeScript.of(letter);
            if (letters == 0) {
                first = script;
            } else if (counts == null && script != first) {
                counts = new EnumMap<>(UnicodeScript.class);
                counts.put(first, letters);
            }
            letters++;
            if (counts != null) {
                counts.merge(script, 1, Integer::sum);
            }
        }
        return counts == null ? first : most(counts, first);
    }

    private static UnicodeScript most(Map<UnicodeScript, Integer> counts, UnicodeScript first) {
        UnicodeScript best = first;
        for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > counts.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        return best;
    }
}
