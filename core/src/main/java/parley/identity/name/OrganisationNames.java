package parley.identity.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import parley.identity.Subject;

/** Prepares names of organisations and vessels. */
final class OrganisationNames {
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\p{L}\\p{M}])((?:\\p{L}[./]){2,}\\p{L}?)(?![\\p{L}\\p{M}])");
    private static final Pattern DIGITS_MEET_LETTERS =
            Pattern.compile("(?<=\\d)(?!(?i:st|nd|rd|th)\\b)(?=\\p{L})|(?<=\\p{L})(?=\\d)");
    private static final Pattern POSSESSIVE = Pattern.compile("(?i)(?<=\\p{L}{3})['\u2019]s\\b");
    private static final int SHORT_FORM = 4;

    private OrganisationNames() {}

    static List<PreparedName> prepare(Subject.Name name, PreparedName.Form form) {
        boolean weak = name.quality() == Subject.Quality.WEAK;
        var found = new LinkedHashMap<String, PreparedName>();
        for (String reading : readings(name.text())) {
            found.putIfAbsent(reading.strip(), whole(reading, form, weak));
        }
        return List.copyOf(found.values());
    }

    /** Brackets hold a country or a short name: the whole is one reading, a long alternative another. */
    private static List<String> readings(String text) {
        int slash = text.indexOf('/');
        if (slash > 3 && slash < text.length() - 4 && (text.charAt(slash - 1) == ' ' || text.length() > 16)) {
            return List.of(text.substring(0, slash), text.substring(slash + 1), text);
        }
        int open = text.indexOf('(');
        int close = open < 0 ? -1 : text.indexOf(')', open);
        if (open > 0 && close > open + 6) {
            return List.of(text, text.substring(open + 1, close));
        }
        return List.of(text);
    }

    private static PreparedName whole(String text, PreparedName.Form form, boolean weak) {
        String clean = Cleaning.clean(POSSESSIVE.matcher(text).replaceAll(""))
                .replace("&", " and ")
                .replace("+", " and ")
                .replace("%", "percent ");
        clean = clean.replace("percent ers", "percenters");
        clean = DOTTED.matcher(clean)
                .replaceAll(m -> m.group(1).replace(".", "").replace("/", "") + " ");
        var words = new ArrayList<String>();
        for (String word : Words.split(clean)) {
            for (String piece : DIGITS_MEET_LETTERS.split(word, -1)) {
                words.add(piece);
            }
        }
        joinLetters(words);
        partFormGluedOn(words);
        var removed = new ArrayList<String>();
        int forms = form == PreparedName.Form.VESSEL ? 0 : takeOffForms(words, removed);
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < words.size(); i++) {
            i += add(words, i, tokens);
        }
        if (tokens.isEmpty()) {
            words.stream().map(word -> Words.token(word).build()).forEach(tokens::add);
        }
        if (tokens.isEmpty()) {
            removed.stream().map(word -> Words.token(word).build()).forEach(tokens::add);
        }
        return new PreparedName(
                text,
                form,
                tokens.toArray(Token[]::new),
                new byte[tokens.size()],
                false,
                forms,
                List.copyOf(removed),
                weak);
    }

    /** A B C is one acronym. */
    private static void joinLetters(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (isLetter(words.get(i)) && isLetter(words.get(i + 1))) {
                var joined = new StringBuilder(words.get(i));
                while (i + 1 < words.size() && isLetter(words.get(i + 1))) {
                    joined.append(words.remove(i + 1));
                }
                words.set(i, joined.toString());
            }
        }
    }

    private static boolean isLetter(String word) {
        return word.length() == 1
                && Character.isLetter(word.charAt(0))
                && !Reading.isLoose(Character.UnicodeScript.of(word.charAt(0)));
    }

    /** SiemensAG: a form in capitals behind small letters. */
    private static void partFormGluedOn(List<String> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.get(i);
            int capital = word.length() - 1;
            while (capital > 0 && Character.isUpperCase(word.charAt(capital))) {
                capital--;
            }
            capital++;
            if (capital > 2
                    && capital < word.length() - 1
                    && Character.isLowerCase(word.charAt(capital - 1))
                    && WordLists.LEGAL.containsKey(WordLists.folded(word.substring(capital)))) {
                words.set(i, word.substring(0, capital));
                words.add(i + 1, word.substring(capital));
            }
        }
    }

    /** Takes legal forms off and returns the families found, a bit each. Short ones count only at either end. */
    private static int takeOffForms(List<String> words, List<String> removed) {
        var folded = new ArrayList<String>();
        words.forEach(word -> folded.add(WordLists.folded(word)));
        int families = 0;
        for (int length = Math.min(WordLists.LONGEST_LEGAL, words.size()); length > 0; length--) {
            for (int from = words.size() - length; from >= 0; from--) {
                if (length >= words.size() || from + length > words.size()) {
                    continue;
                }
                String phrase = String.join(" ", folded.subList(from, from + length));
                int family = family(phrase, from == 0, from + length == words.size(), length);
                if (family >= 0) {
                    families |= 1 << family;
                    removed.add(String.join(" ", words.subList(from, from + length)));
                    words.subList(from, from + length).clear();
                    folded.subList(from, from + length).clear();
                }
            }
        }
        // What was hidden behind a form at the end may now stand there.
        for (boolean again = true; again && words.size() > 1; ) {
            again = false;
            for (int at : new int[] {words.size() - 1, 0}) {
                Integer family = WordLists.LEGAL.get(folded.get(at));
                if (family != null && words.size() > 1) {
                    families |= 1 << family;
                    removed.add(words.remove(at));
                    folded.remove(at);
                    again = true;
                }
            }
        }
        return families;
    }

    private static int family(String phrase, boolean first, boolean last, int length) {
        Integer exact = WordLists.LEGAL.get(phrase);
        if (exact != null) {
            return length > 1 && phrase.length() > SHORT_FORM + 2 || phrase.length() > 9 || first || last ? exact : -1;
        }
        if (phrase.length() < 10) {
            return -1;
        }
        int allowed = phrase.length() >= 16 ? 2 : 1;
        for (String known : WordLists.LONG_LEGAL.getOrDefault(phrase.substring(0, 2), List.of())) {
            if (Math.abs(known.length() - phrase.length()) <= allowed && within(known, phrase, allowed)) {
                return WordLists.LEGAL.getOrDefault(known, -1);
            }
        }
        return -1;
    }

    /** Returns whether at most so many letters differ (Levenshtein). */
    static boolean within(String a, String b, int most) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = row[0];
            for (int j = 1; j <= b.length(); j++) {
                int up = row[j];
                row[j] =
                        Math.min(Math.min(up, row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = up;
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return false;
            }
        }
        return row[b.length()] <= most;
    }

    /** Adds what the word at {@code i} is; returns how many further words it took. */
    private static int add(List<String> words, int i, List<Token> tokens) {
        String word = words.get(i);
        Token.Builder token = Words.token(word);
        int number = number(word, token.folded, i > 0);
        if (number >= 0) {
            int taken = 0;
            if (number >= 20 && number < 100 && number % 10 == 0 && i + 1 < words.size()) {
                String next = words.get(i + 1);
                int unit = number(next, WordLists.folded(next), false);
                if (unit > 0 && unit < 10 && !Character.isDigit(word.charAt(0))) {
                    number += unit;
                    taken = 1;
                }
            }
            token.kind = Token.Kind.NUMBER;
            token.number = number;
            tokens.add(token.build());
            return taken;
        }
        WordLists.Shared shared = shared(word, token.folded);
        if (shared != null) {
            token.kind = Token.Kind.SHARED;
            token.group = shared.group();
            token.weight = shared.weight();
        }
        token.alternative = adjective(token);
        tokens.add(token.build());
        return 0;
    }

    private static int number(String word, String folded, boolean mayBeRoman) {
        int digits = Words.digits(folded);
        if (digits >= 0) {
            return digits;
        }
        int roman = mayBeRoman ? Words.roman(word) : -1;
        return roman > 0 ? roman : WordLists.NUMBERS.getOrDefault(folded, -1);
    }

    private static WordLists.@org.jspecify.annotations.Nullable Shared shared(String word, String folded) {
        Map<String, WordLists.Shared> all = WordLists.SHARED;
        WordLists.Shared found = all.get(folded);
        if (found == null
                && word.length() > 4
                && Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.CYRILLIC) {
            found = all.get("~" + WordLists.stem(word.toLowerCase(Locale.ROOT)));
        }
        return found;
    }

    /** Муромский stands for Murom: the code without the ending of an adjective made of a place. */
    private static byte @org.jspecify.annotations.Nullable [] adjective(Token.Builder token) {
        String text = PhoneticCode.text(token.code);
        for (String ending : List.of("skaja", "skoje", "skoe", "skaje", "skae", "skij", "ski")) {
            if (text.endsWith(ending) && text.length() - ending.length() >= 4) {
                return Words.bytes(text.substring(0, text.length() - ending.length()));
            }
        }
        return null;
    }
}
