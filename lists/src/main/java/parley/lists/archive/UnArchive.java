package parley.lists.archive;

import java.io.IOException;
import java.util.List;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.YamlDocuments;

/** An archive of the UN list, which keeps one date of birth of each person only. */
public final class UnArchive implements ListFormat {
    @Override
    public String id() {
        return "archive-un-sc";
    }

    @Override
    public String list() {
        return "un-sc";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("---") && head.contains("\ndataid:");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            YamlDocuments.read(file, (document, number) -> {
                Fields record = Shapes.un(document);
                var kind = record.name().equals("INDIVIDUAL") ? parley.lists.record.Listing.Kind.PERSON : parley.lists.record.Listing.Kind.ORGANISATION;
                parley.lists.un.UnXml.subject(list(), file.name(), record, number, kind, sink);
            });
        }
    }
}
