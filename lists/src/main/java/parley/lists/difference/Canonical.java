package parley.lists.difference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Listing;
import parley.lists.record.Name;
import parley.lists.record.When;
import parley.lists.source.Source;
import parley.lists.source.Texts;

/**
 * A listing as it is compared: for each field the sorted set of its values, NFC, blanks squeezed. Order, places in the file
 * and numbers of details are left out: they change with every export.
 *
 * @param fields values by field; fields without value are not there
 */
public record Canonical(SortedMap<String, TreeSet<String>> fields) {
    /** Fields of the acts alone: a change in no other is a prolongation. */
    public static final java.util.Set<String> ACT_FIELDS = java.util.Set.of("act", "in force", "note: act");

    /** The canonical form of a listing. */
    public static Canonical of(Listing listing) {
        var all = new TreeMap<String, TreeSet<String>>();
        put(all, "kind", listing.kind().name());
        for (Name name : listing.names()) {
            put(all, name.use() == Name.Use.PRIMARY ? "name" : "alias", name(name));
            // The act of a name is compared apart from its text: a restatement is no new name.
            if (name.act() != null) {
                put(all, "act of a name", name.text() + " | " + name.act());
            }
        }
        var traits = listing.traits();
        traits.births().forEach(when -> put(all, "birth", birth(when)));
        traits.birthPlaces().forEach(place -> put(all, "birth place", place));
        traits.citizenships().forEach(country -> put(all, "citizenship", country));
        traits.countries().forEach(country -> put(all, "country", country));
        traits.identifiers().forEach(id -> put(all, "identifier", joined(id.kind(), id.number(), id.country(), id.doubt())));
        traits.addresses().forEach(address -> put(all, "address", address));
        traits.positions().forEach(position -> put(all, "position", position));
        put(all, "gender", traits.gender());
        listing.programmes().forEach(programme -> put(all, "programme", programme));
        listing.measures().forEach(measure -> put(all, "measure", measure.name()));
        listing.acts().forEach(act -> put(all, "act", joined(act.number(), act.published())));
        put(all, "listed", listing.dates().listed());
        put(all, "in force", listing.dates().inForce());
        put(all, "amended", listing.dates().amended());
        put(all, "ends", listing.dates().ends());
        put(all, "state", listing.state().name());
        listing.reasons().forEach(reason -> put(all, "reason", reason));
        listing.relations().forEach(relation -> put(all, "relation", joined(relation.kind(), relation.otherId(), relation.otherName())));
        listing.notes().forEach(note -> put(all, "note: " + note.label(), note.text()));
        return new Canonical(all);
    }

    private static String name(Name name) {
        List<String> parts = new ArrayList<>();
        name.parts().forEach(part -> parts.add(part.role() + "=" + part.text()));
        return joined(name.text(), name.use().name(), name.quality().name(), name.language(), String.join(", ", parts));
    }

    private static String birth(When when) {
        return when.isRead() ? when.shown() : when.printed();
    }

    private static String joined(@Nullable String... parts) {
        return Texts.joined(" | ", parts);
    }

    private static void put(TreeMap<String, TreeSet<String>> all, String field, @Nullable String value) {
        if (value != null) {
            String clean = Texts.canonical(value);
            if (!clean.isEmpty()) {
                all.computeIfAbsent(field, _ -> new TreeSet<>()).add(clean);
            }
        }
    }

    /** One line a value, fields and values in order: the text whose hash is the version of the record. */
    public String text() {
        var out = new StringBuilder(512);
        fields.forEach((field, values) -> values.forEach(value -> out.append(field).append(": ").append(value.replace("\n", " ")).append('\n')));
        return out.toString();
    }

    /** SHA-256 of the text, in hexadecimal. */
    public String version() {
        return HexFormat.of().formatHex(Source.sha256Digest().digest(text().getBytes(StandardCharsets.UTF_8)));
    }
}
