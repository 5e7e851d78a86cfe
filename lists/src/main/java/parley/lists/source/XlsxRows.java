package parley.lists.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Finding.Code;
import parley.lists.record.Refused;

/**
 * Reads the rows of a workbook (Office Open XML) with the hardened parser of {@link XmlRecords}. Values come as text:
 * numbers and days as the number in the file (a day is its Excel serial), booleans as TRUE and FALSE.
 *
 * <p>Memory: the shared texts of the workbook and one row.
 */
public final class XlsxRows {
    private XlsxRows() {}

    /** Takes the rows of all sheets in their order. */
    public interface Handler {
        /** One row that is not empty; {@code cells} by column from 0, null where empty; {@code line} from 1. */
        void row(String sheet, List<@Nullable String> cells, long line) throws Refused;
    }

    /** Reads all sheets. */
    public static void read(Source source, Handler handler) throws IOException, Refused {
        if (source.sizeBytes() == 0) {
            throw source.refused(Code.L102, "", "The file is empty.", "fetch it again");
        }
        try (ZipFile zip = new ZipFile(source.path().toFile())) {
            checkEntries(source, zip);
            List<String> shared = sharedTexts(source, zip);
            Map<String, String> sheets = sheets(source, zip);
            if (sheets.isEmpty()) {
                throw source.refused(Code.L104, "", "The workbook has no sheet.", "it may be another file");
            }
            for (var sheet : sheets.entrySet()) {
                sheet(source, zip, sheet.getKey(), sheet.getValue(), shared, handler);
            }
        } catch (ZipException e) {
            throw source.refused(
                    Code.L101, "", "The workbook cannot be unpacked: " + e.getMessage() + ".", "fetch the file again; nothing of this one is used");
        } catch (Source.BeyondLimit e) {
            throw source.refused(Code.L106, "", "The workbook goes beyond a limit: " + e.getMessage() + ".", "do not use this file");
        } catch (java.io.EOFException e) {
            throw source.refused(Code.L101, "", "A part of the workbook breaks off.", "fetch the file again");
        }
    }

