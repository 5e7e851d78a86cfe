package parley.lists.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list says about the subject beside its names.
 *
 * @param births dates of birth, of founding or of building, all that are given: several are normal
 * @param birthPlaces as printed
 * @param citizenships as printed or coded
 * @param countries of seat, flag or relation, as printed or coded
 * @param identifiers documents, registration numbers, IMO numbers …
 * @param addresses one line each, parts in the order of the publisher
 * @param positions offices, functions, titles
 * @param gender as coded by the publisher
 */
public record Traits(
        List<When> births,
        List<String> birthPlaces,
        List<String> citizenships,
        List<String> countries,
        List<Identifier> identifiers,
        List<String> addresses,
        List<String> positions,
        @Nullable String gender) {

    public Traits {
        births = List.copyOf(births);
        birthPlaces = List.copyOf(birthPlaces);
        citizenships = List.copyOf(citizenships);
        countries = List.copyOf(countries);
        identifiers = List.copyOf(identifiers);
        addresses = List.copyOf(addresses);
        positions = List.copyOf(positions);
    }

    /**
     * A number that stands for the subject.
     *
     * @param kind in the words of the trade where known: passport, national-id, tax, registration, imo, swift …
     * @param number as printed
     * @param country of issue, as printed or coded
     * @param doubt what the list says against it: known false, lost, revoked, expired; never match on such a number
     *     without saying so
     */
    public record Identifier(String kind, String number, @Nullable String country, @Nullable String doubt) {}
}
