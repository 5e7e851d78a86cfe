package parley.lists.eu;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Finding.Code;
import parley.lists.record.Refused;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.XmlRecords;

/**
 * A consolidated act of EUR-Lex as XHTML: what binds is the annex. Annexes open with {@code p.title-annex-1}, their parts
 * with {@code p.title-gr-seq-level-1}; rows stand in tables, one line of text a {@code p}. Marks of changes ({@code ▼M37},
 * {@code ►C1 … ◄}) are taken out, and none may remain.
 *
 * <p>Class names are those an existing parser uses; no original was at hand. Read by our own fixtures and by the 408 rows of
 * a transcription, written back as tables.
 */
public final class AnnexXhtml implements ListFormat {
    @Override
    public String id() {
        return "oj-annex-xhtml";
    }

    @Override
    public String list() {
        return "eu-oj";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.contains("<html") && head.contains("xhtml") && celex(name + " " + head) != null;
    }

    /** The number of a consolidated act: {@code 02006R0765-20260424}. */
    static @Nullable String celex(String text) {
        for (int at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
            int from = at - 10;
            if (from >= 0 && at + 9 <= text.length() && text.charAt(from) == '0' && "RDL".indexOf(text.charAt(from + 5)) >= 0
                    && text.substring(at + 1, at + 9).chars().allMatch(Character::isDigit)
                    && text.substring(from, from + 5).chars().allMatch(Character::isDigit)) {
                return text.substring(from, at + 9);
            }
        }
        return null;
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            String celex = celex(file.name() + " " + file.head());
            String act = celex == null ? file.name() : celex;
            if (celex != null) {
                String day = celex.substring(celex.indexOf('-') + 1);
                sink.contentDay(day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6));
            }
            var rows = new AnnexRows(list(), file.name(), act, sink);
            try (InputStream in = file.open()) {
                XMLStreamReader xml = XmlRecords.factory().createXMLStreamReader(in);
                new Page(file, xml, rows).read();
                rows.done();
            } catch (XMLStreamException e) {
                String message = Texts.squeeze(String.valueOf(e.getMessage()));
                throw file.refused(
                        Code.L101,
                        "line %d, column %d".formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNumber(), e.getLocation() == null ? 0 : e.getLocation().getColumnNumber()),
                        "The page breaks off or is damaged: %s.".formatted(message),
                        "fetch the file again; nothing of this one is used");
            }
        }
    }

    private static final Map<String, String> ENTITIES = Map.of("nbsp", " ", "ndash", "–", "mdash", "—", "rsquo", "’", "lsquo", "‘");

    private static final class Page {
        private final Source file;
        private final XMLStreamReader xml;
        private final AnnexRows rows;
        private final StringBuilder text = new StringBuilder();
        private final ArrayList<String> lines = new ArrayList<>();
        private final ArrayList<List<String>> cells = new ArrayList<>();
        private String paragraph = "";
        private int table;
        private int depth;
        private boolean image;

        Page(Source file, XMLStreamReader xml, AnnexRows rows) {
            this.file = file;
            this.xml = xml;
            this.rows = rows;
        }

        void read() throws XMLStreamException, Refused {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > 64) {
                            throw file.refused(Code.L106, "line " + xml.getLocation().getLineNumber(), "The page is deeper than any annex.", "do not use this file");
                        }
                        starts(xml.getLocalName());
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        ends(xml.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    case XMLStreamConstants.ENTITY_REFERENCE -> entity();
                    case XMLStreamConstants.DTD -> {
                        // EUR-Lex pages begin with <!DOCTYPE html …>: its outside is never opened, an inside is refused.
                        if (file.inHead("<!ENTITY") || file.inHead("<!ATTLIST")) {
                            throw file.refused(Code.L107, "line 1", "The page declares entities of its own.", "do not use this file");
                        }
                    }
                    default -> {
                        // Comments and processing instructions say nothing.
                    }
                }
            }
        }

        private void entity() throws Refused {
            String known = ENTITIES.get(xml.getLocalName());
            if (known == null) {
                throw file.refused(Code.L107, "line " + xml.getLocation().getLineNumber(), "The page uses an entity of its own, `%s`.".formatted(xml.getLocalName()), "do not use this file");
            }
            text.append(known);
        }

        private void starts(String element) {
            switch (element) {
                case "p", "li" -> {
                    String given = xml.getAttributeValue(null, "class");
                    paragraph = given == null ? "" : given.toLowerCase(Locale.ROOT);
                    text.setLength(0);
                }
                case "br" -> line();
                case "table" -> table++;
                case "tr" -> cells.clear();
                case "td", "th" -> {
                    lines.clear();
                    text.setLength(0);
                }
                case "img" -> image = true;
                default -> {
                    // Spans and divisions carry no meaning of their own.
                }
            }
        }

        private void ends(String element) {
            switch (element) {
                case "p", "li" -> {
                    if (table > 0) {
                        line();
                    } else {
                        paragraph();
                    }
                }
                case "td", "th" -> {
                    line();
                    cells.add(List.copyOf(lines));
                    lines.clear();
                }
                case "tr" -> {
                    if (!cells.isEmpty()) {
                        rows.row(List.copyOf(cells), xml.getLocation().getLineNumber(), image);
                        image = false;
                    }
                    cells.clear();
                }
                case "table" -> table--;
                default -> {
                    // See above.
                }
            }
        }

        private void line() {
            String clean = withoutMarks(text.toString());
            text.setLength(0);
            if (!clean.isEmpty()) {
                lines.add(clean);
            }
        }

        private void paragraph() {
            String clean = withoutMarks(text.toString());
            text.setLength(0);
            if (paragraph.startsWith("title-annex")) {
                rows.annex(clean);
            } else if (paragraph.startsWith("title-gr-seq")) {
                rows.part(clean);
            }
        }
    }

    /** Takes out {@code ▼M37}, {@code ▼B}, {@code ►C1} and {@code ◄}. */
    static String withoutMarks(String given) {
        if (given.indexOf('▼') < 0 && given.indexOf('►') < 0 && given.indexOf('◄') < 0) {
            return Texts.squeeze(given);
        }
        var out = new StringBuilder(given.length());
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            if (c == '▼' || c == '►') {
                int end = i + 1;
                while (end < given.length() && given.charAt(end) == ' ') {
                    end++;
                }
                boolean letter = end < given.length() && given.charAt(end) >= 'A' && given.charAt(end) <= 'Z';
                int label = letter ? end + 1 : end;
                while (letter && label < given.length() && Character.isDigit(given.charAt(label))) {
                    label++;
                }
                // A letter without digits is a label only for ▼B, the basic act.
                boolean isLabel = letter && (label > end + 1 || given.charAt(end) == 'B');
                if (!isLabel) {
                    out.append(c);
                    continue;
                }
                i = label - 1;
                out.append(' ');
            } else if (c != '◄') {
                out.append(c);
            }
        }
        return Texts.squeeze(out.toString());
    }
}
