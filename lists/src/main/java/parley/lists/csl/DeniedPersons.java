package parley.lists.csl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import parley.lists.record.Draft;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.source.CsvRows;
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Rows;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.Whens;

/**
 * The denied persons list of the Bureau of Industry and Security: a row per name and address, separated by tabs. It has no
 * id and does not say who is a person; our id is the name with the day of the order.
 */
public final class DeniedPersons implements ListFormat {
    @Override
    public String id() {
        return "bis-dpl-tsv";
    }

    @Override
    public String list() {
        return "us-dpl";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("\"Name\"\t\"Street_Address\"") || head.startsWith("Name\tStreet_Address");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            Rows[] header = {null};
            CsvRows.read(file, StandardCharsets.UTF_8, '\t', (row, line) -> {
                if (header[0] == null) {
                    header[0] = Rows.of(List.copyOf(row.getFields()));
                } else if (row.getFieldCount() != header[0].header().size()) {
                    throw file.refused(Code.L101, "line %d".formatted(line), "The row has %d columns, not %d: the file breaks off or is damaged.".formatted(row.getFieldCount(), header[0].header().size()), "fetch the file again");
                } else {
                    entry(file.name(), header[0].fields(row, line), line, sink);
                }
            });
        }
    }

    private void entry(String file, Fields row, long line, Sink sink) {
        var draft = new Draft();
        String name = row.take("Name");
        draft.name(name, Use.PRIMARY, Quality.UNKNOWN);
        String country = row.take("Country");
        draft.address(Texts.joined(", ", row.take("Street_Address"), row.take("City"), row.take("State"), row.take("Postal_Code"), country));
        draft.country(country);
        String from = Whens.americanDay(row.take("Effective_Date"));
        String to = Whens.americanDay(row.take("Expiration_Date"));
        draft.dates = new Listing.LawDates(from, false, null, row.take("Last_Update"), to);
        draft.state = to == null ? Listing.State.LISTED : Listing.State.EXPIRES;
        draft.note("standard order", row.take("Standard_Order"));
        draft.note("action", row.take("Action"));
        String notice = row.take("FR_Citation");
        if (notice != null) {
            draft.acts.add(new Listing.Act(notice, null, null));
        }
        draft.programme("DPL");
        draft.measures.add(Listing.Measure.EXPORT);
        if (name == null) {
            sink.setAside("line " + line, line, "it has no name.");
            return;
        }
        String id = Texts.canonical(name) + (from == null ? "" : " " + from);
        sink.listing(draft.done(list(), id, Listing.Kind.UNKNOWN, new Listing.Place(file, line - 1, line)), row);
    }
}
