package parley.identity.name;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;

/**
 * One code for all alphabets: a token becomes a string over 29 sounds, so that {@code Лукашэнка}, {@code Lukashenko} and
 * {@code Lukašenka} differ in a vowel or two. How near two sounds are, {@code parley.identity.score} knows.
 *
 * <p>A code is a byte array with one sound an entry, an index into {@link #SOUNDS}.
 */
public final class PhoneticCode {
    /** The sounds, in the order of their numbers. */
    public static final String SOUNDS = "aeiouyjbvwghxdDtcCsSzZklmnprf";

    private static final int VOWELS = 6;
    private static final int J = 6;
    private static final Map<String, String> LATIN = new HashMap<>();
    private static final Map<String, String> CYRILLIC = new HashMap<>();
    private static final int LONGEST = 7;
    private static final byte[] NUMBER = new byte[128];

    static {
        java.util.Arrays.fill(NUMBER, (byte) -1);
        for (int i = 0; i < SOUNDS.length(); i++) {
            NUMBER[SOUNDS.charAt(i)] = (byte) i;
        }
        rules(
                LATIN,
                "sjtj=SC schtsch=SC shch=SC šč=SC štš=SC szcz=SC chtch=SC scs=SC sch=S tsch=C tch=C tš=C tj=C cz=C ch=C č=C ć=C"
                        + " cs=C sh=S sj=S sz=S š=S ş=S ș=S ŝ=SC zh=Z zj=Z ž=Z ż=Z zs=Z dzh=Z dž=Z dj=Z dsch=Z kh=x ts=c tz=c ţ=c ț=c dz=D dź=D ŭ=w"
                        + " w=w ph=f x=ks q=k qu=k ck=k ç=c th=t gh=g wh=w dh=d bh=b ğ=g ł=l ñ=n ń=n ň=n ĺ=l ľ=l ļ=l ņ=n ķ=k ģ=g"
                        + " oo=u â=a û=u ě=e ř=rZ ů=u ő=o ű=u ı=i ė=e ė=e þ=t ð=d đ=d ø=o æ=e œ=e å=o ß=s ʹ= ʺ= hs=S ou=u ô=o ÿ=i ï=i ĭ=j ǐ=j"
                        + " ö=o ü=u ä=e é=e è=e ê=e ë=e á=a à=a ã=a í=i ì=i ó=o ò=o õ=o ú=u ù=u ý=y ź=z ś=s ā=a ē=e ī=i ō=o ū=u ą=o ę=e į=i ų=u ă=a î=i");
        for (char c = 'a'; c <= 'z'; c++) {
            LATIN.putIfAbsent(String.valueOf(c), String.valueOf(c));
        }
        rules(
                CYRILLIC,
                "а=a б=b в=v г=g ґ=g д=d е=e ё=jo ж=Z з=z и=i і=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=w ф=f х=x ц=c ч=C ш=S"
                        + " щ=SC ъ= ы=y ь= э=e ю=ju я=ja ї=ji є=je дз=D дж=Z тс=c ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h җ=Z ҷ=Z ҳ=x ӣ=i ӯ=u"
                        + " ј=j љ=lj њ=nj ћ=C ђ=Z џ=Z ѓ=g ќ=k ѕ=D ӏ=");
    }

    private PhoneticCode() {}

    private static void rules(Map<String, String> into, String rules) {
        for (String rule : rules.split(" ", -1)) {
            int equals = rule.indexOf('=');
            into.put(rule.substring(0, equals), rule.substring(equals + 1));
        }
    }

    public static boolean isVowel(byte sound) {
        return sound < VOWELS;
    }

    /** Returns the code of a word in small letters: of Cyrillic letters as they are, of all others after reading. */
    static byte[] of(String lower, String latin, UnicodeScript script) {
        return script == UnicodeScript.CYRILLIC ? finish(raw(lower, CYRILLIC)) : ofLatin(latin);
    }

    /** Returns the code of a word in small Latin letters, with or without marks. */
    static byte[] ofLatin(String latin) {
        String word = latin;
        if (word.length() > 1 && word.charAt(0) == 'x' && "aeiou".indexOf(word.charAt(1)) >= 0) {
            word = "sh" + word.substring(1); // pinyin, Somali and Basque begin words with it, Slavic languages never
        }
        if (word.endsWith("ou") || word.endsWith("au")) {
            word = word.substring(0, word.length() - 1) + "w"; // -ou, -au: the Belarusian ў of passports
        }
        if (word.endsWith("una") && word.length() > 5 && "aeo".indexOf(word.charAt(word.length() - 4)) >= 0) {
            word = word.substring(0, word.length() - 3) + "wna"; // -auna, -euna, -ouna: Belarusian patronymics of women
        }
        return finish(raw(word, LATIN));
    }

    /** Returns the code as text, for keys and explanations. */
    public static String text(byte[] code) {
        var out = new StringBuilder(code.length);
        for (byte sound : code) {
            out.append(SOUNDS.charAt(sound));
        }
        return out.toString();
    }

    private static StringBuilder raw(String word, Map<String, String> rules) {
        var out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            int taken = 1;
            for (int length = Math.min(LONGEST, word.length() - i); length > 0; length--) {
                String sounds = rules.get(word.substring(i, i + length));
                if (sounds != null) {
                    out.append(sounds);
                    taken = length;
                    break;
                }
            }
            i += taken;
        }
        return out;
    }

    /** i and y beside a vowel become j, doubled sounds one, and -ij, -yj, -y at the end i. */
    private static byte[] finish(StringBuilder raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == 'i' || c == 'y') {
                boolean before = i + 1 < raw.length() && vowel(raw.charAt(i + 1));
                boolean after = i > 0 && vowel(raw.charAt(i - 1));
                if (before || after) {
                    raw.setCharAt(i, 'j');
                }
            }
        }
        int length = raw.length();
        // -ij, -yj, -iy, -yi
        if (length > 2 && "ijy".indexOf(raw.charAt(length - 1)) >= 0 && "iy".indexOf(raw.charAt(length - 2)) >= 0) {
            raw.setLength(length - 1);
        }
        length = raw.length();
        if (length > 2 && raw.charAt(length - 1) == 'y') {
            raw.setCharAt(length - 1, 'i');
        }
        var code = new byte[raw.length()];
        int n = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            byte sound = c < 128 ? NUMBER[c] : -1;
            if (sound >= 0 && (n == 0 || code[n - 1] != sound)) {
                code[n++] = sound;
            }
        }
        return java.util.Arrays.copyOf(code, n);
    }

    private static boolean vowel(char c) {
        return "aeou".indexOf(c) >= 0;
    }

    /** Returns the weight of a code: a consonant 1, a vowel half, j a tenth. */
    static float mass(byte[] code) {
        float mass = 0;
        for (byte sound : code) {
            mass += sound < VOWELS ? 0.5f : sound == J ? 0.1f : 1;
        }
        return Math.max(mass, 0.5f);
    }

    /** The same for scripts that write few vowels: a vowel .15. */
    static float firmMass(byte[] code) {
        float mass = 0;
        for (byte sound : code) {
            mass += sound < VOWELS ? 0.15f : sound == J ? 0.1f : 1;
        }
        return Math.max(mass, 0.5f);
    }
}
