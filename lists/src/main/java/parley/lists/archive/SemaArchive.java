package parley.lists.archive;

import java.io.IOException;
import java.util.List;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.YamlDocuments;

/** An archive of the Canadian file, without aliases, titles and IMO numbers. */
public final class SemaArchive implements ListFormat {
    @Override
    public String id() {
        return "archive-ca-sema";
    }

    @Override
    public String list() {
        return "ca-sema";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("---") && head.contains("\ncountry:") && head.contains("\ndate_of_listing:");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            YamlDocuments.read(file, (document, number) -> parley.lists.sema.SemaXml.entry(list(), file.name(), Shapes.sema(document), number, sink));
        }
    }
}
