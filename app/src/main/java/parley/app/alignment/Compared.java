package parley.app.alignment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.app.lists.OfficialLists;
import parley.identity.match.Band;
import parley.identity.resolver.Resolution;
import parley.lists.alignment.Alignment;
import parley.lists.intake.Card;
import parley.lists.record.Listing;
import parley.lists.register.Entry;
import parley.lists.screening.Hit;
import parley.lists.screening.LiveIndex;

/**
 * The partners' lists held against a reference list, by subject.
 *
 * @param names the name to show, by subject
 * @param reasons what each partner publishes as reason, by subject and partner
 * @param keys the record of the reference list, by subject
 * @param joined how many subjects have a confirmed identity on another list
 */
record Compared(
        String reference,
        List<Alignment.Line> lines,
        Alignment.Matrix matrix,
        Map<String, String> names,
        Map<String, String> keys,
        Map<String, Map<String, String>> reasons,
        int joined) {

    static Compared of(
            OfficialLists lists,
            Resolution resolution,
            Set<String> apart,
            String caseName,
            String reference,
            LocalDate day) {
        Map<String, Entry> live = lists.live();
        LiveIndex index = lists.index();
        String partner = partner(reference);
        var lines = new ArrayList<Alignment.Line>();
        var names = new TreeMap<String, String>();
        var keys = new TreeMap<String, String>();
        var reasons = new TreeMap<String, Map<String, String>>();
        var byKey = new LinkedHashMap<String, Listing>();
        live.forEach((list, entry) -> {
            if (list.equals(reference) || !partner(list).equals(partner)) {
                lists.listings(entry).forEach(l -> byKey.put(l.list() + ":" + l.id(), l));
            }
        });
        var conflicting = new HashSet<String>();
        resolution.conflicts().forEach(c -> conflicting.add(c.cluster()));
        Card card = Card.of(reference);
        int joined = 0;
        for (Listing of : live.containsKey(reference) ? lists.listings(live.get(reference)) : List.<Listing>of()) {
            if (card == null || !card.isOf(caseName, of.programmes())) {
                continue;
            }
            String key = of.list() + ":" + of.id();
            String subject = resolution.canonical(key);
            names.put(subject, of.shownName());
            keys.put(subject, key);
            lines.add(line(partner, subject, of, caseName, true));
            Set<String> members = resolution.members(key) == null || conflicting.contains(subject)
                    ? new TreeSet<>()
                    : new TreeSet<>(resolution.members(key));
            members.remove(key);
            members.forEach(other -> add(lines, reasons, subject, byKey.get(other), caseName, true));
            joined += members.stream().anyMatch(byKey::containsKey) ? 1 : 0;
            for (Hit hit : index.alike(key)) {
                boolean likely = hit.band() == Band.CONFIRMED_IDENTIFIER
                        || hit.band() == Band.PROBABLE
                        || hit.band() == Band.POSSIBLE;
                if (likely && !members.contains(hit.key()) && !apart.contains(pair(key, hit.key()))) {
                    add(lines, reasons, subject, byKey.get(hit.key()), caseName, false);
                }
            }
        }
        var stale = new TreeSet<String>();
        var fresh = new TreeSet<String>();
        for (OfficialLists.Status s : lists.status(caseName)) {
            if (s.live() != null) {
                (s.stale() ? stale : fresh).add(partner(s.card().id()));
            }
        }
        stale.removeAll(fresh);
        fresh.addAll(stale);
        fresh.remove(partner);
        Alignment.Matrix matrix = complete(Alignment.matrix(lines, partner, day, stale), fresh, stale);
        return new Compared(reference, lines, matrix, names, keys, reasons, joined);
    }

    /** A partner whose lists name nobody of the reference has a column too: what it does not list is a gap. */
    private static Alignment.Matrix complete(Alignment.Matrix matrix, Set<String> partners, Set<String> stale) {
        Map<String, Map<String, Alignment.Cell>> cells = new TreeMap<>();
        matrix.cells().forEach((subject, row) -> {
            var whole = new TreeMap<>(row);
            partners.forEach(
                    p -> whole.putIfAbsent(p, stale.contains(p) ? Alignment.Cell.UNKNOWN : Alignment.Cell.NOT_LISTED));
            cells.put(subject, whole);
        });
        return new Alignment.Matrix(matrix.reference(), matrix.day(), cells);
    }

    private static void add(
            List<Alignment.Line> lines,
            Map<String, Map<String, String>> reasons,
            String subject,
            @Nullable Listing other,
            String caseName,
            boolean confirmed) {
        if (other == null) {
            return;
        }
        lines.add(line(partner(other.list()), subject, other, caseName, confirmed));
        if (confirmed && !other.reasons().isEmpty()) {
            reasons.computeIfAbsent(subject, _ -> new TreeMap<>())
                    .putIfAbsent(partner(other.list()), other.reasons().getFirst());
        }
    }

    private static Alignment.Line line(String partner, String subject, Listing l, String caseName, boolean confirmed) {
        Card card = Card.of(l.list());
        LocalDate ended = l.state() == Listing.State.DELISTED
                ? LocalDate.MIN
                : day(l.dates().ends());
        return new Alignment.Line(
                partner,
                subject,
                day(l.dates().listed()),
                l.dates().notLaterThan(),
                ended,
                card != null && card.isOf(caseName, l.programmes()),
                Set.copyOf(l.measures()),
                confirmed);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The partner whose list it is, for example {@code EU} of {@code eu-fsf}. */
    static String partner(String list) {
        String country = list.substring(0, list.indexOf('-')).toUpperCase(Locale.ROOT);
        return country.equals("GB") ? "UK" : country;
    }

    static String pair(String a, String b) {
        return a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a;
    }

    /** The subjects of which somebody else knows when they were listed, so that a lag can be told. */
    List<Alignment.Lag> lags() {
        return Alignment.lags(lines, partner(reference));
    }
}
