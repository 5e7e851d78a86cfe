package parley.identity;

import java.lang.Character.UnicodeScript;

/** Which script a text is written in. */
public final class Scripts {
    private Scripts() {}

    /** Returns the script of most letters; the first of equals; {@code COMMON} if there is no letter. */
    public static UnicodeScript mainScript(CharSequence text) {
        var counts = new int[UnicodeScript.values().length];
        UnicodeScript best = UnicodeScript.COMMON;
        int most = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = Character.codePointAt(text, i);
            i += Character.charCount(letter);
            if (Character.isLetter(letter)) {
                UnicodeScript script = UnicodeScript.of(letter);
                int count = ++counts[script.ordinal()];
                if (count > most) {
                    most = count;
                    best = script;
                }
            }
        }
        return best;
    }
}
