package parley.lists.dfat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Rows;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.Whens;
import parley.lists.source.XlsRows;
import parley.lists.source.XlsxRows;

/**
 * The consolidated list: a row per name; {@code 101}, {@code 101a}, {@code 101b} are one subject. As xls until 2025, as xlsx
 * with strengths and flags since November 2025. Numbers have been used again by mistake: a second primary name under a
 * number makes a record of its own, and a finding.
 */
public final class DfatRegister implements ListFormat {
    @Override
    public String id() {
        return "dfat-workbook";
    }

    @Override
    public String list() {
        return "au-dfat";
    }

    @Override
    public boolean recognises(String name, String head) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean workbook = head.startsWith("PK") || head.startsWith("\u00d0\u00cf\u0011\u00e0");
        return workbook
                && (lower.contains("regulation8") || lower.contains("australian_sanctions") || lower.contains("dfat"));
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            var table = new Table(file, sink);
            if (file.head().startsWith("PK")) {
                XlsxRows.read(file, table::row);
            } else {
                XlsRows.read(file, table::row);
            }
            table.done(list());
        }
    }

    private static final class Table {
        private final Source file;
        private final Sink sink;
        private final Map<String, Subject> subjects = new LinkedHashMap<>();
        private @Nullable Rows header;

        Table(Source file, Sink sink) {
            this.file = file;
            this.sink = sink;
        }

        void row(String sheet, List<@Nullable String> cells, long line) throws Refused {
            Rows columns = header;
            if (columns == null) {
                Rows read = Rows.of(cells);
                if (read.header().contains("Reference")) {
                    header = read;
                } else if (line > 10) {
                    throw file.refused(
                            Code.L104,
                            "row %d".formatted(line),
                            "There is no column `Reference` in the first rows.",
                            "it may be another list, or a new layout");
                }
                return;
            }
            Fields row = columns.fields(cells, line);
            String reference = row.take("Reference");
            String name = row.take("Name of Individual or Entity");
            if (reference == null || name == null) {
                sink.setAside("row " + line, line, "it has no reference or no name.");
                return;
            }
            String number = number(reference);
            String type = row.take("Name Type", "");
            boolean primary = type.equalsIgnoreCase("Primary Name");
            String key = number;
            for (int n = 2;
                    primary
                            && Optional.ofNullable(subjects.get(key))
                                    .filter(before -> before.hasPrimary)
                                    .isPresent();
                    n++) {
                if (n == 2) {
                    sink.finding(
                            Code.L123,
                            number,
                            "Reference",
                            "The number %s has a second primary name.".formatted(number),
                            "two subjects may share a number by mistake; both are kept");
                }
                key = number + "#" + n;
            }
            if (!primary) {
                for (int n = 2; subjects.containsKey(number + "#" + n); n++) {
                    key = number + "#" + n;
                }
            }
            String of = key;
            subjects.computeIfAbsent(key, _ -> new Subject(of, line)).row(row, name, type, primary, sink);
            sink.checked(key, row);
        }

        /** The digits that a reference begins with. */
        private static String number(String reference) {
            int end = 0;
            while (end < reference.length() && Character.isDigit(reference.charAt(end))) {
                end++;
            }
            return end == 0 ? reference : reference.substring(0, end);
        }

        void done(String list) throws Refused {
            if (header == null) {
                throw file.refused(
                        Code.L104, "", "There is no column `Reference`.", "it may be another list, or a new layout");
            }
            long number = 0;
            for (Subject subject : subjects.values()) {
                subject.done(list, file.name(), ++number, sink);
            }
        }
    }

    private static final class Subject {
        private final String id;
        private final long line;
        private final Draft draft = new Draft();
        private final List<String> said = new ArrayList<>();
        private Kind kind = Kind.UNKNOWN;
        private boolean hasPrimary;

        Subject(String id, long line) {
            this.id = id;
            this.line = line;
        }

        void row(Fields row, String name, String type, boolean primary, Sink sink) {
            hasPrimary |= primary;
            String kindText = row.take("Type", "");
            kind = switch (kindText.toLowerCase(Locale.ROOT)) {
                case "individual" -> Kind.PERSON;
                case "entity" -> Kind.ORGANISATION;
                case "vessel", "ship" -> Kind.VESSEL;
                case "" -> kind;
                default -> {
                    sink.unknownCode(id, "Type", kindText);
                    yield kind;
                }
            };
            Use use = switch (type.toLowerCase(Locale.ROOT)) {
                case "primary name" -> Use.PRIMARY;
                case "original script" -> Use.ORIGINAL_SCRIPT;
                case "alias", "aka", "also known as" -> Use.ALIAS;
                case "formerly known as", "fka", "former name", "previous name", "previously listed as" -> Use.FORMER;
                default -> {
                    sink.unknownCode(id, "Name Type", type);
                    yield Use.ALIAS;
                }
            };
            String strength = row.take("Alias Strength", "");
            Quality quality = switch (strength.toLowerCase(Locale.ROOT)) {
                case "strong" -> Quality.STRONG;
                case "weak" -> Quality.WEAK;
                case "" -> Quality.UNKNOWN;
                default -> {
                    sink.unknownCode(id, "Alias Strength", strength);
                    yield Quality.UNKNOWN;
                }
            };
            draft.name(name, use, quality);
            for (var when : Whens.all(unless(row.take("Date of Birth")))) {
                if (!draft.births.contains(when)) {
                    draft.births.add(when);
                    if (!when.isRead()) {
                        sink.unreadDate(id, "Date of Birth", when.printed());
                    }
                }
            }
            Texts.enumerated(unless(row.take("Place of Birth"))).forEach(draft::birthPlace);
            Texts.enumerated(unless(row.take("Citizenship"))).forEach(draft::citizenship);
            Texts.enumerated(unless(row.take("Address"))).forEach(draft::address);
            note("additional information", row.take("Additional Information"));
            note("listing information", row.take("Listing Information"));
            draft.programme(row.take("Committees"));
            String control = row.take("Control Date");
            String day = Whens.day(control);
            sink.act(day);
            draft.dates = new Listing.LawDates(draft.dates.listed(), false, null, day == null ? control : day, null);
            String imo = first(row, "IMO Number", "IMO");
            if (imo != null && fresh("imo " + imo)) {
                draft.identifier("imo", imo, null);
            }
            String instrument = first(row, "Instrument of Designation", "Instrument");
            if (instrument != null && fresh("act " + instrument)) {
                draft.acts.add(new Listing.Act(instrument, null, null));
            }
            flag(row, Measure.FREEZE, "Targeted Financial Sanction", "Targeted Financial Sanctions");
            flag(row, Measure.ENTRY, "Travel Ban");
            flag(row, Measure.ARMS, "Arms Embargo");
            flag(row, Measure.SHIPPING, "Maritime Restriction", "Maritime Restrictions");
        }

        private static @Nullable String first(Fields row, String... names) {
            for (String name : names) {
                String text = row.take(name);
                if (text != null) {
                    return text;
                }
            }
            return null;
        }

        private void flag(Fields row, Measure measure, String... names) {
            String text = first(row, names);
            if (text != null && (text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true") || text.equals("1"))) {
                draft.measure(measure);
            }
        }

        /** NA, n/a, unknown stand for nothing. */
        private static @Nullable String unless(@Nullable String text) {
            return text == null
                            || text.equalsIgnoreCase("na")
                            || text.equalsIgnoreCase("n/a")
                            || text.equalsIgnoreCase("unknown")
                    ? null
                    : text;
        }

        private void note(String label, @Nullable String text) {
            if (text != null && fresh(label + " " + text)) {
                draft.note(label, text);
            }
        }

        private boolean fresh(String key) {
            if (said.contains(key)) {
                return false;
            }
            return said.add(key);
        }

        void done(String list, String file, long number, Sink sink) {
            if (draft.measures.isEmpty()) {
                draft.measure(Measure.FREEZE);
            }
            sink.listing(draft.done(list, id, kind, new Listing.Place(file, number, line)), new Fields("row", line));
        }
    }
}
