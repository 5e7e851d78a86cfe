package parley.lists.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Finding.Code;
import parley.lists.record.Refused;

/**
 * Reads an XML file record by record with the parser of the JDK. No document type, no entity of the file's own, nothing
 * is ever opened beside the file. Names are local names: publishers change their namespaces.
 *
 * <p>Memory: one record at a time. Cost: a tree of {@link Fields} for each record.
 */
public final class XmlRecords {
    private XmlRecords() {}

    /** Takes what stands in the file, in its order. */
    public interface Handler {
        /** The root or a container opens; its attributes are the fields. */
        void opens(Fields element) throws Refused;

        /** One record, numbered from 1 over the whole file. */
        void record(Fields record, long number) throws Refused;
    }

    /** The only place where a parser is configured. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setProperty("jdk.xml.elementAttributeLimit", Limits.ATTRIBUTES);
        factory.setProperty("jdk.xml.maxElementDepth", Limits.DEPTH + 1);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("the file refers to `%s`, which is not opened".formatted(systemId));
        });
        return factory;
    }

    /**
     * Reads a file.
     *
     * @param root the local name the root must have
     * @param containers elements, apart from the root, whose children are records
     */
    public static void read(Source source, String root, Set<String> containers, Handler handler)
            throws IOException, Refused {
        try (InputStream in = new Runs(source.open())) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            var run = new Run(source, xml, containers, handler);
            try {
                run.all(root);
            } catch (XMLStreamException e) {
                throw run.broken(e);
            } finally {
                xml.close();
            }
        } catch (Source.BeyondLimit e) {
            throw source.refused(
                    Code.L106,
                    "",
                    "The file goes beyond a limit: " + e.getMessage() + ".",
                    "ask the publisher for the file again");
        } catch (java.io.EOFException | java.util.zip.ZipException e) {
            throw source.refused(Code.L101, "", "The packed file breaks off.", "fetch it again");
        } catch (XMLStreamException e) {
            throw source.refused(Code.L101, "", "No XML could be read: " + oneLine(e) + ".", "fetch the file again");
        }
    }

    private static String oneLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        String last = message.startsWith("ParseError at") && end >= 0 ? message.substring(end + 1) : message;
        last = Texts.squeeze(last.startsWith("Message: ") ? last.substring(9) : last);
        return Texts.cutEnd(last.length() > 300 ? last.substring(0, 300) + " …" : last, '.');
    }

    private static final class Run {
        private final Source source;
        private final XMLStreamReader xml;
        private final Set<String> containers;
        private final Handler handler;
        private final StringBuilder text = new StringBuilder();
        private long records;
        private int fields;
        private int depth;
        private @Nullable String open;

        Run(Source source, XMLStreamReader xml, Set<String> containers, Handler handler) {
            this.source = source;
            this.xml = xml;
            this.containers = containers;
            this.handler = handler;
        }

        void all(String root) throws XMLStreamException, Refused {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> starts(root);
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.DTD,
                            XMLStreamConstants.ENTITY_REFERENCE,
                            XMLStreamConstants.ENTITY_DECLARATION -> throw ownEntity();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> between();
                    default -> {
                        // Comments, processing instructions and blanks say nothing about a record.
                    }
                }
            }
        }

        private void between() throws Refused {
            if (!xml.isWhiteSpace() && depth > 0) {
                throw source.refused(
                        Code.L104,
                        where(),
                        "Text stands between the records.",
                        "compare the file with the schema of the publisher");
            }
        }

        private void starts(String root) throws XMLStreamException, Refused {
            String name = xml.getLocalName();
            if (depth == 0 && !name.equals(root)) {
                throw source.refused(
                        Code.L104,
                        where(),
                        "The file begins with `%s`, not with `%s`.".formatted(name, root),
                        "it may be another list, or a new format");
            }
            if (depth == 0 || containers.contains(name)) {
                var element = new Fields(name, xml.getLocation().getLineNumber());
                attributes(element);
                handler.opens(element);
                depth++;
                return;
            }
            records++;
            fields = 0;
            open = name;
            Fields record = element(1);
            open = null;
            handler.record(record, records);
        }

        /** Reads the element that has just begun, up to its end. */
        private Fields element(int level) throws XMLStreamException, Refused {
            if (level + depth > Limits.DEPTH || ++fields > Limits.FIELDS_OF_A_RECORD) {
                throw source.refused(
                        Code.L106,
                        where(),
                        "The record is deeper or longer than any list needs.",
                        "do not use this file");
            }
            var element = new Fields(
                    xml.getLocalName(), level == 1 ? xml.getLocation().getLineNumber() : 0);
            if (xml.getNamespaceURI() != null && xml.getNamespaceURI().endsWith("/XInclude")) {
                throw ownEntity();
            }
            attributes(element);
            int begin = text.length();
            while (true) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> element.add(element(level + 1));
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(begin);
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (text.length() > begin) {
                            element.text(text.substring(begin));
                            text.setLength(begin);
                        }
                        return element;
                    }
                    case XMLStreamConstants.DTD,
                            XMLStreamConstants.ENTITY_REFERENCE,
                            XMLStreamConstants.ENTITY_DECLARATION -> throw ownEntity();
                    case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("the document ends");
                    default -> {
                        // Comments and processing instructions say nothing about a record.
                    }
                }
            }
        }

        /** Blanks at the beginning are between elements; blanks inside a text belong to it. */
        private void append(int begin) throws Refused {
            int length = xml.getTextLength();
            if (text.length() == begin && blank(xml.getTextCharacters(), xml.getTextStart(), length)) {
                return;
            }
            if (text.length() - begin + length > Limits.TEXT_CHARS) {
                throw source.refused(
                        Code.L106, where(), "A text is longer than any list needs.", "do not use this file");
            }
            text.append(xml.getTextCharacters(), xml.getTextStart(), length);
        }

        private static boolean blank(char[] chars, int start, int length) {
            for (int i = start; i < start + length; i++) {
                if (chars[i] > ' ') {
                    return false;
                }
            }
            return true;
        }

        private void attributes(Fields element) throws Refused {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String value = xml.getAttributeValue(i);
                if (value.length() > Limits.ATTRIBUTE_CHARS) {
                    throw source.refused(
                            Code.L106, where(), "An attribute is longer than 64 KiB.", "do not use this file");
                }
                // Namespaces and hints to a schema are about the file, not about the subject.
                String namespace = xml.getAttributeNamespace(i);
                if (!value.isEmpty() && (namespace == null || !namespace.endsWith("XMLSchema-instance"))) {
                    element.add(Fields.leaf(ATTRIBUTE_NAMES.of(xml.getAttributeLocalName(i)), value, 0));
                }
            }
        }

        private Refused ownEntity() {
            return source.refused(
                    Code.L107,
                    where(),
                    "The file has a document type, an inclusion or an entity of its own.",
                    "no official list has one; do not use this file");
        }

        private String where() {
            return "line %d, column %d"
                    .formatted(
                            xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
        }

        Refused broken(XMLStreamException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("JAXP0001")
                    || message.contains("jdk.xml.")
                    || message.contains("entityExpansionLimit")) {
                return source.refused(
                        Code.L106,
                        where(),
                        "The file goes beyond a limit of the parser: " + oneLine(e) + ".",
                        "do not use this file");
            }
            if (message.contains("is not opened")
                    || message.contains("DOCTYPE")
                    || message.contains("was referenced, but not declared")) {
                return ownEntity();
            }
            if (e.getNestedException() instanceof IOException inner && !(inner instanceof java.io.EOFException)) {
                return inner instanceof Source.BeyondLimit
                        ? source.refused(
                                Code.L106,
                                where(),
                                "The file goes beyond a limit: " + inner.getMessage() + ".",
                                "do not use this file")
                        : malformed(inner);
            }
            long whole = open == null ? records : records - 1;
            boolean empty = records == 0 && depth == 0 && xml.getLocation().getCharacterOffset() <= 1;
            return empty
                    ? source.refused(Code.L102, "", "The file is empty.", "fetch it again")
                    : source.refused(
                            Code.L101,
                            where(),
                            "The file breaks off or is damaged %s, after %d whole records: %s."
                                    .formatted(
                                            open == null
                                                    ? "between two records"
                                                    : "inside record %d (`%s`)".formatted(records, open),
                                            whole,
                                            oneLine(e)),
                            "fetch the file again; nothing of this one is used");
        }

        Refused malformed(IOException e) {
            return source.refused(
                    Code.L103,
                    where(),
                    "A byte near this place is not in the encoding that the file declares: " + oneLine(e) + ".",
                    "fetch the file again, as bytes; something on the way has converted it");
        }
    }

    /** The same few names over and over: each is made once. */
    private static final class AttributeNames {
        private final java.util.concurrent.ConcurrentHashMap<String, String> names =
                new java.util.concurrent.ConcurrentHashMap<>();

        String of(String local) {
            String known = names.get(local);
            if (known != null) {
                return known;
            }
            String made = ("@" + local).intern();
            if (names.size() < 10_000) {
                names.put(local, made);
            }
            return made;
        }
    }

    private static final AttributeNames ATTRIBUTE_NAMES = new AttributeNames();

    /** Ends input that has no tag for a long time, before the parser buffers it. Looks at the end of each block only. */
    private static final class Runs extends FilterInputStream {
        private long run;

        Runs(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            int n = super.read(block, offset, length);
            for (int i = n - 1; i >= 0; i--) {
                if (block[offset + i] == '<') {
                    run = (long) n - i;
                    return n;
                }
            }
            run += Math.max(n, 0);
            if (run > Limits.RUN_BYTES) {
                throw new Source.BeyondLimit("more than %d bytes without a tag".formatted(Limits.RUN_BYTES));
            }
            return n;
        }
    }
}
