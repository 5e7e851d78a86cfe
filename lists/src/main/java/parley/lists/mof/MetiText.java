package parley.lists.mof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.Whens;

/**
 * The export lists of METI as the text of their PDF: an entry is a number, the Japanese name, the English name with its
 * aliases and {@code 所在地：} with the address. Numbers come in order, which is how an entry is told from a line that
 * happens to begin with a number; the last entry of a page is glued to the first of the next.
 */
public final class MetiText implements ListFormat {
    @Override
    public String id() {
        return "meti-text";
    }

    @Override
    public String list() {
        return "jp-meti";
    }

    @Override
    public boolean recognises(String name, String head) {
        String text = new String(head.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.contains("輸出等に係る禁止措置") && text.contains("所在地");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            var lines = new ArrayList<String>();
            try (var in = new BufferedReader(file.reader(StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                }
            } catch (CharacterCodingException e) {
                throw file.refused(
                        Code.L103,
                        "after line %d".formatted(lines.size()),
                        "A byte is not UTF-8.",
                        "fetch the file again, as bytes");
            }
            new Text(file, list(), sink).all(lines);
        }
    }

    private static final class Text {
        private final Source file;
        private final String list;
        private final Sink sink;
        private String programme = "";
        private @Nullable String listed;
        private @Nullable String amended;
        private int section;

        Text(Source file, String list, Sink sink) {
            this.file = file;
            this.list = list;
            this.sink = sink;
        }

        void all(List<String> lines) {
            var entry = new ArrayList<String>();
            int expected = 1;
            long begun = 0;
            long number = 0;
            for (int i = 0; i < lines.size(); i++) {
                String line = halfWidth(lines.get(i));
                if (i > 0 && lines.get(i - 1).startsWith("○") && line.contains("号）")) {
                    // The second line of a title that was taken whole.
                    continue;
                }
                if (line.startsWith("○")
                        || line.startsWith("（別")
                        || (line.contains("告示第") && line.contains("号）") && entry.isEmpty())) {
                    number = flush(entry, begun, number);
                    title(lines, i);
                    expected = 1;
                    continue;
                }
                if (line.startsWith("指定日") || line.startsWith("最終更新日")) {
                    day(line);
                    continue;
                }
                // "Minsk, 220114, Belarus７ 株式会社…": the next entry begins inside the line.
                int glued = entry.isEmpty() ? -1 : glued(line, expected);
                if (glued > 0) {
                    entry.add(line.substring(0, glued));
                    line = line.substring(glued);
                }
                if (begins(line, expected)) {
                    number = flush(entry, begun, number);
                    begun = i + 1L;
                    expected++;
                }
                if (begun > 0) {
                    entry.add(line);
                }
            }
            flush(entry, begun, number);
        }

        private void title(List<String> lines, int i) {
            section++;
            programme = (lines.get(i) + (i + 1 < lines.size() ? lines.get(i + 1) : "")).replace(" ", "");
        }

        private void day(String line) {
            String text = line.substring(line.indexOf('：') + 1).replace(" ", "");
            String day = Whens.day(text);
            if (line.startsWith("指定日")) {
                listed = day;
            } else {
                amended = day;
                sink.contentDay(day);
            }
        }

        private static boolean begins(String line, int expected) {
            String number = Integer.toString(expected);
            return line.startsWith(number)
                    && line.length() > number.length()
                    && line.charAt(number.length()) == ' '
                    && isJapanese(line, number.length() + 1);
        }

        /** A Japanese letter soon after: addresses that begin with a number go on in Latin letters. */
        private static boolean isJapanese(String line, int from) {
            for (int i = from; i < Math.min(line.length(), from + 12); i++) {
                char c = line.charAt(i);
                if ((c >= '\u3040' && c <= '\u30ff') || (c >= '\u4e00' && c <= '\u9fff')) {
                    return true;
                }
            }
            return false;
        }

        private static int glued(String line, int expected) {
            String number = Integer.toString(expected) + " ";
            for (int at = line.indexOf(number, 1); at > 0; at = line.indexOf(number, at + 1)) {
                boolean alone = !Character.isDigit(line.charAt(at - 1))
                        && line.charAt(at - 1) != ' '
                        && line.charAt(at - 1) != ',';
                if (alone && isJapanese(line, at + number.length())) {
                    return at;
                }
            }
            return -1;
        }

        private static String halfWidth(String text) {
            var out = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                out.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
            }
            return out.toString();
        }

        private long flush(List<String> entry, long line, long number) {
            if (entry.isEmpty()) {
                return number;
            }
            var draft = new Draft();
            var japanese = new StringBuilder();
            var english = new StringBuilder();
            var address = new StringBuilder();
            for (String each : entry) {
                boolean addressLine = each.startsWith("所在地");
                if (addressLine || !address.isEmpty()) {
                    address.append(addressLine ? each.substring(each.indexOf('：') + 1) : " " + each);
                } else if (english.isEmpty() && isJapanese(each, 0) && !startsLatin(each)) {
                    japanese.append(each);
                } else {
                    english.append(english.isEmpty() ? "" : " ").append(each);
                }
            }
            String ordinal = japanese.substring(0, Math.max(0, japanese.indexOf(" ")));
            String name = Texts.squeeze(japanese.substring(ordinal.length()));
            if (!name.isEmpty()) {
                draft.names.add(new Name(name, List.of(), Use.ORIGINAL_SCRIPT, Quality.UNKNOWN, "ja", null));
            }
            english(Texts.squeeze(english.toString()), draft);
            for (String each : Texts.piecesAt(Texts.squeeze(address.toString()), "; and ", ";")) {
                draft.address(Texts.cutEnd(each, '.'));
            }
            draft.programme(programme);
            draft.measure(Measure.EXPORT);
            draft.dates = new Listing.LawDates(listed, true, null, amended, null);
            String id = "%s/%d/%s"
                    .formatted(
                            programme.contains("ベラルーシ") ? "BY" : programme.contains("ロシア連邦の") ? "RU" : "XX",
                            section,
                            ordinal);
            entry.clear();
            if (draft.hasNoName()) {
                sink.setAside(id, line, "it has no name.");
                return number + 1;
            }
            sink.listing(
                    draft.done(list, id, Kind.ORGANISATION, new Listing.Place(file.name(), number + 1, line)),
                    new Fields("row", line));
            return number + 1;
        }

        private static boolean startsLatin(String line) {
            return !line.isEmpty() && line.charAt(0) < 0x80 && Character.isLetter(line.charAt(0));
        }

        private static void english(String text, Draft draft) {
            int aka = text.indexOf("a.k.a.");
            String name = Texts.cutEnd(Texts.cutEnd(aka < 0 ? text : Texts.strip(text.substring(0, aka)), ','), '.');
            draft.name(name, Use.PRIMARY, Quality.UNKNOWN);
            int colon = aka < 0 ? -1 : text.indexOf(':', aka);
            String rest = colon < 0 ? aka < 0 ? "" : text.substring(aka + 6) : text.substring(colon + 1);
            for (String alias : Texts.piecesAt(rest, "; and", ";")) {
                String clean = Texts.cutEnd(alias.startsWith("-") ? Texts.strip(alias.substring(1)) : alias, '.');
                draft.name(
                        clean.startsWith("and -") ? Texts.strip(clean.substring(5)) : clean,
                        Use.ALIAS,
                        Quality.UNKNOWN);
            }
        }
    }
}
