package parley.lists.screening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.identity.Subject;
import parley.identity.Subject.Birth;
import parley.identity.Subject.CountryTie;
import parley.identity.Subject.Gender;
import parley.identity.Subject.IdentifierType;
import parley.identity.Subject.NameKind;
import parley.identity.Subject.Quality;
import parley.identity.Subject.Role;
import parley.identity.Subject.Tie;
import parley.identity.evidence.CheckDigits;
import parley.lists.record.Listing;
import parley.lists.record.Name;
import parley.lists.record.Traits;
import parley.lists.record.When;

/** Turns a listing into what the identity engine compares. What has no counterpart there is left out, never guessed. */
public final class Subjects {
    private Subjects() {}

    /** Returns the subject of a listing, or null if the listing has no name. */
    public static @Nullable Subject of(Listing listing) {
        if (listing.names().isEmpty()) {
            return null;
        }
        Traits traits = listing.traits();
        return new Subject(
                listing.list() + ":" + listing.id(),
                kind(listing.kind()),
                names(listing.names()),
                traits.births().stream()
                        .map(Subjects::birth)
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                countries(listing),
                traits.identifiers().stream()
                        .filter(i -> type(i) != null)
                        .map(Subjects::identifier)
                        .toList(),
                genders(traits.gender()),
                traits.positions(),
                traits.birthPlaces(),
                listing.list() + " " + listing.place());
    }

    static Subject.Kind kind(Listing.Kind kind) {
        return switch (kind) {
            case PERSON -> Subject.Kind.PERSON;
            case ORGANISATION -> Subject.Kind.ORGANISATION;
            case VESSEL -> Subject.Kind.VESSEL;
            case AIRCRAFT, SECURITY, UNKNOWN -> Subject.Kind.OTHER;
        };
    }

    /** The primary names first, as the engine wants them. */
    private static List<Subject.Name> names(List<Name> printed) {
        var names = new ArrayList<Subject.Name>();
        printed.stream().filter(n -> n.use() == Name.Use.PRIMARY).forEach(n -> names.add(name(n)));
        printed.stream().filter(n -> n.use() != Name.Use.PRIMARY).forEach(n -> names.add(name(n)));
        return names;
    }

    private static Subject.Name name(Name n) {
        return new Subject.Name(
                n.text(),
                switch (n.use()) {
                    case PRIMARY -> NameKind.PRIMARY;
                    case ALIAS, NEW -> NameKind.ALIAS;
                    case FORMER -> NameKind.FORMER;
                    case MAIDEN -> NameKind.MAIDEN;
                    case ORIGINAL_SCRIPT -> NameKind.ORIGINAL_SCRIPT;
                    case VARIANT -> NameKind.SPELLING;
                },
                switch (n.quality()) {
                    case STRONG -> Quality.STRONG;
                    case WEAK -> Quality.WEAK;
                    case UNKNOWN -> Quality.UNKNOWN;
                },
                n.language() == null ? null : n.language().toLowerCase(Locale.ROOT),
                n.parts().stream()
                        .filter(p -> p.role() != Name.Role.WHOLE && !p.text().isBlank())
                        .map(p -> new Subject.Part(role(p.role()), p.text()))
                        .toList());
    }

    private static Role role(Name.Role role) {
        return switch (role) {
            case GIVEN -> Role.GIVEN;
            case PATRONYMIC -> Role.PATRONYMIC;
            case FAMILY -> Role.FAMILY;
            case TITLE -> Role.TITLE;
            case SUFFIX -> Role.SUFFIX;
            case WHOLE, OTHER -> Role.UNKNOWN;
        };
    }

    private static @Nullable Birth birth(When when) {
        if (!when.isRead()) {
            return null;
        }
        int to = Math.max(when.year(), when.untilYear());
        return to > when.year()
                ? new Birth(when.year(), to, 0, 0, when.circa())
                : new Birth(when.year(), when.year(), when.month(), when.day(), when.circa());
    }

    private static List<CountryTie> countries(Listing listing) {
        var ties = new LinkedHashSet<CountryTie>();
        listing.traits().citizenships().forEach(text -> tie(ties, text, Tie.CITIZENSHIP));
        Tie seat = listing.kind() == Listing.Kind.VESSEL
                ? Tie.FLAG
                : listing.kind() == Listing.Kind.ORGANISATION ? Tie.REGISTRATION : Tie.OTHER;
        // The countries of a person are those of addresses: they say little about who it is.
        if (seat != Tie.OTHER) {
            listing.traits().countries().forEach(text -> tie(ties, text, seat));
        }
        return List.copyOf(ties);
    }

    private static void tie(Set<CountryTie> ties, String text, Tie tie) {
        String code = Countries.code(text);
        if (code != null) {
            ties.add(new CountryTie(code, tie));
        }
    }

    private static Subject.Identifier identifier(Traits.Identifier printed) {
        IdentifierType type = type(printed);
        boolean knownFalse = printed.doubt() != null
                && (printed.doubt().contains("false") || printed.doubt().contains("revoked"));
        return new Subject.Identifier(
                type == null ? IdentifierType.OTHER : type,
                printed.number(),
                printed.country() == null ? null : Countries.code(printed.country()),
                knownFalse);
    }

    /** The kind of a number, told from its label and its digits; null for what is no number of the subject. */
    private static @Nullable IdentifierType type(Traits.Identifier printed) {
        String kind = printed.kind().toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "imo" -> IdentifierType.IMO;
            case "mmsi" -> IdentifierType.MMSI;
            case "lei" -> IdentifierType.LEI;
            case "iban" -> IdentifierType.IBAN;
            case "swift", "swiftbic", "bic" -> IdentifierType.SWIFT;
            case "passport" -> IdentifierType.PASSPORT;
            case "national-id", "id" -> byDigits(printed.number(), IdentifierType.NATIONAL_ID);
            case "tax", "taxid", "fiscalcode" -> byDigits(printed.number(), IdentifierType.TAX);
            case "registration", "regnumber" -> byDigits(printed.number(), IdentifierType.REGISTRATION);
            case "phone", "website", "email", "un-reference", "ofsi-group", "hull", "call-sign" -> null;
            default -> byDigits(printed.number(), IdentifierType.OTHER);
        };
    }

    /** A number that satisfies the check digit of a register is one of that register. */
    static IdentifierType byDigits(String number, IdentifierType otherwise) {
        String plain = CheckDigits.plain(number);
        for (IdentifierType type : List.of(
                IdentifierType.BY_PERSONAL,
                IdentifierType.UNP,
                IdentifierType.OGRN,
                IdentifierType.INN,
                IdentifierType.LEI)) {
            if (CheckDigits.check(type, plain) == CheckDigits.Verdict.CHECKS) {
                return type;
            }
        }
        return otherwise;
    }

    private static Set<Gender> genders(@Nullable String printed) {
        var genders = EnumSet.noneOf(Gender.class);
        if (printed != null) {
            for (String word : printed.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
                switch (word) {
                    case "m", "male" -> genders.add(Gender.MALE);
                    case "f", "female" -> genders.add(Gender.FEMALE);
                    default -> {}
                }
            }
        }
        return genders;
    }
}
