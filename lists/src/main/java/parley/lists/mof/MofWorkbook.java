package parley.lists.mof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
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
import parley.lists.source.XlsRows;
import parley.lists.source.XlsxRows;

/**
 * The workbook of asset freezes: a sheet for each programme, with columns of its own. A deleted row keeps its number and
 * says 削除 in the cell of its day; sheets of lifted programmes are titled 【解除】; a row without day and number continues
 * the one before.
 */
public final class MofWorkbook implements ListFormat {
    private static final String DELETED = "削除";

    private enum Column {
        NOTICE,
        NUMBER,
        JAPANESE,
        ENGLISH,
        ALIAS,
        WEAK_ALIAS,
        FORMER,
        TITLE,
        POSITION,
        BIRTH,
        BIRTH_WITH_PLACE,
        BIRTH_PLACE,
        CITIZENSHIP,
        PASSPORT,
        ID_NUMBER,
        ADDRESS,
        LISTED,
        OTHER,
        PHONE
    }

    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            Map.entry("告示日付", Column.NOTICE),
            Map.entry("告示番号", Column.NUMBER),
            Map.entry("日本語表記", Column.JAPANESE),
            Map.entry("英語表記", Column.ENGLISH),
            Map.entry("別名", Column.ALIAS),
            Map.entry("別名・別称", Column.ALIAS),
            Map.entry("別称・別名", Column.ALIAS),
            Map.entry("別称・旧称", Column.ALIAS),
            Map.entry("確定可能な別名", Column.ALIAS),
            Map.entry("確定に十分でない別名", Column.WEAK_ALIAS),
            Map.entry("以前の別名", Column.FORMER),
            Map.entry("過去の別名", Column.FORMER),
            Map.entry("旧称", Column.FORMER),
            Map.entry("旧称・以前の呼称", Column.FORMER),
            Map.entry("称号", Column.TITLE),
            Map.entry("役職", Column.POSITION),
            Map.entry("肩書", Column.POSITION),
            Map.entry("肩書等", Column.POSITION),
            Map.entry("生年月日", Column.BIRTH),
            Map.entry("生年月日・出生地", Column.BIRTH_WITH_PLACE),
            Map.entry("出生地", Column.BIRTH_PLACE),
            Map.entry("出生地・出身地", Column.BIRTH_PLACE),
            Map.entry("国籍", Column.CITIZENSHIP),
            Map.entry("旅券番号", Column.PASSPORT),
            Map.entry("ID番号", Column.ID_NUMBER),
            Map.entry("ＩＤ番号", Column.ID_NUMBER),
            Map.entry("身分登録番号", Column.ID_NUMBER),
            Map.entry("身分証番号", Column.ID_NUMBER),
            Map.entry("住所", Column.ADDRESS),
            Map.entry("住所・所在地", Column.ADDRESS),
            Map.entry("所在地", Column.ADDRESS),
            Map.entry("所在地・住所登録された事務所の住所", Column.ADDRESS),
            Map.entry("活動地域・住所", Column.ADDRESS),
            Map.entry("リスト掲載日", Column.LISTED),
            Map.entry("国連制裁員会による指定日", Column.LISTED),
            Map.entry("国連制裁委員会による指定日", Column.LISTED),
            Map.entry("指定日", Column.LISTED),
            Map.entry("その他の情報", Column.OTHER),
            Map.entry("指定の根拠", Column.OTHER),
            Map.entry("決議1483上の根拠", Column.OTHER),
            Map.entry("詳細", Column.OTHER),
            Map.entry("電話", Column.PHONE),
            Map.entry("電話番号", Column.PHONE),
            Map.entry("FAX", Column.PHONE));

    @Override
    public String id() {
        return "mof-xls";
    }

    @Override
    public String list() {
        return "jp-mof";
    }

    @Override
    public boolean recognises(String name, String head) {
        boolean workbook = head.startsWith("PK") || head.startsWith("\u00d0\u00cf\u0011\u00e0");
        return workbook && name.toLowerCase(Locale.ROOT).contains("mof");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            var book = new Book(file, list(), sink);
            if (file.head().startsWith("PK")) {
                XlsxRows.read(file, book::row);
            } else {
                XlsRows.read(file, book::row);
            }
            book.close();
        }
    }

    private static final class Book {
        private final Source file;
        private final String list;
        private final Sink sink;
        private String sheet = "";
        private @Nullable Rows header;
        private @Nullable Entry open;
        private long number;
        private int sheets;

        Book(Source file, String list, Sink sink) {
            this.file = file;
            this.list = list;
            this.sink = sink;
        }

        void row(String name, List<@Nullable String> cells, long line) {
            if (!name.equals(sheet)) {
                closeEntry();
                sheet = name;
                header = null;
            }
            if (header == null) {
                header(cells);
                return;
            }
            Fields row = header.fields(cells, line);
            String notice = row.take("告示日付");
            String numberText = row.take("告示番号");
            boolean begins = numberText != null || (notice != null && open == null);
            if (notice != null && notice.contains(DELETED)) {
                // The number stays taken; who it was, the file no longer says.
                closeEntry();
                row.skip();
                return;
            }
            boolean names = row.children().stream()
                    .anyMatch(f -> f.name().equals("日本語表記") || f.name().equals("英語表記"));
            if (!begins && !names) {
                if (open != null) {
                    open.row(row, sink);
                }
                sink.checked(sheet, row);
                return;
            }
            closeEntry();
            open = new Entry(
                    sheet, numberText == null ? "row " + line : Texts.squeeze(numberText), notice, ++number, line);
            open.row(row, sink);
            sink.checked(open.id, row);
        }

        private void header(List<@Nullable String> cells) {
            var names = new ArrayList<@Nullable String>();
            for (String cell : cells) {
                names.add(cell == null ? null : Texts.canonical(cell).replace(" ", ""));
            }
            if (names.contains("英語表記")) {
                header = Rows.of(names);
                sheets++;
            }
        }

        private void closeEntry() {
            if (open != null) {
                open.done(list, file.name(), sink);
                open = null;
            }
        }

        void close() throws Refused {
            closeEntry();
            if (sheets == 0) {
                throw file.refused(
                        Code.L104,
                        "",
                        "No sheet has a column 英語表記 (name in English).",
                        "it may be another list, or a new layout");
            }
        }
    }

    private static final class Entry {
        private final String id;
        private final Kind sheetKind;
        private final long number;
        private final long line;
        private final Draft draft = new Draft();
        private boolean hasBirth;

        Entry(String sheet, String number, @Nullable String notice, long ordinal, long line) {
            String programme = Texts.canonical(sheet);
            id = programme + "/" + number;
            sheetKind = programme.contains("個人")
                    ? Kind.PERSON
                    : programme.contains("団体") || programme.contains("銀行") ? Kind.ORGANISATION : Kind.UNKNOWN;
            this.number = ordinal;
            this.line = line;
            draft.programme(programme);
            draft.measure(programme.contains("特定銀行") || !programme.isEmpty() ? Measure.FREEZE : Measure.OTHER);
            dates(notice);
        }

        /** The first day is that of the notice; each {@code …改訂} below it a revision. */
        private void dates(@Nullable String notice) {
            String listed = null;
            String amended = null;
            for (String part : Texts.piecesAt(notice, "\n", "改訂", "改正", "修正")) {
                String day = Whens.day(part);
                if (day != null) {
                    listed = listed == null ? day : listed;
                    amended = day;
                }
            }
            draft.note("notice", notice);
            draft.dates = new Listing.LawDates(
                    listed, false, null, listed == null || listed.equals(amended) ? null : amended, null);
        }

        void row(Fields row, Sink sink) {
            for (Fields cell : List.copyOf(row.children())) {
                String base = cell.name().contains("#")
                        ? cell.name().substring(0, cell.name().indexOf('#'))
                        : cell.name();
                Column column = COLUMNS.get(base);
                if (column != null) {
                    cell(column, base, row.take(cell.name()), sink);
                }
            }
        }

        private void cell(Column column, String label, @Nullable String given, Sink sink) {
            String text = given == null || given.equals("不明") || given.equals("-") || given.equals("－") ? null : given;
            switch (column) {
                case NOTICE, NUMBER -> {
                    // Read when the row began.
                }
                case JAPANESE -> name(text, draft.hasNoName() ? Use.PRIMARY : Use.ALIAS, "ja", Quality.UNKNOWN);
                case ENGLISH -> name(text, Use.PRIMARY, "en", Quality.UNKNOWN);
                case ALIAS -> aliases(text, Use.ALIAS, Quality.UNKNOWN);
                case WEAK_ALIAS -> aliases(text, Use.ALIAS, Quality.WEAK);
                case FORMER -> aliases(text, Use.FORMER, Quality.UNKNOWN);
                case TITLE -> draft.note("title", text);
                case POSITION -> Texts.enumerated(text).forEach(draft::position);
                case BIRTH -> birth(text, sink);
                case BIRTH_WITH_PLACE -> {
                    hasBirth |= text != null;
                    draft.note("birth", text);
                }
                case BIRTH_PLACE -> Texts.enumerated(text).forEach(draft::birthPlace);
                case CITIZENSHIP -> Texts.enumerated(text).forEach(draft::citizenship);
                case PASSPORT -> Texts.enumerated(text).forEach(each -> draft.identifier("passport", each, null));
                case ID_NUMBER -> Texts.enumerated(text).forEach(each -> draft.identifier("national-id", each, null));
                case ADDRESS -> Texts.enumerated(text).forEach(draft::address);
                case LISTED, OTHER -> draft.note(label, text);
                case PHONE -> draft.identifier("phone", text, null);
            }
        }

        private void name(@Nullable String text, Use use, String language, Quality quality) {
            if (text != null) {
                draft.names.add(new Name(text, List.of(), use, quality, language, null));
            }
        }

        private void aliases(@Nullable String text, Use use, Quality quality) {
            for (String item : Texts.enumerated(text)) {
                for (String line : Texts.piecesAt(item, "\n", "、")) {
                    draft.name(line, use, quality);
                }
            }
        }

        private void birth(@Nullable String text, Sink sink) {
            hasBirth |= text != null;
            for (var when : Whens.all(text == null ? null : halfWidth(text))) {
                draft.births.add(when);
                if (!when.isRead()) {
                    sink.unreadDate(id, "生年月日", when.printed());
                }
            }
        }

        /** Full-width digits and signs as half-width ones, one date a piece; 頃 (about) goes to the front, where it is read. */
        private static String halfWidth(String text) {
            var out = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                out.append(
                        c >= '０' && c <= '９'
                                ? (char) (c - '０' + '0')
                                : c == '（'
                                        ? '('
                                        : c == '）'
                                                ? ')'
                                                : c == '\n' || c == '、'
                                                        ? ';'
                                                        : c == '～' || c == '－' || c == 'ー' || c == '〜' ? '-' : c);
            }
            var dates = new ArrayList<String>();
            for (String label : Texts.enumerated(out.toString())) {
                for (String piece : Texts.piecesAt(label, ";", "又は", "または", "もしくは", "若しくは", "及び")) {
                    String date = piece.replace("年-", "-")
                            .replace("年から", "-")
                            .replace("の間", "")
                            .replace("生まれ", "")
                            .replace("年代", "s")
                            .replace("生", "");
                    boolean circa = date.contains("頃")
                            || date.contains("ごろ")
                            || date.contains("推定")
                            || date.contains("約")
                            || date.contains("およそ");
                    date = Texts.strip(date.replace("頃", "")
                            .replace("ごろ", "")
                            .replace("推定", "")
                            .replace("約", "")
                            .replace("およそ", ""));
                    dates.add((circa ? "circa " : "")
                            + (date.endsWith("年") && date.indexOf('-') > 0
                                    ? date.substring(0, date.length() - 1)
                                    : date));
                }
            }
            return String.join("; ", dates);
        }

        void done(String list, String file, Sink sink) {
            if (draft.hasNoName()) {
                sink.setAside(id, line, "it has no name.");
                return;
            }
            Kind kind = sheetKind == Kind.UNKNOWN && hasBirth ? Kind.PERSON : sheetKind;
            sink.listing(draft.done(list, id, kind, new Listing.Place(file, number, line)), new Fields("row", line));
        }
    }
}
