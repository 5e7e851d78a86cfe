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
import parley.lists.source.Fields;
import parley.lists.source.ListFormat;
import parley.lists.source.Sink;
import parley.lists.source.Source;
import parley.lists.source.Texts;
import parley.lists.source.Whens;
import parley.lists.source.YamlDocuments;

/** An archive of the Australian list; it does not keep whether a subject is a person or a body. */
public final class DfatArchive implements ListFormat {
    @Override
    public String id() {
        return "archive-au-dfat";
    }

    @Override
    public String list() {
        return "au-dfat";
    }

    @Override
    public boolean recognises(String name, String head) {
        return head.startsWith("---") && head.contains("\nreference:") && head.contains("control_date:");
    }

    @Override
    public void read(List<Source> files, Sink sink) throws IOException, Refused {
        for (Source file : files) {
            YamlDocuments.read(file, (document, number) -> subject(file.name(), document, number, sink));
        }
    }

    private void subject(String file, Fields document, long number, Sink sink) {
        String id = document.take("reference", "document " + number);
        var draft = new Draft();
        for (Fields name : document.all("names")) {
            Use use = switch (name.take("name_type", "")) {
                case "Primary Name" -> Use.PRIMARY;
                case "Original Script" -> Use.ORIGINAL_SCRIPT;
                case "Alias" -> Use.ALIAS;
                default -> Use.FORMER;
            };
            name.take("script");
            Quality quality = switch (name.take("alias_strength", "")) {
                case "Strong" -> Quality.STRONG;
                case "Weak" -> Quality.WEAK;
                default -> Quality.UNKNOWN;
            };
            draft.name(name.take("text"), use, quality);
        }
        document.texts("previous_names").forEach(name -> draft.name(name, Use.FORMER, Quality.UNKNOWN));
        boolean born = false;
        for (Fields birth : document.all("dates_of_birth")) {
            String text = birth.take("raw_value");
            birth.skip();
            born = true;
            for (var when : Whens.all(text)) {
                draft.births.add(when);
                if (!when.isRead()) {
                    sink.unreadDate(id, "dates_of_birth", when.printed());
                }
            }
        }
        for (Fields place : document.all("places_of_birth")) {
            draft.birthPlace(place.take("raw_value"));
            place.skip();
            born = true;
        }
        document.texts("citizenships").forEach(draft::citizenship);
        Texts.enumerated(document.take("address")).forEach(draft::address);
        String imo = document.take("imo_number");
        draft.identifier("imo", imo, null);
        draft.note("additional information", document.take("additional_info"));
        Fields sanction = document.one("sanction");
        if (sanction != null) {
            draft.note("listing information", sanction.take("listing_information"));
            draft.programme(sanction.take("committees"));
            String control = sanction.take("control_date");
            draft.dates = new Listing.LawDates(null, false, null, control, null);
            sink.act(control);
            String instrument = sanction.take("instrument");
            if (instrument != null) {
                draft.acts.add(new Listing.Act(instrument, null, null));
            }
            flag(sanction, "targeted_financial_sanction", Measure.FREEZE, draft);
            flag(sanction, "travel_ban", Measure.ENTRY, draft);
            flag(sanction, "arms_embargo", Measure.ARMS, draft);
            flag(sanction, "maritime_restriction", Measure.SHIPPING, draft);
        }
        if (draft.hasNoName()) {
            sink.setAside(id, document.line(), "it has no name.");
            return;
        }
        Kind kind = imo != null ? Kind.VESSEL : born ? Kind.PERSON : Kind.UNKNOWN;
        sink.listing(draft.done(list(), id, kind, new Listing.Place(file, number, document.line())), document);
    }

    private static void flag(Fields sanction, String name, Measure measure, Draft draft) {
        if ("true".equals(sanction.take(name))) {
            draft.measure(measure);
        }
    }
}
