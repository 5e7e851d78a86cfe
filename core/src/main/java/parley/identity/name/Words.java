package parley.identity.name;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.identity.Scripts;

/** Splits a cleaned text into words and makes tokens of words. */
final class Words {
    private static final String LEET = "0o1i3e4a5s7t8b9g";

    private Words() {}

    /** Returns the runs of letters, digits and the marks that belong to them. */
    static List<String> split(String text) {
        var words = new ArrayList<String>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isPart(text.charAt(i));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                words.add(text.substring(from, i));
                from = -1;
            }
        }
        return words;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c)
                || switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    /** Digits among letters stand for the letters they look like. */
    static String unleet(String word) {
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            digits += Character.isDigit(word.charAt(i)) ? 1 : 0;
        }
        if (digits == 0 || digits * 2 > word.length() || word.length() < 3) {
            return word;
        }
        var out = new StringBuilder(word);
        for (int i = 0; i < out.length(); i++) {
            int at = LEET.indexOf(out.charAt(i));
            if (at >= 0 && at % 2 == 0) {
                out.setCharAt(i, LEET.charAt(at + 1));
            }
        }
        return out.toString();
    }

    /** Returns a token with its code and what the dictionary knows; its kind is still a plain word. */
    static Token.Builder token(String word) {
        var token = new Token.Builder(word);
        UnicodeScript script = Scripts.mainScript(word);
        String lower = word.toLowerCase(Locale.ROOT);
        String latin = Reading.toLatin(word, script);
        token.script = script;
        token.folded = Reading.fold(latin);
        token.code = PhoneticCode.of(lower, latin, script);
        return token;
    }

    /** Adds given names, the father's name and the other ending of a surname. */
    static Token.Builder person(Token.Builder token) {
        String key = GivenNames.key(token.code);
        token.given = GivenNames.strong(key);
        token.nick = GivenNames.weak(key);
        token.patronymicForm = GivenNames.isPatronymic(key);
        if (token.patronymicForm) {
            token.father = GivenNames.father(key);
        }
        token.alternative = otherEnding(token.code);
        String text = PhoneticCode.text(token.code);
        if (text.length() >= 6 && text.endsWith("ova")) {
            token.stem = java.util.Arrays.copyOf(token.code, token.code.length - 3);
        }
        return token;
    }

    /** Returns the code of the surname a man would have, or of the stem under a Baltic ending; null if there is none. */
    private static byte @Nullable [] otherEnding(byte[] code) {
        String text = PhoneticCode.text(code);
        String other = null;
        if (text.length() >= 6 && (text.endsWith("ova") || text.endsWith("ava")) && isConsonant(text, 4)) {
            other = text.substring(0, text.length() - 1);
        } else if (text.length() >= 5
                && (text.endsWith("eva") || text.endsWith("ina") || text.endsWith("yna") || text.endsWith("jeva"))) {
            other = text.substring(0, text.length() - 1);
        } else if (text.length() >= 6 && (text.endsWith("skaja") || text.endsWith("ckaja"))) {
            other = text.substring(0, text.length() - 3) + "i";
        } else if (text.length() >= 6 && (text.endsWith("ska") || text.endsWith("cka"))) {
            other = text.substring(0, text.length() - 1) + "i";
        } else if (text.length() >= 6 && text.endsWith("aja")) {
            other = text.substring(0, text.length() - 3) + "i";
        } else if (text.length() >= 6
                && (text.endsWith("as") || text.endsWith("is") || text.endsWith("us"))
                && "vnCktjcr".indexOf(text.charAt(text.length() - 3)) >= 0) {
            other = text.substring(0, text.length() - 2);
        } else if (text.length() >= 5 && text.endsWith("s") && "vnCkjrm".indexOf(text.charAt(text.length() - 2)) >= 0) {
            other = text.substring(0, text.length() - 1);
        }
        return other == null ? null : bytes(other);
    }

    private static boolean isConsonant(String text, int fromEnd) {
        return "aeiouyj".indexOf(text.charAt(text.length() - fromEnd)) < 0;
    }

    static byte[] bytes(String sounds) {
        var code = new byte[sounds.length()];
        for (int i = 0; i < code.length; i++) {
            code[i] = (byte) PhoneticCode.SOUNDS.indexOf(sounds.charAt(i));
        }
        return code;
    }

    /** Returns the number that a roman numeral in capitals stands for, or -1. */
    static int roman(String word) {
        if (word.isEmpty() || word.length() > 6 || !word.chars().allMatch(c -> "IVXLC".indexOf(c) >= 0)) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < word.length(); i++) {
            int here = worth(word.charAt(i));
            int next = i + 1 < word.length() ? worth(word.charAt(i + 1)) : 0;
            value += here < next ? -here : here;
        }
        return value > 0 && value < 90 && !word.equals("C") && !word.equals("L") ? value : -1;
    }

    private static int worth(char c) {
        return switch (c) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            default -> 100;
        };
    }

    /** Returns the value if the word is digits only (at most nine) or an ordinal such as {@code 1st}, else -1. */
    static int digits(String folded) {
        String word = folded.replaceFirst("(?<=\\d)(st|nd|rd|th|e|er|eme|ya|y|i|go|j|aya)$", "");
        if (word.isEmpty() || word.length() > 9) {
            return -1;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(word);
    }

    static boolean contains(int[] sorted, int value) {
        return Arrays.binarySearch(sorted, value) >= 0;
    }
}
