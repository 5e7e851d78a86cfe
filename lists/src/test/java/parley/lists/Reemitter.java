package parley.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import parley.lists.archive.Shapes;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.Source;
import parley.lists.source.YamlDocuments;

/** Writes the documents of an archive as the official XML they were made from, so that the official reader reads real records. */
final class Reemitter {
    private Reemitter() {}

    static Path write(Path archive, String list) throws IOException {
        Path file = ReadingFixtures.written("re-emitted-" + list + ".xml", new byte[0]);
        try (OutputStream out = Files.newOutputStream(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            if (list.equals("eu")) {
                xml.writeStartElement("export");
                xml.writeDefaultNamespace("http://eu.europa.ec/fpi/fsd/export");
                xml.writeAttribute("generationDate", "2026-03-15T00:00:00.000+01:00");
                xml.writeAttribute("globalFileId", "1");
            } else {
                xml.writeStartElement("Designations");
                xml.writeStartElement("DateGenerated");
                xml.writeCharacters("20/08/2026");
                xml.writeEndElement();
            }
            xml.writeCharacters("\n");
            YamlDocuments.read(new Source(archive), (document, _) -> {
                Fields record = list.equals("eu") ? Shapes.eu(document) : Shapes.uk(document);
                emit(xml, record);
            });
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException | Refused e) {
            throw new IOException(e);
        }
        return file;
    }

    private static void emit(XMLStreamWriter xml, @Nullable Fields record) {
        if (record != null) {
            try {
                element(xml, record);
                xml.writeCharacters("\n");
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void element(XMLStreamWriter xml, Fields fields) throws XMLStreamException {
        xml.writeStartElement(fields.name());
        for (Fields child : fields.children()) {
            String text = child.peekText();
            if (child.name().startsWith("@") && text != null) {
                xml.writeAttribute(child.name().substring(1), text);
            }
        }
        String own = fields.peekText();
        if (own != null) {
            xml.writeCharacters(own);
        }
        for (Fields child : fields.children()) {
            if (!child.name().startsWith("@")) {
                element(xml, child);
            }
        }
        xml.writeEndElement();
    }
}
