package parley.identity.name;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a word of any script in Latin letters. */
final class Reading {
    private static final Map<String, String> LETTERS = new HashMap<>();
    private static final Map<Character, String> HAN = new HashMap<>();
    private static final Map<Character, String> SPECIAL = Map.ofEntries(
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ø', "o"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ß', "ss"),
            Map.entry('þ', "th"),
            Map.entry('ð', "d"),
            Map.entry('ı', "i"),
            Map.entry('ŋ', "n"),
            Map.entry('ə', "e"),
            Map.entry('ħ', "h"),
            Map.entry('ŧ', "t"),
            Map.entry('ɓ', "b"),
            Map.entry('ɗ', "d"));
    private static final int LONGEST = 2;

    private static final String[] HANGUL_FIRST = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",", -1);
    private static final String[] HANGUL_MIDDLE =
            "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".split(",", -1);
    private static final String[] HANGUL_LAST =
            ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t".split(",", -1);

    /** The blocks of the scripts of India share one order; consonants carry an {@code a} of their own. */
    private static final String[] INDIC_CONSONANT =
            "k,kh,g,gh,n,ch,chh,j,jh,n,t,th,d,dh,n,t,th,d,dh,n,n,p,ph,b,bh,m,y,r,r,l,l,l,v,sh,sh,s,h".split(",", -1);

    private static final String[] INDIC_VOWEL = "a,a,i,i,u,u,ri,li,e,e,e,ai,o,o,o,au".split(",", -1);
    private static final String[] INDIC_SIGN = "a,i,i,u,u,ri,ri,e,e,e,ai,o,o,o,au,".split(",", -1);

    private static final String[] ETHIOPIC =
            ("h,l,h,m,s,r,s,sh,q,q,q,q,b,v,t,ch,h,h,n,ny,,k,k,kh,kh,w,,z,zh,y,d,d,j,g,g,g,t,ch,p,ts,ts,f,p")
                    .split(",", -1);
    private static final String[] ETHIOPIC_VOWEL = "e,u,i,a,e,,o,wa".split(",", -1);

    static {
        for (String line : Resource.lines("scripts.txt")) {
            for (String pair : line.split(" ", -1)) {
                int equals = pair.indexOf('=');
                LETTERS.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        for (String line : Resource.lines("pinyin.txt")) {
            int blank = line.indexOf(' ');
            for (int i = blank + 1; i < line.length(); i++) {
                HAN.put(line.charAt(i), line.substring(0, blank));
            }
        }
    }

    private Reading() {}

    /** Returns whether the script writes so little of the sound that vowels and kinds of consonants may not be relied on. */
    static boolean isLoose(UnicodeScript script) {
        return switch (script) {
            case LATIN, CYRILLIC, GREEK, ARMENIAN, GEORGIAN, COMMON, INHERITED, UNKNOWN -> false;
            default -> true;
        };
    }

    /** Returns whether a sign of the script is a syllable or a word. */
    static boolean isSyllabic(UnicodeScript script) {
        return script == UnicodeScript.HAN || script == UnicodeScript.HANGUL;
    }

    /** Returns the reading of one sign of a syllabic script, or the sign itself. */
    static String syllable(char sign) {
        if (sign >= '\uAC00' && sign <= '\uD7A3') {
            int at = sign - '\uAC00';
            return HANGUL_FIRST[at / 588] + HANGUL_MIDDLE[at % 588 / 28] + HANGUL_LAST[at % 28];
        }
        return HAN.getOrDefault(sign, String.valueOf(sign));
    }

    /** Returns the word in small Latin letters, those of Latin words with their marks; digits and unknown signs stay. */
    static String toLatin(String word, UnicodeScript script) {
        String lower = word.toLowerCase(Locale.ROOT).replace("\u0307", "");
        if (script == UnicodeScript.LATIN || script == UnicodeScript.COMMON) {
            return lower;
        }
        String plain = Normalizer.normalize(lower, Normalizer.Form.NFC);
        var out = new StringBuilder(plain.length() * 2);
        for (int i = 0; i < plain.length(); ) {
            i += one(plain, i, out);
        }
        return out.toString();
    }

    private static int one(String word, int at, StringBuilder out) {
        for (int length = Math.min(LONGEST, word.length() - at); length > 0; length--) {
            String source = word.substring(at, at + length);
            String read = LETTERS.get(katakana(source));
            if (read != null) {
                return at + length <= word.length() ? append(out, read, length) : 1;
            }
        }
        char c = word.charAt(at);
        UnicodeScript script = UnicodeScript.of(c);
        if (isSyllabic(script)) {
            return append(out, syllable(c), 1);
        }
        if (c >= '\u1200' && c <= '\u135A') {
            int row = (c - 0x1200) / 8;
            String first = row < ETHIOPIC.length ? ETHIOPIC[row] : "";
            String vowel = ETHIOPIC_VOWEL[(c - 0x1200) % 8];
            return append(out, first.isEmpty() ? (vowel.equals("e") ? "a" : vowel) : first + vowel, 1);
        }
        if (c >= '\u0900' && c <= '\u0D7F') {
            return append(out, indic(word, at), 1);
        }
        String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        if (decomposed.length() > 1) {
            String read = LETTERS.get(decomposed.substring(0, 1));
            return append(out, read == null ? decomposed.substring(0, 1) : read, 1);
        }
        return append(out, Character.getType(c) == Character.NON_SPACING_MARK ? "" : decomposed, 1);
    }

    private static int append(StringBuilder out, String read, int taken) {
        out.append(read);
        return taken;
    }

    private static String katakana(String source) {
        var out = new StringBuilder(source);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= '\u3041' && c <= '\u3096') {
                out.setCharAt(i, (char) (c + 0x60));
            }
        }
        return out.toString();
    }

    private static String indic(String word, int at) {
        int place = (word.charAt(at) - 0x900) % 0x80;
        int next = at + 1 < word.length() ? (word.charAt(at + 1) - 0x900) % 0x80 : -1;
        if (place >= 0x05 && place <= 0x14) {
            return INDIC_VOWEL[place - 0x05];
        }
        if (place >= 0x15 && place <= 0x39) {
            boolean bare = next < 0 || next >= 0x3E && next <= 0x4D || next == 0x3C;
            return INDIC_CONSONANT[place - 0x15] + (bare ? "" : "a");
        }
        if (place >= 0x3E && place <= 0x4D) {
            return INDIC_SIGN[place - 0x3E];
        }
        return place == 0x01 || place == 0x02 ? "n" : "";
    }

    /** Returns only {@code a} to {@code z} and digits: marks off, special letters written out. */
    static String fold(String latin) {
        boolean plain = true;
        for (int i = 0; i < latin.length() && plain; i++) {
            char c = latin.charAt(i);
            plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }
        if (plain) {
            return latin;
        }
        String apart = Normalizer.normalize(latin, Normalizer.Form.NFD);
        var out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                out.append(c);
            } else if (Character.isDigit(c)) {
                out.append(Character.digit(c, 10));
            } else {
                out.append(SPECIAL.getOrDefault(c, Character.isLetter(c) ? String.valueOf(c) : ""));
            }
        }
        return out.toString();
    }
}
