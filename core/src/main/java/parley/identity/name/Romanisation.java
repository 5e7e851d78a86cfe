package parley.identity.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One official table for writing a Cyrillic alphabet in Latin letters, and the way back.
 *
 * <p>The tables stand in {@code romanisation.txt}; each is proved against the examples stated by those who made it.
 */
public final class Romanisation {
    private static final Map<String, Romanisation> ALL = read();
    private static final int LONGEST = 2;
    private static final String VOWELS = "аеёіиоуыэюяєїьъйў'";

    private final String name;
    private final Map<String, String> rules;
    private final Map<String, String> back;
    private final int longestBack;

    private Romanisation(String name, Map<String, String> rules) {
        this.name = name;
        this.rules = rules;
        this.back = reverse(rules);
        this.longestBack = back.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Returns the names of all tables, sorted. */
    public static List<String> names() {
        return ALL.keySet().stream().filter(name -> !name.startsWith("base-")).toList();
    }

    /** @throws IllegalArgumentException if no table has this name */
    public static Romanisation named(String name) {
        Romanisation found = ALL.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No romanisation is called %s; there are %s.".formatted(name, names()));
        }
        return found;
    }

    public String name() {
        return name;
    }

    /** Returns the text in Latin letters. What the table does not name stays as it is. Upper case follows the source. */
    public String toLatin(String text) {
        var out = new StringBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); ) {
            int taken = 1;
            String target = null;
            for (int length = Math.min(LONGEST, text.length() - i); length > 0 && target == null; length--) {
                String source = unify(text.substring(i, i + length).toLowerCase(Locale.ROOT));
                target = target(text, i, source);
                taken = length;
            }
            if (target == null) {
                out.append(text.charAt(i));
                i++;
                continue;
            }
            out.append(cased(text, i, taken, target));
            i += taken;
        }
        return out.toString();
    }

    private @Nullable String target(String text, int at, String source) {
        char before = at == 0 ? ' ' : Character.toLowerCase(text.charAt(at - 1));
        if (isApostrophe(before)) {
            before = '\'';
        }
        if (!Character.isLetter(before) && before != '\'') {
            String first = rules.get("^" + source);
            if (first != null) {
                return first;
            }
        }
        if (VOWELS.indexOf(before) >= 0) {
            String after = before == 'ы' ? null : rules.get("v" + source);
            if (after == null) {
                after = rules.get("V" + source);
            }
            if (after != null) {
                return after;
            }
        }
        return rules.get(source);
    }

    /** A capital alone gives {@code Zh}, one among capitals {@code ZH}. */
    private static String cased(String text, int at, int length, String target) {
        String source = text.substring(at, at + length);
        if (length > 1 && source.chars().anyMatch(Character::isUpperCase)) {
            if (source.chars().allMatch(c -> !Character.isLetter(c) || Character.isUpperCase(c))) {
                return target.toUpperCase(Locale.ROOT);
            }
            return capitalOrSecond(source, target);
        }
        if (target.isEmpty() || !Character.isUpperCase(source.charAt(0))) {
            return target;
        }
        char next = at + length < text.length() ? text.charAt(at + length) : ' ';
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        boolean shouted = Character.isLetter(next)
                ? Character.isUpperCase(next)
                : Character.isUpperCase(before) || isApostrophe(next) && Character.isUpperCase(before);
        return shouted ? target.toUpperCase(Locale.ROOT) : capital(target);
    }

    private static String capitalOrSecond(String source, String target) {
        if (Character.isUpperCase(source.charAt(0))) {
            return capital(target);
        }
        int dot = target.indexOf('·');
        return dot < 0 ? target : target.substring(0, dot + 1) + capital(target.substring(dot + 1));
    }

    private static String capital(String target) {
        return target.substring(0, 1).toUpperCase(Locale.ROOT) + target.substring(1);
    }

    /**
     * Returns a Cyrillic text that this table writes like {@code latin}, the longest reading first. Where a table drops a
     * letter (a soft sign, an apostrophe), it is not invented.
     */
    public String toCyrillic(String latin) {
        var out = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); ) {
            int taken = 0;
            for (int length = Math.min(longestBack, latin.length() - i); length > 0 && taken == 0; length--) {
                String piece = latin.substring(i, i + length);
                String source = back.get(piece.toLowerCase(Locale.ROOT));
                if (source != null) {
                    boolean upper = Character.isUpperCase(piece.charAt(0));
                    out.append(upper ? source.toUpperCase(Locale.ROOT) : source);
                    taken = length;
                }
            }
            if (taken == 0) {
                out.append(latin.charAt(i));
                taken = 1;
            }
            i += taken;
        }
        return out.toString();
    }

    /** The plain rule of a letter comes before those for a place in the word; of equals the first in the table wins. */
    private static Map<String, String> reverse(Map<String, String> rules) {
        var back = new LinkedHashMap<String, String>();
        for (boolean plain : new boolean[] {true, false}) {
            rules.forEach((source, target) -> {
                boolean placed = "^Vv".indexOf(source.charAt(0)) >= 0;
                if (placed != plain && !target.isEmpty()) {
                    back.putIfAbsent(target, placed ? source.substring(1) : source);
                }
            });
        }
        return back;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '\u00B4' || c == '`';
    }

    private static String unify(String source) {
        var out = new StringBuilder(source);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            // The Latin i and ë inside Cyrillic words are as old as typewriters.
            out.setCharAt(i, isApostrophe(c) ? '\'' : c == 'i' ? 'і' : c == 'ë' ? 'ё' : c);
        }
        return out.toString();
    }

    private static Map<String, Romanisation> read() {
        var all = new TreeMap<String, Romanisation>();
        Map<String, String> rules = new LinkedHashMap<>();
        String name = "";
        for (String line : Resource.lines("romanisation.txt")) {
            if (line.startsWith("[")) {
                add(all, name, rules);
                String[] head = line.substring(1, line.indexOf(']')).split(": ", -1);
                name = head[0];
                rules = head.length == 1
                        ? new LinkedHashMap<>()
                        : new LinkedHashMap<>(Collections.unmodifiableMap(named(all, head[1]).rules));
                continue;
            }
            for (String rule : new ArrayList<>(List.of(line.split(" ", -1)))) {
                int equals = rule.indexOf('=');
                rules.put(rule.substring(0, equals), rule.substring(equals + 1));
            }
        }
        add(all, name, rules);
        return all;
    }

    private static Romanisation named(Map<String, Romanisation> all, String name) {
        Romanisation found = all.get(name);
        if (found == null) {
            throw new IllegalStateException("romanisation.txt builds on %s before it is told.".formatted(name));
        }
        return found;
    }

    private static void add(Map<String, Romanisation> all, String name, Map<String, String> rules) {
        if (!name.isEmpty()) {
            all.put(name, new Romanisation(name, rules));
        }
    }
}
