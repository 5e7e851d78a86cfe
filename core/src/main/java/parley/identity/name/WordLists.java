package parley.identity.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import parley.identity.Scripts;

/** Words that are no name: particles, titles, legal forms, what organisations share, numbers. All by their folded spelling. */
final class WordLists {
    static final Set<String> PARTICLES = new HashSet<>();
    static final Set<String> WEAK = new HashSet<>();
    static final Set<String> TITLES = new HashSet<>();
    static final Set<String> SUFFIXES = new HashSet<>();
    static final Set<String> PLACEHOLDERS = new HashSet<>();

    /** Value of a number in words. */
    static final Map<String, Integer> NUMBERS = new HashMap<>();

    /** What organisations share: group and weight by word, and by stem for words of Cyrillic script. */
    record Shared(int group, String key, float weight) {}

    static final Map<String, Shared> SHARED = new HashMap<>();

    /** Legal forms: family by phrase (words with blanks between), and the long ones by their first two letters. */
    static final Map<String, Integer> LEGAL = new HashMap<>();

    static final Map<String, List<String>> LONG_LEGAL = new HashMap<>();
    static final List<String> LEGAL_FAMILIES = new ArrayList<>();
    static final int LONGEST_LEGAL = 7;

    private static final List<String> ENDINGS = List.of(
            "ского", "ская", "ские", "скай", "ого", "его", "ому", "ему", "ыми", "ими", "ага", "яга", "ай", "ый", "ий",
            "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ым", "им", "ых", "их", "ам", "ах", "ов", "ев", "аў", "ия", "ии",
            "ию", "ія", "іі", "а", "у", "ы", "і", "и", "е", "я", "ю", "о", "ь", "й");

    static {
        readPersonWords();
        for (String line : Resource.lines("numbers.txt")) {
            int colon = line.indexOf(':');
            int value = Integer.parseInt(line.substring(0, colon));
            for (String word : line.substring(colon + 2).split(" ", -1)) {
                NUMBERS.putIfAbsent(folded(word), value);
            }
        }
        int group = 0;
        for (String line : Resource.lines("organisation-words.txt")) {
            int colon = line.indexOf(':');
            String[] head = line.substring(0, colon).split(" ", -1);
            var shared = new Shared(group++, head[0], Float.parseFloat(head[1]));
            for (String word : line.substring(colon + 2).split(" ", -1)) {
                String cleaned = Cleaning.clean(word).replace("-", "").replace("_", "");
                SHARED.putIfAbsent(folded(cleaned), shared);
                if (Scripts.mainScript(cleaned) == Character.UnicodeScript.CYRILLIC) {
                    SHARED.putIfAbsent("~" + stem(cleaned.toLowerCase(Locale.ROOT)), shared);
                }
            }
        }
        readLegalForms();
    }

    private WordLists() {}

    private static void readPersonWords() {
        Set<String> into = PARTICLES;
        for (String line : Resource.lines("person-words.txt")) {
            switch (line) {
                case "[particle]" -> into = PARTICLES;
                case "[weak]" -> into = WEAK;
                case "[title]" -> into = TITLES;
                case "[suffix]" -> into = SUFFIXES;
                case "[placeholder]" -> into = PLACEHOLDERS;
                default -> {
                    for (String word : line.split(" ", -1)) {
                        into.add(folded(word));
                    }
                }
            }
        }
        PARTICLES.remove("");
        PLACEHOLDERS.remove("");
    }

    private static void readLegalForms() {
        for (String line : Resource.lines("legal-forms.txt")) {
            int colon = line.indexOf(':');
            int family = LEGAL_FAMILIES.size();
            LEGAL_FAMILIES.add(line.substring(0, colon));
            for (String phrase : line.substring(colon + 1).split(";", -1)) {
                var words = new ArrayList<String>();
                for (String word :
                        Cleaning.clean(phrase).strip().replace("-", " ").split(" ", -1)) {
                    words.add(folded(word));
                }
                String key = String.join(" ", words).strip();
                if (key.isEmpty()) {
                    continue;
                }
                LEGAL.putIfAbsent(key, family);
                if (key.length() >= 10) {
                    LONG_LEGAL
                            .computeIfAbsent(key.substring(0, 2), _ -> new ArrayList<>())
                            .add(key);
                }
            }
        }
    }

    /** Returns the word in small Latin letters without marks, dots and blanks. */
    static String folded(String word) {
        String cleaned = Cleaning.clean(word);
        return Reading.fold(Reading.toLatin(cleaned, Scripts.mainScript(cleaned)));
    }

    /** Returns a word of Cyrillic script without the ending of its case. */
    static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 4) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
