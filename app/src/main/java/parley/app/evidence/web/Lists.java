package parley.app.evidence.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.app.cases.Noted;
import parley.app.evidence.Book;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.evidence.ListSnapshot;
import parley.evidence.Snapshots;

/** The lists a visitor may see, as known on the day of knowledge looked at. A list is only ever a list at a date. */
public final class Lists {
    private static final Map<Character, String> LATIN = latin();

    private final Seen seen;
    private final Map<String, Noted> taken = new LinkedHashMap<>();
    private final Map<String, String> left = new HashMap<>();

    private Lists(Seen seen) {
        this.seen = seen;
        for (Noted n : seen.visit().known().noted()) {
            switch (n.deed()) {
                case Deed.ListTaken d -> taken.putIfAbsent(d.id(), n);
                case Deed.ListLeft(String snapshot, String key, String why) -> left.put(snapshot + " " + key, why);
                case null, default -> {}
            }
        }
    }

    static Lists of(Seen seen) {
        return new Lists(seen);
    }

    /** One publisher's list by one set of criteria, the newest date first. */
    public record Series(String publisher, String title, String criteria, List<ListSnapshot> snapshots) {}

    /** Returns the lists by publisher and criteria. */
    List<Series> series() {
        Map<List<String>, List<ListSnapshot>> grouped =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        all().forEach(s -> grouped.computeIfAbsent(List.of(s.publisher(), s.criteria()), _ -> new ArrayList<>())
                .add(s));
        return grouped.entrySet().stream()
                .map(g -> new Series(
                        g.getKey().getFirst(),
                        seen.publisherTitle(g.getKey().getFirst()),
                        g.getKey().getLast(),
                        g.getValue().stream()
                                .sorted(java.util.Comparator.comparing(ListSnapshot::asOf)
                                        .thenComparing(ListSnapshot::obtained)
                                        .reversed())
                                .toList()))
                .toList();
    }

    /** Returns the source of an item that was just filed. */
    static String sourceOf(Book book, String item) {
        Entry entry = book.entryOfItem(item);
        if (entry == null || !(Deeds.of(entry) instanceof Deed.ItemFiled d)) {
            throw new IllegalStateException("The item %s was not filed.".formatted(item));
        }
        return d.source();
    }

    /** Returns every snapshot the visitor may read. */
    List<ListSnapshot> all() {
        return seen.state().snapshots().stream()
                .filter(s -> taken.containsKey(s.id()))
                .toList();
    }

    @Nullable
    ListSnapshot one(String id) {
        return all().stream().filter(s -> s.id().equals(id)).findFirst().orElse(null);
    }

    /** Returns the entry that took a list. */
    @Nullable
    Entry entry(String id) {
        Noted n = taken.get(id);
        return n == null ? null : n.entry();
    }

    /** Returns the item a list was read from. */
    String item(String id) {
        Noted n = taken.get(id);
        return n != null && n.deed() instanceof Deed.ListTaken d ? d.item() : "";
    }

    /** Returns all dates of the same list. */
    List<ListSnapshot> sameList(ListSnapshot s) {
        return all().stream()
                .filter(o -> o.publisher().equals(s.publisher()) && o.criteria().equals(s.criteria()))
                .sorted(java.util.Comparator.comparing(ListSnapshot::asOf).thenComparing(ListSnapshot::obtained))
                .toList();
    }

    /** Returns why a row is not on a list any more; {@code unknown} as long as nobody said. */
    String left(String snapshot, String key) {
        return left.getOrDefault(snapshot + " " + key, "unknown");
    }

    /** Returns for each list its newest date as of a day. */
    List<ListSnapshot> at(LocalDate day) {
        List<ListSnapshot> found = new ArrayList<>();
        for (Series s : series()) {
            ListSnapshot at = Snapshots.at(s.snapshots(), s.publisher(), s.criteria(), day);
            if (at != null) {
                found.add(at);
            }
        }
        return found;
    }

    /** Returns the keys that a line of somebody's own list may mean: a key as it is, or a name that reads the same. */
    SortedSet<String> keys(String line) {
        var found = new TreeSet<String>();
        for (ListSnapshot s : all()) {
            s.rows().forEach((key, fields) -> {
                if (key.equals(line) || folded(name(key, fields)).equals(folded(line))) {
                    found.add(key);
                }
            });
        }
        return found;
    }

    /** A row as shown: what it is called, and its other fields. */
    public record Row(String key, String name, SortedMap<String, String> fields) {}

    static Row row(ListSnapshot s, String key) {
        Map<String, String> fields = s.rows().getOrDefault(key, Map.of());
        var other = new TreeMap<>(fields);
        other.keySet().removeAll(List.of("name", "key", "id"));
        return new Row(key, name(key, fields), other);
    }

    static String name(String key, Map<String, String> fields) {
        return fields.getOrDefault("name", key.substring(key.indexOf(':') + 1));
    }

    /** Two rows that may be one person: what agrees, what differs, in which script each name is written. */
    public record Pair(
            Row one,
            Row other,
            SortedSet<String> agree,
            SortedSet<String> differ,
            SortedSet<String> onOneSide,
            String scripts) {
        static Pair of(ListSnapshot a, String one, ListSnapshot b, String other) {
            Snapshots.Agreement found = Snapshots.Agreement.of(a, one, b, other);
            Row first = row(a, one);
            Row second = row(b, other);
            return new Pair(
                    first,
                    second,
                    found.agree(),
                    found.differ(),
                    found.onOneSide(),
                    script(first.name()) + " and " + script(second.name()));
        }
    }

    /** Proposes pairs of two lists that nobody has matched: names that read the same in Latin letters, in any order of their parts. */
    static List<Pair> candidates(ListSnapshot a, Collection<String> onlyA, ListSnapshot b, Collection<String> onlyB) {
        Map<String, List<String>> byName = new HashMap<>();
        onlyB.forEach(key -> byName.computeIfAbsent(
                        folded(name(key, b.rows().getOrDefault(key, Map.of()))), _ -> new ArrayList<>())
                .add(key));
        List<Pair> pairs = new ArrayList<>();
        for (String key : onlyA) {
            String name = folded(name(key, a.rows().getOrDefault(key, Map.of())));
            byName.getOrDefault(name, List.of()).forEach(other -> pairs.add(Pair.of(a, key, b, other)));
        }
        return pairs;
    }

    /** Returns which letters a name is written in. */
    static String script(String name) {
        return name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                ? "Cyrillic"
                : "Latin";
    }

    /** Brings a name to plain Latin letters, its parts in alphabetical order. It proposes; it never decides. */
    static String folded(String name) {
        var out = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            out.append(LATIN.getOrDefault(c, String.valueOf(c)));
        }
        String plain = Normalizer.normalize(out, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('w', 'v')
                .replaceAll("[^a-z0-9 -]", "");
        String[] parts = plain.strip().split("[ -]+", -1);
        Arrays.sort(parts);
        return String.join(" ", parts);
    }

    /** Belarusian and Russian letters as the national system of 2007 and common practice write them. */
    private static Map<Character, String> latin() {
        String[] pairs =
                ("а a б b в v г h ґ g д d е e ё io ж zh з z и i і i й i к k л l м m н n о o п p р r с s т t у u "
                                + "ў u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю iu я ia ’  ' ")
                        .split(" ", -1);
        Map<Character, String> letters = new HashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i].isEmpty()) {
                letters.put(pairs[i].charAt(0), pairs[i + 1]);
            }
        }
        return letters;
    }
}
