package parley.lists.archive;

import java.io.IOException;
import java.util.List;
import parley.lists.record.Refused;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.YamlDocuments;

/** An archive of the register of New Zealand. */
public final class MfatArchive implements ListFormat {
    @Override
    public String id() {
        return "archive-nz-mfat";
    }

    @Override
    public String list() {
        return "nz-mfat";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("---") && head.contains("\nunique_identifier:");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            YamlDocuments.read(file, (document, number) -> {
                var row = new Fields("row", document.line());
                for (Fields field : document.children()) {
                    String text = field.peekText();
                    row.add(parley.lists.mfat.MfatRegister.letters(field.name()), text == null ? "" : text);
                }
                parley.lists.mfat.MfatRegister.subject(list(), file.name(), row, number, sink);
            });
        }
    }
}
