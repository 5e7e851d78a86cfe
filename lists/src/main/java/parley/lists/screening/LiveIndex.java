package parley.lists.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import parley.identity.Subject;
import parley.identity.candidate.CandidateIndex;
import parley.identity.candidate.Screener;
import parley.identity.match.PreparedSubject;
import parley.identity.match.Thresholds;
import parley.identity.name.PreparedName;
import parley.lists.record.Listing;

/**
 * Everything that is in force on a day, ready to be asked. Never changes once built; any number of threads may ask.
 *
 * <p>Cost: building prepares each name once, O(names); asking looks at {@value Screener#CANDIDATES} candidates.
 */
public final class LiveIndex {
    private final LocalDate day;
    private final Map<String, String> versions;
    private final List<Line> lines;
    private final List<PreparedSubject> subjects;
    private final CandidateIndex index;
    private final Thresholds thresholds;
    private final Map<String, Integer> rows = new java.util.HashMap<>();
    /** Each has work space for the whole index, so they are lent out, not made for each question. */
    private final ConcurrentLinkedQueue<Screener> idle = new ConcurrentLinkedQueue<>();

    /** What a hit tells of a record; the listing itself stays in the register. */
    private record Line(
            String list,
            String id,
            String kind,
            String name,
            List<String> programmes,
            List<String> measures,
            @Nullable String since,
            boolean notLaterThan,
            String place) {
        static Line of(Listing l) {
            return new Line(
                    l.list(),
                    l.id(),
                    l.kind().name().toLowerCase(Locale.ROOT),
                    l.shownName(),
                    l.programmes(),
                    l.measures().stream()
                            .map(m -> m.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    l.dates().listed(),
                    l.dates().notLaterThan(),
                    l.place().toString());
        }
    }

    private LiveIndex(
            LocalDate day,
            Map<String, String> versions,
            List<Line> lines,
            List<PreparedSubject> subjects,
            Thresholds thresholds) {
        this.day = day;
        this.versions = java.util.Collections.unmodifiableMap(versions);
        this.lines = lines;
        this.subjects = subjects;
        this.index = CandidateIndex.of(subjects);
        this.thresholds = thresholds;
        for (int row = 0; row < lines.size(); row++) {
            rows.put(lines.get(row).list() + ":" + lines.get(row).id(), row);
        }
    }

    /** Builds the index over what is in force on {@code day}; records without a name cannot be found by one and are left out. */
    public static LiveIndex of(Iterable<ListState> states, LocalDate day, Thresholds thresholds) {
        var versions = new TreeMap<String, String>();
        var lines = new ArrayList<Line>();
        var subjects = new ArrayList<PreparedSubject>();
        for (ListState state : states) {
            versions.put(state.list(), state.version());
            for (Listing listing : state.listings()) {
                Subject subject = ListState.inForce(listing, day) ? Subjects.of(listing) : null;
                PreparedSubject prepared = subject == null ? null : PreparedSubject.of(subject);
                if (prepared != null && !prepared.names().isEmpty()) {
                    lines.add(Line.of(listing));
                    subjects.add(prepared);
                }
            }
        }
        return new LiveIndex(day, versions, lines, subjects, thresholds);
    }

    /** Returns the records that may be meant, best first: by band, then by score. */
    public List<Hit> screen(Query query) {
        return screen(query.subject());
    }

    /** Returns the records of other lists that may be the same as a record, best first; empty if the record is not in force. */
    public List<Hit> alike(String key) {
        Integer row = rows.get(key);
        return row == null
                ? List.of()
                : screen(subjects.get(row).subject()).stream()
                        .filter(h -> !h.list().equals(lines.get(row).list()))
                        .toList();
    }

    /** Compares two records as a hit for the first of the second; null if one is not in force. */
    public @Nullable Hit compare(String one, String other) {
        Integer a = rows.get(one);
        Integer b = rows.get(other);
        if (a == null || b == null) {
            return null;
        }
        Subject asked = subjects.get(a).subject();
        return hit(
                new Screener.Hit(
                        b,
                        new parley.identity.match.Matcher(thresholds)
                                .compare(asked, subjects.get(b).subject())),
                asked);
    }

    /** Returns the compared fields of a record, a line each; empty if it is not in force. */
    public List<String> basis(String key) {
        Integer row = rows.get(key);
        return row == null ? List.of() : basis(subjects.get(row).subject());
    }

    private List<Hit> screen(Subject asked) {
        var hits = new ArrayList<Screener.Hit>();
        Screener lent = idle.poll();
        Screener screener = lent != null ? lent : new Screener(subjects, index, thresholds);
        for (PreparedName.Form form : forms(asked)) {
            PreparedSubject prepared = PreparedSubject.of(asked, form);
            if (!prepared.names().isEmpty()) {
                hits.addAll(screener.screen(prepared));
            }
        }
        idle.offer(screener);
        return hits.stream()
                .sorted(java.util.Comparator.comparing(
                                (Screener.Hit h) -> h.match().band())
                        .thenComparingDouble(h -> -h.match().score())
                        .thenComparingInt(Screener.Hit::record))
                .map(h -> hit(h, asked))
                .toList();
    }

    /** Who does not say what is meant, asks for a person, a body and a ship alike. */
    private static List<PreparedName.Form> forms(Subject asked) {
        return asked.kind() == Subject.Kind.OTHER
                ? List.of(PreparedName.Form.values())
                : List.of(PreparedSubject.of(asked).form());
    }

    private Hit hit(Screener.Hit found, Subject asked) {
        Line l = lines.get(found.record());
        Subject listed = subjects.get(found.record()).subject();
        return new Hit(
                l.list(),
                l.id(),
                l.kind(),
                l.name(),
                found.match().band(),
                found.match().name(),
                found.match().bits(),
                l.programmes(),
                l.measures(),
                l.since(),
                l.notLaterThan(),
                l.place(),
                basis(listed),
                Explanation.of(found.match(), asked, listed));
    }

    /** The fields a comparison looks at, in a fixed order, so that two states of a record can be held against each other. */
    static List<String> basis(Subject subject) {
        var lines = new TreeSet<String>();
        subject.names().forEach(n -> lines.add("name: " + n.text()));
        subject.births().forEach(b -> lines.add("birth date: " + shown(b)));
        subject.countries().forEach(c -> lines.add("country: " + c.code()));
        subject.identifiers().forEach(i -> lines.add("identifier: " + i.value()));
        subject.genders().forEach(g -> lines.add("gender: " + g.name().toLowerCase(Locale.ROOT)));
        return List.copyOf(lines);
    }

    private static String shown(Subject.Birth b) {
        String year = b.yearTo() > b.yearFrom() ? b.yearFrom() + "/" + b.yearTo() : String.valueOf(b.yearFrom());
        String month = b.month() > 0 ? String.format(Locale.ROOT, "-%02d", b.month()) : "";
        String of = b.day() > 0 ? String.format(Locale.ROOT, "-%02d", b.day()) : "";
        return (b.circa() ? "~" : "") + year + month + of;
    }

    public LocalDate day() {
        return day;
    }

    /** Versions of the lists that are asked, by list. */
    public Map<String, String> versions() {
        return versions;
    }

    public int records() {
        return lines.size();
    }

    public Thresholds thresholds() {
        return thresholds;
    }
}
