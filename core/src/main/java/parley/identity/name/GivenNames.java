package parley.identity.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.identity.Scripts;

/** The dictionary of given names: which spellings are one name, and which names a patronymic is made from. */
final class GivenNames {
    private static final Map<String, int[]> STRONG = new HashMap<>();
    private static final Map<String, int[]> WEAK = new HashMap<>();
    private static final Map<String, int[]> FATHERS = new HashMap<>();
    private static final List<String> TITLES = new ArrayList<>();
    private static final String[] SUFFIXES = {
        "aviC", "oviC", "eviC", "iviC", "uviC", "javiC", "avic", "ovic", "evic", "avna", "ovna", "evna", "ivna",
        "iniCna", "iCna", "auna", "iC"
    };

    static {
        for (String line : Resource.lines("given-names.txt")) {
            int group = TITLES.size();
            boolean nick = false;
            for (String form : line.split(" ", -1)) {
                if (form.equals("~")) {
                    nick = true;
                    continue;
                }
                String key = key(code(form));
                if (key.isEmpty()) {
                    continue;
                }
                add(nick ? WEAK : STRONG, key, group);
                if (!nick) {
                    addFather(key, group);
                }
            }
            TITLES.add(line.split(" ", 2)[0]);
        }
    }

    private GivenNames() {}

    private static byte[] code(String form) {
        String cleaned = Cleaning.clean(form).replace(" ", "").replace("-", "");
        var script = Scripts.mainScript(cleaned);
        return PhoneticCode.of(cleaned.toLowerCase(Locale.ROOT), Reading.toLatin(cleaned, script), script);
    }

    private static void add(Map<String, int[]> into, String key, int group) {
        into.merge(key, new int[] {group}, (a, b) -> {
            if (a[a.length - 1] == b[0]) {
                return a;
            }
            int[] both = Arrays.copyOf(a, a.length + 1);
            both[a.length] = b[0];
            return both;
        });
    }

    private static void addFather(String key, int group) {
        String stem = trim(key);
        if (stem.length() < 2) {
            return;
        }
        add(FATHERS, stem, group);
        int last = stem.length() - 1;
        if (last >= 2 && "aeo".indexOf(stem.charAt(last - 1)) >= 0) {
            add(FATHERS, stem.substring(0, last - 1) + stem.charAt(last), group); // Павел, Паўлавіч; Лев, Львович
        }
    }

    /** Sounds that the languages around write for each other count as one in a key. */
    static String key(byte[] code) {
        String key = PhoneticCode.text(code)
                .replace('h', 'g')
                .replace('x', 'g')
                .replace('w', 'v')
                .replace('y', 'i');
        return key.startsWith("je") ? key.substring(1) : key;
    }

    private static String trim(String key) {
        int end = key.length();
        while (end > 2 && "aeiouj".indexOf(key.charAt(end - 1)) >= 0) {
            end--;
        }
        return key.substring(0, end);
    }

    static int[] strong(String key) {
        return STRONG.getOrDefault(key, Token.NONE);
    }

    static int[] weak(String key) {
        return WEAK.getOrDefault(key, Token.NONE);
    }

    /** Returns whether the word has the ending of a patronymic; short ones count only if the father's name is known. */
    static boolean isPatronymic(String key) {
        for (String suffix : SUFFIXES) {
            if (key.endsWith(suffix) && key.length() >= suffix.length() + 2) {
                return suffix.length() > 3 || father(key).length > 0;
            }
        }
        return false;
    }

    static int[] father(String key) {
        for (String suffix : SUFFIXES) {
            if (key.endsWith(suffix) && key.length() >= suffix.length() + 2) {
                int[] found = FATHERS.get(trim(key.substring(0, key.length() - suffix.length())));
                if (found != null) {
                    return found;
                }
            }
        }
        return Token.NONE;
    }

    /** Returns how the dictionary heads a group. */
    static String title(int group) {
        return TITLES.get(group);
    }
}
