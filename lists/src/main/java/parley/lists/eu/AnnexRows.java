package parley.lists.eu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Act;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.LawDates;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Name;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Use;
import parley.lists.source.Fields;
import parley.lists.source.Sink;
import parley.lists.source.Texts;
import parley.lists.source.Whens;

/**
 * Rows of annexes as listings. Six columns: number, Latin names, names as spelled there, identifying information, reasons,
 * day of listing. A row whose number is empty continues the one before. Lists of names have one to three columns.
 */
final class AnnexRows {
    private static final Map<String, Measure> BELARUS = Map.of(
            "I", Measure.FREEZE, "I.A", Measure.FREEZE, "I.B", Measure.FREEZE, "V", Measure.EXPORT, "IX", Measure.PAYMENT, "XV", Measure.PAYMENT, "XXXIV", Measure.PAYMENT);

    private final String list;
    private final String file;
    private final String celex;
    private final Sink sink;
    private final Map<String, Integer> names = new HashMap<>();
    private String annex = "";
    private String part = "";
    private @Nullable Entry open;
    private long number;

    AnnexRows(String list, String file, String celex, Sink sink) {
        this.list = list;
        this.file = file;
        this.celex = celex;
        this.sink = sink;
    }

    /** {@code ANNEX Va}: the suffix in lower case belongs to the id. */
    void annex(String title) {
        close();
        part = "";
        List<String> words = Texts.pieces(title, " ");
        annex = words.size() > 1 && words.getFirst().equalsIgnoreCase("ANNEX") ? words.get(1) : title;
    }

    /** {@code A. Natural persons …}. */
    void part(String title) {
        close();
        part = title.length() > 1 && Character.isUpperCase(title.charAt(0)) && (title.charAt(1) == '.' || title.charAt(1) == ' ') ? title.substring(0, 1) : "";
    }

    private String place() {
        return part.isEmpty() ? annex : annex + "." + part;
    }

    void row(List<List<String>> cells, int line, boolean image) {
        if (annex.isEmpty()) {
            return;
        }
        if (cells.size() >= 5) {
            full(cells, line, image);
        } else {
            close();
            plain(cells, line);
        }
    }

    private void full(List<List<String>> cells, int line, boolean image) {
        String ordinal = ordinal(cells.getFirst());
        if (ordinal == null && cells.getFirst().isEmpty() && open != null) {
            open.more(cells);
            return;
        }
        close();
        if (ordinal == null) {
            // The heading of a table: its number column says "No" or nothing, and no entry is open.
            return;
        }
        open = new Entry(place(), ordinal, ++number, line);
        open.first(cells, image);
    }

    private static @Nullable String ordinal(List<String> cell) {
        if (cell.size() != 1) {
            return null;
        }
        String text = Texts.cutEnd(cell.getFirst(), '.');
        return !text.isEmpty() && text.length() < 6 && Character.isDigit(text.charAt(0)) ? text : null;
    }

    /** A list of names: {@code number?, name, day?}. */
    private void plain(List<List<String>> cells, int line) {
        List<List<String>> rest = ordinal(cells.getFirst()) == null && !cells.getFirst().isEmpty() ? cells : cells.subList(1, cells.size());
        if (rest.isEmpty() || rest.getFirst().isEmpty()) {
            return;
        }
        String name = String.join(" ", rest.getFirst());
        String printed = rest.size() > 1 ? String.join(" ", rest.getLast()) : null;
        String day = printed == null ? null : Whens.day(Texts.cutEnd(printed, '.'));
        if (printed != null && day == null) {
            // A heading: "Name … | Date of application".
            return;
        }
        var draft = new Draft();
        draft.name(name, Use.PRIMARY, Quality.UNKNOWN);
        draft.dates = LawDates.listed(day);
        draft.note("date of listing, as printed", printed);
        finish(draft, Kind.ORGANISATION, place() + "/" + name, place(), ++number, line);
    }

    private void finish(Draft draft, Kind kind, String key, String place, long ordinal, long line) {
        int again = names.merge(key, 1, Integer::sum);
        String act = celex.contains("-") ? celex.substring(0, celex.indexOf('-')) : celex;
        draft.programme(act.contains("2006R0765") || act.contains("2012D0642") ? "BLR" : act);
        draft.note("annex", place);
        draft.acts.add(new Act(celex, null, null));
        Measure measure = act.contains("2006R0765") ? BELARUS.get(place) : place.startsWith("I.") || place.equals("I") ? Measure.FREEZE : Measure.OTHER;
        if (measure == null) {
            sink.unknownCode(key, "annex", place);
            measure = Measure.OTHER;
        }
        draft.measure(measure);
        sink.act(draft.dates.listed());
        String id = act + "/" + (again == 1 ? key : key + "#" + again);
        if (draft.hasNoName()) {
            sink.setAside(id, line, "it has no name.");
            return;
        }
        boolean marked = draft.names.stream().anyMatch(name -> name.text().indexOf('►') >= 0 || name.text().indexOf('▼') >= 0 || name.text().indexOf('◄') >= 0);
        if (marked) {
            sink.setAside(id, line, "a mark of a change remains in a name.");
            return;
        }
        sink.listing(draft.done(list, id, kind, new Listing.Place(file, ordinal, line)), new Fields("row", line));
    }

    private void close() {
        if (open != null) {
            open.done();
            open = null;
        }
    }

    void done() {
        close();
    }

    private final class Entry {
        private final String place;
        private final String ordinal;
        private final long count;
        private final long line;
        private final Draft draft = new Draft();
        private final List<String> information = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        private @Nullable String day;

        Entry(String place, String ordinal, long count, long line) {
            this.place = place;
            this.ordinal = ordinal;
            this.count = count;
            this.line = line;
        }

        void first(List<List<String>> cells, boolean image) {
            boolean bodies = place.endsWith(".B");
            for (String name : cells.get(1)) {
                draft.name(name, draft.hasNoName() ? Use.PRIMARY : bodies ? Use.ALIAS : Use.VARIANT, Quality.UNKNOWN);
            }
            boolean spelled = cells.size() >= 6;
            if (spelled) {
                for (String name : cells.get(2)) {
                    draft.names.add(new Name(name, List.of(), Use.ORIGINAL_SCRIPT, Quality.UNKNOWN, null, null));
                }
            }
            draft.note("name as an image", image ? "a name is printed as an image and cannot be read" : null);
            more(cells);
            day = String.join(" ", cells.getLast());
        }

        void more(List<List<String>> cells) {
            int from = cells.size() >= 6 ? 3 : 2;
            information.addAll(cells.get(from));
            reasons.addAll(cells.get(from + 1));
        }

        void done() {
            boolean person = place.endsWith(".A");
            AnnexInformation.read(information, person, draft, text -> sink.unreadDate(place + "/" + ordinal, "DOB", text));
            draft.reason(String.join("\n", reasons));
            String listed = Whens.day(Texts.cutEnd(day == null ? "" : day, '.'));
            if (listed == null && day != null && !day.isEmpty()) {
                sink.unreadDate(place + "/" + ordinal, "date of listing", day);
            }
            draft.note("date of listing, as printed", day);
            draft.dates = LawDates.listed(listed);
            finish(draft, person ? Kind.PERSON : place.toLowerCase(Locale.ROOT).endsWith(".b") ? Kind.ORGANISATION : Kind.UNKNOWN, place + "/" + ordinal, place, count, line);
        }
    }
}
