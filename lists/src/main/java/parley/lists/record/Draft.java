package parley.lists.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listing while its record is being read. Null and blank values are not added. */
public final class Draft {
    public final List<Name> names = new ArrayList<>(4);
    public final List<When> births = new ArrayList<>(2);
    public final List<Traits.Identifier> identifiers = new ArrayList<>(4);
    public final List<Listing.Measure> measures = new ArrayList<>(2);
    public final List<Listing.Act> acts = new ArrayList<>(2);
    public final List<Listing.Relation> relations = new ArrayList<>(0);
    private final List<String> birthPlaces = new ArrayList<>(1);
    private final List<String> citizenships = new ArrayList<>(1);
    private final List<String> countries = new ArrayList<>(1);
    private final List<String> addresses = new ArrayList<>(2);
    private final List<String> positions = new ArrayList<>(1);
    private final List<String> programmes = new ArrayList<>(1);
    private final List<String> reasons = new ArrayList<>(1);
    private final List<Listing.Labelled> notes = new ArrayList<>(4);
    private @Nullable String gender;
    public Listing.LawDates dates = Listing.LawDates.NONE;
    public Listing.State state = Listing.State.LISTED;

    public void birthPlace(@Nullable String place) {
        add(birthPlaces, place);
    }

    public void citizenship(@Nullable String country) {
        add(citizenships, country);
    }

    public void country(@Nullable String country) {
        add(countries, country);
    }

    public void address(@Nullable String address) {
        add(addresses, address);
    }

    public void position(@Nullable String position) {
        add(positions, position);
    }

    public void programme(@Nullable String programme) {
        add(programmes, programme);
    }

    public void reason(@Nullable String reason) {
        add(reasons, reason);
    }

    public void gender(@Nullable String code) {
        if (code != null && !code.isBlank()) {
            gender = gender == null || gender.equals(code) ? code : gender + "; " + code;
        }
    }

    /** Whether the gender has been said by this code. */
    public boolean says(String code) {
        return gender != null && gender.contains(code);
    }

    public void note(String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            notes.add(new Listing.Labelled(label, text));
        }
    }

    public void measure(Listing.Measure measure) {
        if (!measures.contains(measure)) {
            measures.add(measure);
        }
    }

    public void name(@Nullable String text, Name.Use use, Name.Quality quality) {
        if (text != null && !text.isBlank()) {
            names.add(new Name(text, List.of(), use, quality, null, null));
        }
    }

    /** A name from its parts, joined in the order given; nothing if all are blank. */
    public void name(List<Name.Part> parts, Name.Use use, Name.Quality quality, @Nullable String language) {
        if (!parts.isEmpty()) {
            String whole = String.join(" ", parts.stream().map(Name.Part::text).toList());
            names.add(new Name(whole, parts, use, quality, language, null));
        }
    }

    public void identifier(String kind, @Nullable String number, @Nullable String country) {
        if (number != null && !number.isBlank()) {
            identifiers.add(new Traits.Identifier(kind, number, country, null));
        }
    }

    public void relation(String kind, @Nullable String otherId, @Nullable String otherName) {
        relations.add(new Listing.Relation(kind, otherId, otherName));
    }

    public boolean hasNoName() {
        return names.isEmpty();
    }

    public Listing done(String list, String id, Listing.Kind kind, Listing.Place place) {
        return new Listing(
                list,
                id,
                kind,
                names,
                new Traits(births, birthPlaces, citizenships, countries, identifiers, addresses, positions, gender),
                programmes,
                measures,
                acts,
                dates,
                state,
                reasons,
                relations,
                notes,
                place);
    }

    private static void add(List<String> all, @Nullable String value) {
        if (value != null && !value.isBlank() && !all.contains(value)) {
            all.add(value);
        }
    }
}
