package parley.lists.nsdc;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Listing.State;
import parley.lists.record.Name;
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
import parley.lists.source.XlsxRows;

/**
 * Decrees as a workbook of two sheets, persons and legal entities: a row for each subject of each decree. A listing ends by
 * its term without any act: where the end is not printed it is computed from the day of the decree.
 */
public final class NsdcWorkbook implements ListFormat {
    private static final Map<String, Integer> YEARS = Map.of("один рік", 1, "два роки", 2, "три роки", 3, "чотири роки", 4, "п'ять років", 5, "десять років", 10, "1 рік", 1, "3 роки", 3, "5 років", 5);

    @Override
    public String id() {
        return "nsdc-xlsx";
    }

    @Override
    public String list() {
        return "ua-nsdc";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("PK") && name.toLowerCase(Locale.ROOT).contains("nsdc");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            Map<String, Rows> headers = new HashMap<>();
            Map<String, Integer> keys = new HashMap<>();
            XlsxRows.read(file, (sheet, cells, line) -> {
                Rows header = headers.get(sheet);
                if (header == null) {
                    headers.put(sheet, Rows.of(cells));
                    if (!Rows.of(cells).header().contains("№ указу")) {
                        throw file.refused(Code.L104, "sheet `%s`".formatted(sheet), "There is no column `№ указу`.", "it may be another list, or a new layout");
                    }
                    return;
                }
                subject(file.name(), header.fields(cells, line), sheet.startsWith("Ф"), line, keys, sink);
            });
        }
    }

    private void subject(String file, Fields row, boolean person, long line, Map<String, Integer> keys, Sink sink) {
        String ordinal = row.take("row");
        String decree = row.take("№ указу", "");
        String item = row.take("п/н", ordinal == null ? String.valueOf(line) : "row " + ordinal);
        String key = Texts.joined("/", person ? "P" : "E", decree, item);
        int again = keys.merge(key, 1, Integer::sum);
        // Annexes of one decree number their items anew: the second of a number is told apart by its order.
        String id = again == 1 ? key : key + "/" + again;
        var draft = new Draft();
        String day = Whens.day(row.take("Дата указу"));
        draft.acts.add(new Listing.Act(decree, day, null));
        draft.programme(decree);
        String action = row.take("Дія щодо об'єкту санкцій", "");
        draft.note("action", action);
        draft.note("changes", row.take("Зміни"));
        draft.note("authority", row.take("Відповідальний орган"));
        measures(row.take("Тип обмеження"), draft);
        term(row, day, action, draft, id, sink);
        name(draft, row.take("Назва укр."), Use.PRIMARY, "uk");
        name(draft, row.take("Назва ориг."), Use.ORIGINAL_SCRIPT, null);
        name(draft, row.take("Назва альт."), Use.ALIAS, null);
        for (var when : Whens.all(row.take("Дата народження"))) {
            draft.births.add(when);
            if (!when.isRead()) {
                sink.unreadDate(id, "Дата народження", when.printed());
            }
        }
        Texts.piecesAt(row.take("Громадянство"), ",", ";").forEach(draft::citizenship);
        draft.birthPlace(row.take("Місце народження"));
        draft.position(row.take("Зайнятість"));
        draft.address(row.take("Місце проживання"));
        draft.address(row.take("Місце діяльності"));
        draft.address(row.take("Місце діяльності додатково"));
        code(row.take("ОКПО/ЄДРПОУ"), draft);
        code(row.take("ІПН"), draft);
        draft.note("additional", row.take("Додатково"));
        if (draft.hasNoName()) {
            sink.setAside(id, line, "it has no name.");
            return;
        }
        sink.listing(draft.done(list(), id, person ? Kind.PERSON : Kind.ORGANISATION, new Listing.Place(file, line - 1, line)), row);
    }

    private static void name(Draft draft, @Nullable String text, Use use, @Nullable String language) {
        if (text != null) {
            draft.names.add(new Name(text, List.of(), use, Quality.UNKNOWN, language, null));
        }
    }

    private static void term(Fields row, @Nullable String day, String action, Draft draft, String id, Sink sink) {
        String term = row.take("Термін обмеження");
        String printedEnd = row.take("Дата закінчення обмеження");
        String end = Whens.day(printedEnd);
        if (printedEnd != null && end == null) {
            sink.unreadDate(id, "Дата закінчення обмеження", printedEnd);
        }
        draft.note("term", term);
        String words = term == null ? "" : Texts.canonical(term).toLowerCase(Locale.ROOT).replace('’', '\'');
        Integer years = YEARS.get(words);
        if (end == null && years != null && day != null) {
            end = LocalDate.parse(day).plusYears(years).toString();
        } else if (end == null && years == null && !words.startsWith("безстроково") && !words.isEmpty()) {
            sink.unknownCode(id, "Термін обмеження", words);
        }
        draft.dates = new Listing.LawDates(day, false, null, null, end);
        boolean lifted = action.toLowerCase(Locale.ROOT).startsWith("скасування");
        draft.state = lifted ? State.DELISTED : end != null ? State.EXPIRES : State.LISTED;
    }

    private static void measures(@Nullable String text, Draft draft) {
        draft.note("restrictions", text);
        String words = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (words.contains("блокування активів")) {
            draft.measure(Measure.FREEZE);
        }
        if (words.contains("віз") || words.contains("в'їзд") || words.contains("в’їзд")) {
            draft.measure(Measure.ENTRY);
        }
        if (words.contains("торговельних операцій") || words.contains("експорт")) {
            draft.measure(Measure.EXPORT);
        }
        if (words.contains("виведення капіталів") || words.contains("виконання економічних")) {
            draft.measure(Measure.PAYMENT);
        }
        if (draft.measures.isEmpty()) {
            draft.measure(Measure.OTHER);
        }
    }

    /** {@code ЄДРПОУ00039002}, {@code ІПН7729507377}, {@code ОДРН1047796349864}, {@code УНП …}: the label is glued on. */
    private static void code(@Nullable String text, Draft draft) {
        for (String piece : Texts.piecesAt(text, ",", ";", "\n")) {
            int digits = 0;
            while (digits < piece.length() && !Character.isDigit(piece.charAt(digits))) {
                digits++;
            }
            String label = Texts.strip(piece.substring(0, digits).replace(":", " ").replace("№", " ")).toUpperCase(Locale.ROOT);
            String number = Texts.strip(piece.substring(digits));
            String kind = switch (label) {
                case "ЄДРПОУ", "ОКПО" -> "edrpou";
                case "ІПН", "ИНН", "ІНН" -> "inn";
                case "ОДРН", "ОГРН", "ОДРНІП" -> "ogrn";
                case "УНП" -> "unp";
                default -> "registration";
            };
            draft.identifier(kind, number.isEmpty() ? piece : number, null);
        }
    }
}
