package parley.lists.ofac;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Name;
import parley.lists.record.Name.Part;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Role;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.source.CsvRows;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;

/**
 * {@code SDN.CSV} with {@code ALT.CSV}, {@code ADD.CSV} and {@code SDN_COMMENTS.CSV}, or the four {@code CONS_*} files: ASCII,
 * no header, {@code -0-} for empty, the last byte is 0x1A. The files are told apart by their number of columns.
 *
 * <p>Remarks are cut at 1,000 characters in the main file; the rest stands in the comments file and is joined without a
 * blank. Programmes are separated by {@code ] [}. Only individuals are {@code LAST, First Middle}.
 */
public final class OfacCsv implements ListFormat {
    private static final String EMPTY = "-0- ";
    private static final String END = "\u001a";

    private final boolean sdn;

    /** @param sdn the SDN list, else the consolidated list of those who are not on it */
    public OfacCsv(boolean sdn) {
        this.sdn = sdn;
    }

    @Override
    public String id() {
        return sdn ? "ofac-sdn-csv" : "ofac-cons-csv";
    }

    @Override
    public String list() {
        return sdn ? "us-sdn" : "us-cons";
    }

    @Override
    public boolean recognises(String name, String head) {
        int line = head.indexOf('\n');
        String first = line < 0 ? head : head.substring(0, line);
        int comma = first.indexOf(',');
        if (comma < 1 || comma > 8 || !first.substring(0, comma).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        boolean ours = first.contains(EMPTY)
                || first.charAt(comma + 1) == '"'
                || first.substring(comma + 1).matches("\\d{1,8},.*");
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        boolean cons = java.util.stream.Stream.of("cons_prim", "cons_alt", "cons_add", "cons_comments")
                .anyMatch(lower::contains);
        return ours && cons != sdn;
    }

    private record Row(String[] cells, long line) {}

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        Source main = null;
        Map<String, List<Row>> aliases = new HashMap<>();
        Map<String, List<Row>> addresses = new HashMap<>();
        Map<String, List<Row>> comments = new HashMap<>();
        for (Source file : files) {
            int columns = columns(file);
            switch (columns) {
                case 12 -> main = file;
                case 5 -> parts(file, 5, aliases, sink);
                case 6 -> parts(file, 6, addresses, sink);
                case 2 -> parts(file, 2, comments, sink);
                default ->
                    throw file.refused(
                            Code.L104,
                            "line 1",
                            "The first row has %d columns; the files of this list have 12, 5, 6 or 2."
                                    .formatted(columns),
                            "it may be another list, or a new format");
            }
        }
        if (main == null) {
            throw files.getFirst()
                    .refused(
                            Code.L104,
                            "",
                            "The main file (SDN.CSV or CONS_PRIM.CSV) is missing.",
                            "give it together with the other files");
        }
        Source list = main;
        entries(list, sink, row -> entry(list.name(), row, aliases, addresses, comments, sink), 12);
        orphans(aliases, "alias", sink);
        orphans(addresses, "address", sink);
        orphans(comments, "comment", sink);
    }

    private static int columns(Source file) throws IOException, Refused {
        int[] count = {0};
        var firstRowIsEnough = new Refused(Code.L101, "", "", "", "");
        try {
            CsvRows.read(file, StandardCharsets.US_ASCII, ',', (row, _) -> {
                count[0] = row.getFieldCount();
                throw firstRowIsEnough;
            });
        } catch (Refused e) {
            if (e != firstRowIsEnough) {
                throw e;
            }
        }
        return count[0];
    }

    private interface Entry {
        void row(Row row) throws Refused;
    }

    private static void parts(Source file, int columns, Map<String, List<Row>> into, Sink sink)
            throws IOException, Refused {
        entries(
                file,
                sink,
                row -> into.computeIfAbsent(row.cells()[0], _ -> new ArrayList<>(2))
                        .add(row),
                columns);
    }

    private static void entries(Source file, Sink sink, Entry entry, int columns) throws IOException, Refused {
        boolean[] ended = {false};
        long[] last = {0};
        CsvRows.read(file, StandardCharsets.US_ASCII, ',', (row, line) -> {
            last[0] = line;
            if (row.getFieldCount() == 1 && row.getField(0).startsWith(END)) {
                ended[0] = true;
                return;
            }
            if (row.getFieldCount() != columns || ended[0]) {
                throw file.refused(
                        Code.L101,
                        "line %d".formatted(line),
                        "The row has %d columns, not %d: the file breaks off or is damaged."
                                .formatted(row.getFieldCount(), columns),
                        "fetch the file again; nothing of this one is used");
            }
            entry.row(new Row(cells(row), line));
        });
        if (!ended[0]) {
            sink.finding(
                    Code.L126,
                    "after line %d".formatted(last[0]),
                    file.name(),
                    "The last byte of %s is not 0x1A.".formatted(file.name()),
                    "fetch the file again; an old copy that lost only its mark can be accepted with a reason");
        }
    }

