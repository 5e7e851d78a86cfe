package parley.lists.difference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.lists.record.Listing;
import parley.lists.record.Name;
import parley.lists.source.Texts;

/**
 * What changed between two states of a list.
 *
 * @param added listings that are new
 * @param removed listings that are gone
 * @param changed listings that are in both and differ canonically
 * @param unchanged how many are equal
 */
public record Difference(List<Listing> added, List<Listing> removed, List<Change> changed, long unchanged) {
    public Difference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** What kind a change is; one record may have several. */
    public enum Kind {
        /** The act is newer, nothing else: the listing goes on. */
        PROLONGED("prolonged: only the act is newer"),
        RESTATED("restated under another act"),
        DELISTED("delisted, as the list says"),
        RELISTED("listed again"),
        NAMED("named: it had no name before"),
        RENAMED("primary name corrected"),
        ALIAS_ADDED("alias added"),
        ALIAS_REMOVED("alias removed"),
        BIRTH_CHANGED("date or place of birth changed"),
        IDENTIFIER_CHANGED("identifier changed"),
        PROGRAMME_CHANGED("programme changed"),
        MEASURE_CHANGED("measure changed"),
        REASON_AMENDED("reason amended"),
        DATE_CHANGED("date in law changed"),
        DETAIL_CHANGED("other detail changed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A field that changed: what went and what came. */
    public record FieldChange(String field, List<String> gone, List<String> come) {
        public FieldChange {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /** A listing before and after. */
    public record Change(Listing before, Listing after, Set<Kind> kinds, List<FieldChange> fields) {
        public Change {
            kinds = Set.copyOf(kinds);
            fields = List.copyOf(fields);
        }

        /** Kinds in words, in their order. */
        public String words() {
            return String.join("; ", kinds.stream().sorted().map(Kind::words).toList());
        }
    }

    /** Lists whose ids are places or numbers that are given again; elsewhere an id is for ever. */
    private static final Set<String> IDS_ARE_REUSED = Set.of("ca-sema", "au-dfat");

    /**
     * Compares two states. On lists that give their numbers again a key that now stands for somebody else is told
     * as removed and added, by content: no word of a name is shared and no date of birth or number agrees.
     */
    public static Difference between(Iterable<Listing> before, Iterable<Listing> after) {
        SortedMap<String, Listing> old = byId(before);
        SortedMap<String, Listing> now = byId(after);
        var added = new ArrayList<Listing>();
        var removed = new ArrayList<Listing>();
        var changed = new ArrayList<Change>();
        long unchanged = 0;
        for (Listing listing : now.values()) {
            Listing was = old.remove(listing.id());
            if (was == null) {
                added.add(listing);
                continue;
            }
            Canonical a = Canonical.of(was);
            Canonical b = Canonical.of(listing);
            if (a.equals(b)) {
                unchanged++;
            } else if (IDS_ARE_REUSED.contains(listing.list()) && isSomebodyElse(was, listing)) {
                removed.add(was);
                added.add(listing);
            } else {
                changed.add(change(was, listing, a, b));
            }
        }
        removed.addAll(old.values());
        removed.sort(java.util.Comparator.comparing(Listing::id));
        return new Difference(added, removed, changed, unchanged);
    }

    private static SortedMap<String, Listing> byId(Iterable<Listing> listings) {
        var all = new TreeMap<String, Listing>();
        listings.forEach(listing -> all.put(listing.id(), listing));
        return all;
    }

    private static boolean isSomebodyElse(Listing before, Listing after) {
        if (before.names().isEmpty() || after.names().isEmpty()) {
            return false;
        }
        Set<String> words = words(before);
        words.retainAll(words(after));
        boolean sharesBirth = before.traits().births().stream().anyMatch(b -> after.traits().births().stream().anyMatch(c -> b.isRead() && b.day() > 0 && b.shown().equals(c.shown())));
        boolean sharesNumber = before.traits().identifiers().stream().anyMatch(i -> after.traits().identifiers().stream().anyMatch(j -> i.number().equals(j.number())));
        return words.isEmpty() && !sharesBirth && !sharesNumber;
    }

    private static Set<String> words(Listing listing) {
        Set<String> words = new TreeSet<>();
        for (Name name : listing.names()) {
            for (String word : Texts.piecesAt(Texts.canonical(name.text()).toLowerCase(Locale.ROOT), " ", ",", "-", ".")) {
                if (word.length() > 2) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static Change change(Listing was, Listing now, Canonical a, Canonical b) {
        var fields = new ArrayList<FieldChange>();
        Set<String> names = new TreeSet<>(a.fields().keySet());
        names.addAll(b.fields().keySet());
        var none = new TreeSet<String>();
        for (String field : names) {
            var gone = new TreeSet<>(a.fields().getOrDefault(field, none));
            var come = new TreeSet<>(b.fields().getOrDefault(field, none));
            var same = new TreeSet<>(gone);
            same.retainAll(come);
            gone.removeAll(same);
            come.removeAll(same);
            if (!gone.isEmpty() || !come.isEmpty()) {
                fields.add(new FieldChange(field, List.copyOf(gone), List.copyOf(come)));
            }
        }
        return new Change(was, now, kinds(was, now, fields), fields);
    }

    private static Set<Kind> kinds(Listing was, Listing now, List<FieldChange> fields) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (FieldChange field : fields) {
            switch (field.field()) {
                case "act", "in force", "note: act" -> kinds.add(Kind.PROLONGED);
                case "act of a name" -> kinds.add(Kind.RESTATED);
                case "state" -> kinds.add(now.state() == Listing.State.DELISTED ? Kind.DELISTED : was.state() == Listing.State.DELISTED ? Kind.RELISTED : Kind.DATE_CHANGED);
                case "name" -> kinds.add(was.names().isEmpty() ? Kind.NAMED : Kind.RENAMED);
                case "alias" -> {
                    if (!field.come().isEmpty()) {
                        kinds.add(Kind.ALIAS_ADDED);
                    }
                    if (!field.gone().isEmpty()) {
                        kinds.add(Kind.ALIAS_REMOVED);
                    }
                }
                case "birth", "birth place" -> kinds.add(Kind.BIRTH_CHANGED);
                case "identifier" -> kinds.add(Kind.IDENTIFIER_CHANGED);
                case "programme" -> kinds.add(Kind.PROGRAMME_CHANGED);
                case "measure" -> kinds.add(Kind.MEASURE_CHANGED);
                case "reason" -> kinds.add(Kind.REASON_AMENDED);
                case "listed", "amended", "ends" -> kinds.add(Kind.DATE_CHANGED);
                default -> kinds.add(field.field().startsWith("note: ") && field.field().endsWith(", act") ? Kind.RESTATED : Kind.DETAIL_CHANGED);
            }
        }
        // A newer act beside something else is the act of that change, not a prolongation.
        if (kinds.size() > 1) {
            kinds.remove(Kind.PROLONGED);
        }
        return kinds;
    }

    /** How many records have each kind of change, in the order of the kinds. */
    public Map<Kind, Long> countsByKind() {
        var counts = new TreeMap<Kind, Long>();
        changed.forEach(change -> change.kinds().forEach(kind -> counts.merge(kind, 1L, Long::sum)));
        return counts;
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