    private static void checkEntries(Source source, ZipFile zip) throws IOException, Refused {
        if (zip.size() > Limits.ZIP_ENTRIES) {
            throw source.refused(Code.L106, "", "The workbook has %d parts.".formatted(zip.size()), "do not use this file");
        }
        Set<String> names = new HashSet<>();
        long packed = 0;
        long unpacked = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName();
            if (name.startsWith("/") || name.contains("..") || name.contains("\\") || name.contains(":") || !names.add(name)) {
                throw source.refused(Code.L106, name, "The workbook has a part with a name that leads elsewhere or stands twice.", "do not use this file");
            }
            packed += Math.max(0, entry.getCompressedSize());
            unpacked += Math.max(0, entry.getSize());
        }
        if (packed > source.sizeBytes() || unpacked > Limits.ZIP_BYTES) {
            throw source.refused(Code.L106, "", "The parts of the workbook overlap, or unpack to more than 1 GB.", "do not use this file");
        }
    }

    private static InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
        long most = Math.max(1L << 20, Math.max(0, entry.getCompressedSize()) * Limits.ZIP_RATIO);
        return new Source.Guard(zip.getInputStream(entry), Math.min(most, Limits.FILE_BYTES));
    }

    private static List<String> sharedTexts(Source source, ZipFile zip) throws IOException, Refused {
        ZipEntry entry = zip.getEntry("xl/sharedStrings.xml");
        var texts = new ArrayList<String>();
        if (entry == null) {
            return texts;
        }
        var text = new StringBuilder();
        walk(source, zip, entry, new Walk() {
            private boolean phonetic;
            private boolean inText;

            @Override
            public void starts(String name, XMLStreamReader xml) {
                switch (name) {
                    case "si" -> text.setLength(0);
                    case "rPh" -> phonetic = true;
                    case "t" -> inText = !phonetic;
                    default -> {
                        // Runs and their fonts carry no text.
                    }
                }
            }

            @Override
            public void ends(String name) {
                switch (name) {
                    case "si" -> texts.add(text.toString());
                    case "rPh" -> phonetic = false;
                    case "t" -> inText = false;
                    default -> {
                        // See above.
                    }
                }
            }

            @Override
            public void text(XMLStreamReader xml) {
                if (inText) {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                }
            }
        });
        return texts;
    }

    /** Names of the sheets in their order, with the parts that hold them. */
    private static Map<String, String> sheets(Source source, ZipFile zip) throws IOException, Refused {
        Map<String, String> targets = new HashMap<>();
        Map<String, String> sheets = new LinkedHashMap<>();
        ZipEntry relations = zip.getEntry("xl/_rels/workbook.xml.rels");
        ZipEntry workbook = zip.getEntry("xl/workbook.xml");
        if (relations == null || workbook == null) {
            throw source.refused(Code.L104, "", "The file is packed, but it is no workbook.", "it may be another file");
        }
        walk(source, zip, relations, (name, xml) -> {
            if (name.equals("Relationship")) {
                String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                targets.put(String.valueOf(xml.getAttributeValue(null, "Id")), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        walk(source, zip, workbook, (name, xml) -> {
            if (name.equals("sheet")) {
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    String target = xml.getAttributeLocalName(i).equals("id") ? targets.get(xml.getAttributeValue(i)) : null;
                    if (target != null) {
                        sheets.put(String.valueOf(xml.getAttributeValue(null, "name")), target);
                    }
                }
            }
        });
        return sheets;
    }

    private static void sheet(Source source, ZipFile zip, String sheet, String part, List<String> shared, Handler handler)
            throws IOException, Refused {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw source.refused(Code.L101, part, "The workbook names a sheet that it does not hold.", "fetch the file again");
        }
        walk(source, zip, entry, new Cells(sheet, shared, handler));
    }

    private static final class Cells implements Walk {
        private static final int MOST_COLUMNS = 1_000;

        private final String sheet;
        private final List<String> shared;
        private final Handler handler;
        private final StringBuilder text = new StringBuilder();
        private List<@Nullable String> row = new ArrayList<>();
        private long line;
        private int column;
        private String type = "n";
        private boolean inValue;

        Cells(String sheet, List<String> shared, Handler handler) {
            this.sheet = sheet;
            this.shared = shared;
            this.handler = handler;
        }

        @Override
        public void starts(String name, XMLStreamReader xml) {
            switch (name) {
                case "row" -> {
                    row = new ArrayList<>();
                    String number = xml.getAttributeValue(null, "r");
                    line = number == null ? line + 1 : Long.parseLong(number);
                }
                case "c" -> {
                    String reference = xml.getAttributeValue(null, "r");
                    column = reference == null ? row.size() : column(reference);
                    String given = xml.getAttributeValue(null, "t");
                    type = given == null ? "n" : given;
                    text.setLength(0);
                }
                case "v", "t" -> inValue = true;
                default -> {
                    // Formulas and formats are not read: the value stands beside them.
                }
            }
        }

        @Override
        public void text(XMLStreamReader xml) {
            if (inValue) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }

        @Override
        public void ends(String name) throws Refused, XMLStreamException {
            switch (name) {
                case "v", "t" -> inValue = false;
                case "c" -> cell();
                case "row" -> {
                    if (!row.isEmpty()) {
                        handler.row(sheet, row, line);
                    }
                }
                default -> {
                    // See above.
                }
            }
        }

        private void cell() throws XMLStreamException {
            if (text.isEmpty() || column >= MOST_COLUMNS) {
                return;
            }
            while (row.size() <= column) {
                row.add(null);
            }
            row.set(column, value(text.toString()));
        }

        private String value(String text) throws XMLStreamException {
            return switch (type) {
                case "s" -> {
                    try {
                        yield shared.get(Integer.parseInt(text));
                    } catch (IndexOutOfBoundsException | NumberFormatException e) {
                        throw new XMLStreamException("cell in row %d refers to text %s, which is not there".formatted(line, text), e);
                    }
                }
                case "b" -> text.equals("1") ? "TRUE" : "FALSE";
                case "n" -> text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
                default -> text;
            };
        }

        private static int column(String reference) {
            int column = 0;
            for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && i < 4; i++) {
                column = column * 26 + reference.charAt(i) - 'A' + 1;
            }
            return Math.max(0, column - 1);
        }
    }

    private interface Walk {
        void starts(String name, XMLStreamReader xml) throws Refused, XMLStreamException;

        default void ends(String name) throws Refused, XMLStreamException {}

        default void text(XMLStreamReader xml) {}
    }

    private static void walk(Source source, ZipFile zip, ZipEntry entry, Walk walk) throws IOException, Refused {
        try (InputStream in = open(zip, entry)) {
            XMLStreamReader xml = XmlRecords.factory().createXMLStreamReader(in);
            try {
                while (xml.hasNext()) {
                    switch (xml.next()) {
                        case XMLStreamConstants.START_ELEMENT -> walk.starts(xml.getLocalName(), xml);
                        case XMLStreamConstants.END_ELEMENT -> walk.ends(xml.getLocalName());
                        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> walk.text(xml);
                        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw source.refused(
                                Code.L107, entry.getName(), "A part of the workbook has a document type or an entity of its own.", "do not use this file");
                        default -> {
                            // Nothing else carries a value.
                        }
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | NumberFormatException e) {
            if (e instanceof XMLStreamException broken && broken.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw source.refused(
                    Code.L101,
                    entry.getName(),
                    "A part of the workbook cannot be read: " + Texts.squeeze(String.valueOf(e.getMessage())) + ".",
                    "fetch the file again; nothing of this one is used");
        }
    }
}