    private static String[] cells(CsvRecord row) {
        var cells = new String[row.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
            String cell = row.getField(i);
            cells[i] = cell.equals(EMPTY) ? "" : Texts.strip(cell);
        }
        return cells;
    }

    private static final Fields NOTHING_LEFT = new Fields("row", 0);

    private void entry(
            String file,
            Row row,
            Map<String, List<Row>> aliases,
            Map<String, List<Row>> addresses,
            Map<String, List<Row>> comments,
            Sink sink) {
        String[] cell = row.cells();
        String id = cell[0];
        var draft = new Draft();
        Kind kind = switch (cell[2]) {
            case "individual" -> Kind.PERSON;
            case "vessel" -> Kind.VESSEL;
            case "aircraft" -> Kind.AIRCRAFT;
            case "" -> Kind.ORGANISATION;
            default -> {
                sink.unknownCode(id, "type", cell[2]);
                yield Kind.UNKNOWN;
            }
        };
        name(draft, cell[1], kind, Use.PRIMARY, Quality.STRONG);
        programmes(draft, cell[3]);
        draft.position(cell[4]);
        vessel(draft, cell);
        for (Row part : taken(aliases, id)) {
            Use use = switch (part.cells()[2]) {
                case "aka" -> Use.ALIAS;
                case "fka" -> Use.FORMER;
                case "nka" -> Use.NEW;
                default -> {
                    sink.unknownCode(id, "alias type", part.cells()[2]);
                    yield Use.ALIAS;
                }
            };
            name(draft, part.cells()[3], kind, use, Quality.STRONG);
            draft.note("alias remark", part.cells()[4]);
        }
        for (Row part : taken(addresses, id)) {
            draft.address(Texts.joined(", ", part.cells()[2], part.cells()[3], part.cells()[4]));
            draft.country(part.cells()[4]);
            draft.note("address remark", part.cells()[5]);
        }
        String remarks = cell[11];
        for (Row part : taken(comments, id)) {
            remarks += part.cells()[1];
        }
        Remarks.read(remarks, draft, text -> sink.unreadDate(id, "DOB", text));
        draft.measures.add(sdn ? Listing.Measure.FREEZE : Listing.Measure.OTHER);
        if (draft.hasNoName()) {
            sink.setAside(id, row.line(), "it has no name.");
            return;
        }
        sink.listing(draft.done(list(), id, kind, new Listing.Place(file, row.line(), row.line())), NOTHING_LEFT);
    }

    private static List<Row> taken(Map<String, List<Row>> parts, String id) {
        List<Row> found = parts.isEmpty() ? null : parts.remove(id);
        return found == null ? List.of() : found;
    }

    /** {@code LAST, First Middle} of an individual is cut at the first comma; a name of an organisation never is. */
    static void name(Draft draft, String text, Kind kind, Use use, Quality quality) {
        int comma = kind == Kind.PERSON ? text.indexOf(", ") : -1;
        if (comma <= 0) {
            draft.name(text, use, quality);
            return;
        }
        var parts = List.of(
                new Part(Role.FAMILY, text.substring(0, comma)),
                new Part(Role.GIVEN, Texts.strip(text.substring(comma + 2))));
        draft.names.add(new Name(text, parts, use, quality, null, null));
    }

    static void programmes(Draft draft, String tags) {
        if (tags.indexOf(']') < 0) {
            draft.programme(tags);
            return;
        }
        for (String tag : Texts.pieces(tags, "] [")) {
            draft.programme(Texts.strip(tag.replace("[", "").replace("]", "")));
        }
    }

    private static void vessel(Draft draft, String[] cell) {
        draft.identifier("call-sign", nullIfEmpty(cell[5]), null);
        draft.note("vessel type", cell[6]);
        draft.note("tonnage", cell[7]);
        draft.note("gross registered tonnage", cell[8]);
        draft.country(cell[9]);
        if (!cell[10].isEmpty()) {
            draft.relation("owner of the vessel", null, cell[10]);
        }
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void orphans(Map<String, List<Row>> left, String what, Sink sink) {
        left.forEach((id, rows) -> rows.forEach(row -> sink.finding(
                Code.L124,
                id,
                what,
                "The %s in line %d belongs to record %s, which is not in the main file."
                        .formatted(what, row.line(), id),
                "take all files from one publication")));
    }
}
