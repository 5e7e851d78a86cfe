package parley.lists.archive;

import java.io.IOException;
import java.util.List;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.YamlDocuments;

/** An archive of the UK list. It lacks every detail of persons, bodies and ships, and has stray records of the UN list. */
public final class UkArchive implements ListFormat {
    @Override
    public String id() {
        return "archive-gb-uksl";
    }

    @Override
    public String list() {
        return "gb-uksl";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("---") && head.contains("\nunique_id:");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            YamlDocuments.read(file, (document, number) -> {
                Fields designation = Shapes.uk(document);
                if (designation != null) {
                    parley.lists.uk.UkXml.designation(list(), file.name(), designation, number, sink);
                }
            });
        }
    }
}
