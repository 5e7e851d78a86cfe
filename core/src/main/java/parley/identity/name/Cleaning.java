package parley.identity.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes from a name what belongs to its typography, not to the subject. */
final class Cleaning {
    private static final String APOSTROPHES =
            "'\u2019\u2018\u02BC\u02BB\u02B9\u0060\u00B4\u02BE\u02BF\u2032\u05F3\uFF07\u02C8";
    private static final Map<Character, Character> TO_CYRILLIC = new HashMap<>();
    private static final Map<Character, Character> TO_LATIN = new HashMap<>();

    static {
        for (String pair : String.join(" ", Resource.lines("homoglyphs.txt")).split(" ", -1)) {
            TO_CYRILLIC.put(pair.charAt(0), pair.charAt(1));
            TO_LATIN.put(pair.charAt(1), pair.charAt(0));
        }
    }

    private Cleaning() {}

    /**
     * Returns the text composed (NFC), width and marks unified, with one kind of blank, every token in one script, and words
     * that were glued at lower to upper case parted. Apostrophes inside words are gone.
     */
    static String clean(String text) {
        String composed = Normalizer.normalize(unwide(text), Normalizer.Form.NFC);
        var out = new StringBuilder(composed.length() + 4);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c == '\u00AD' || c == '\uFEFF' || c >= '\u200B' && c <= '\u200F' || c >= '\u202A' && c <= '\u202E') {
                continue;
            }
            if (c == '\u0301' || c == '\u0300') {
                continue; // a stress mark: no letter of Cyrillic is composed with it
            }
            if (APOSTROPHES.indexOf(c) >= 0) {
                continue;
            }
            out.append(c == '\u0138' ? 'к' : Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c);
        }
        return part(repair(out));
    }

    /** Full-width forms become ordinary ones; ligatures stay letters. */
    private static String unwide(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF00' && c <= '\uFFEF' || c >= '\uFB00' && c <= '\uFDFF' || c >= '\uFE70' && c <= '\uFEFE') {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    /** In each token the script with more letters wins; look-alikes of the other are mapped. */
    private static StringBuilder repair(StringBuilder text) {
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetter(text.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            int latin = 0;
            int cyrillic = 0;
            int doubtful = 0;
            while (i < text.length() && Character.isLetter(text.charAt(i))) {
                char c = text.charAt(i++);
                boolean isCyrillic = c >= '\u0400' && c <= '\u052F';
                boolean isLatin = c < '\u0250';
                cyrillic += isCyrillic ? 1 : 0;
                latin += isLatin ? 1 : 0;
                doubtful += isLatin && TO_CYRILLIC.containsKey(c) || isCyrillic && TO_LATIN.containsKey(c) ? 0 : 1;
            }
            if (latin > 0 && cyrillic > 0 && (doubtful > 0 || latin != cyrillic)) {
                replace(text, from, i, cyrillic >= latin ? TO_CYRILLIC : TO_LATIN);
            }
        }
        return text;
    }

    private static void replace(StringBuilder text, int from, int to, Map<Character, Character> letters) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, letters.getOrDefault(text.charAt(i), text.charAt(i)));
        }
    }

    /** Parts {@code ЕвгенийАлексеевич} where three small letters meet a capital that begins at least three letters. */
    private static String part(StringBuilder text) {
        for (int i = text.length() - 3; i >= 3; i--) {
            if (Character.isUpperCase(text.charAt(i))
                    && Character.isLowerCase(text.charAt(i - 1))
                    && Character.isLetter(text.charAt(i - 2))
                    && Character.isLetter(text.charAt(i - 3))
                    && endsWord(text, i)) {
                text.insert(i, ' ');
            }
        }
        return text.toString();
    }

    private static boolean endsWord(StringBuilder text, int at) {
        int letters = 0;
        while (at + letters < text.length() && Character.isLetter(text.charAt(at + letters))) {
            letters++;
        }
        return letters >= 3;
    }

    /**
     * Returns the ways to read a name with alternatives in brackets or behind a slash: the outside alone, and each
     * alternative in place of as many words before it. Brackets that hold the most part of the name open none.
     */
    static List<String> alternatives(String text) {
        var found = new ArrayList<String>();
        int slash = text.indexOf('/');
        if (slash > 1 && slash < text.length() - 2) {
            String before = text.substring(0, slash).strip();
            String after = text.substring(slash + 1).strip();
            if (words(after) >= 2 && words(before) >= 2) {
                found.addAll(alternatives(before));
                found.addAll(alternatives(after));
                return found;
            }
            int last = before.lastIndexOf(' ');
            int first = after.indexOf(' ');
            String head = last < 0 ? "" : before.substring(0, last + 1);
            String tail = first < 0 ? "" : after.substring(first);
            found.addAll(alternatives(before + tail));
            found.addAll(alternatives(head + after));
            return found;
        }
        int open = text.indexOf('(');
        int close = open < 0 ? -1 : text.indexOf(')', open);
        if (open > 0 && close > open) {
            String before = text.substring(0, open).strip();
            String inside = text.substring(open + 1, close).strip();
            String after = text.substring(close + 1).strip();
            found.addAll(alternatives((before + " " + after).strip()));
            int replaced = Math.min(words(inside), words(before));
            if (replaced > 0 && inside.length() > 1) {
                found.addAll(alternatives((cut(before, replaced) + " " + inside + " " + after).strip()));
            }
            return found;
        }
        found.add(text.replace('(', ' ').replace(')', ' ').replace('/', ' '));
        return found;
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    }

    private static String cut(String text, int words) {
        String[] all = text.strip().split("\\s+", -1);
        return String.join(" ", List.of(all).subList(0, all.length - words));
    }
}
