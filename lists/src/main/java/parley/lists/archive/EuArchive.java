package parley.lists.archive;

import java.io.IOException;
import java.util.List;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.YamlDocuments;

/** An archive of the EU file: some hold each entity twice, in two schemas, and the vessels of another regulation; neither is counted. */
public final class EuArchive implements ListFormat {
    @Override
    public String id() {
        return "archive-eu-fsf";
    }

    @Override
    public String list() {
        return "eu-fsf";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("---") && !name.contains("eu-vessels") && (head.contains("# file: entities/eu/") || head.contains("source: eu-data"));
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            YamlDocuments.read(file, (document, number) -> {
                Fields entity = Shapes.eu(document);
                if (entity != null) {
                    parley.lists.eu.FsfXml.entity(list(), file.name(), entity, number, sink);
                }
            });
        }
    }
}
