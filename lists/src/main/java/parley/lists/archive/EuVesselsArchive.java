package parley.lists.archive;

import java.io.IOException;
import java.util.List;
import parley.lists.record.Draft;
import parley.lists.record.Listing;
import parley.lists.record.Listing.Kind;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Use;
import parley.lists.record.Refused;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Whens;
import parley.lists.source.YamlDocuments;

/** Vessels of Annex XLII of Regulation 833/2014, which an archive of the EU file carries along. */
public final class EuVesselsArchive implements ListFormat {
    @Override
    public String id() {
        return "archive-eu-vessels";
    }

    @Override
    public String list() {
        return "eu-vessels";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("---") && name.contains("eu-vessels") && head.contains("# file: entities/eu/");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            YamlDocuments.read(file, (document, number) -> {
                if (!Shapes.has(document, "vessel_name")) {
                    return;
                }
                var draft = new Draft();
                String imo = document.take("imo_number", "");
                draft.name(document.take("vessel_name"), Use.PRIMARY, Quality.UNKNOWN);
                draft.identifier("imo", imo, null);
                String day = document.take("date_of_application");
                String iso = Whens.day(day);
                draft.dates = Listing.LawDates.listed(iso == null ? day : iso);
                draft.programme("833/2014 Annex XLII");
                draft.measure(Measure.SHIPPING);
                if (draft.hasNoName() || imo.isEmpty()) {
                    sink.setAside("document " + number, document.line(), "it has no name or no IMO number.");
                } else {
                    sink.listing(draft.done(list(), imo, Kind.VESSEL, new Listing.Place(file.name(), number, document.line())), document);
                }
            });
        }
    }
}
