package parley.lists.archive;

import java.io.IOException;
import java.util.List;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.YamlDocuments;

/** An archive of the Swiss file without modifications: delisted targets stand in it without a mark, so it overstates the list. */
public final class SecoArchive implements ListFormat {
    @Override
    public String id() {
        return "archive-ch-seco";
    }

    @Override
    public String list() {
        return "ch-seco";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("---") && head.contains("\nssid:") && head.contains("sanctions_set_id:");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            var reading = new parley.lists.seco.SecoXml.Reading(list(), file.name(), sink);
            YamlDocuments.read(file, (document, _) -> {
                Fields target = Shapes.seco(document);
                reading.target(target);
            });
        }
    }
}
