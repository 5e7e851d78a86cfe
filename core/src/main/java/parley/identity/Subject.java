package parley.identity;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person, organisation, vessel or other thing as one source describes it. Values are kept as written; nothing is guessed
 * when it is built.
 *
 * @param id key of the record in its source, unique together with the source, for example {@code eu-fsf-EU-5971-83}
 * @param kind what it is; {@link Kind#OTHER} when the source does not say
 * @param names at least one, the primary name first if the source has one
 * @param births dates of birth of a person, of foundation of an organisation, of building of a vessel; several are normal
 * @param countries each with what ties the subject to it
 * @param identifiers numbers of documents and registers
 * @param genders empty if not said; two if sources within the record disagree
 * @param positions offices and functions in words
 * @param birthPlaces places of birth in words
 * @param position where in which source the record stands, for a reader: {@code "EU FSF 2026-03-15, entity 17"}
 */
public record Subject(
        String id,
        Kind kind,
        List<Name> names,
        List<Birth> births,
        List<CountryTie> countries,
        List<Identifier> identifiers,
        Set<Gender> genders,
        List<String> positions,
        List<String> birthPlaces,
        String position) {

    /** @throws IllegalArgumentException if there is no name */
    public Subject {
        names = List.copyOf(names);
        births = List.copyOf(births);
        countries = List.copyOf(countries);
        identifiers = List.copyOf(identifiers);
        genders = Collections.unmodifiableSet(new TreeSet<>(genders));
        positions = List.copyOf(positions);
        birthPlaces = List.copyOf(birthPlaces);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Subject %s (%s) has no name.".formatted(id, position));
        }
    }

    /** Returns a subject known by one name only, as somebody types it into a search field. */
    public static Subject named(Kind kind, String name) {
        return new Subject(
                "query",
                kind,
                List.of(Name.of(name)),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                "query");
    }

    /** What is described. A person never is an organisation; {@code OTHER} may be any of them. */
    public enum Kind {
        PERSON,
        ORGANISATION,
        VESSEL,
        OTHER
    }

    /** Genders as lists print them. */
    public enum Gender {
        FEMALE,
        MALE,
        OTHER
    }

    /**
     * One name as the source writes it.
     *
     * @param text the whole name; if the source gives parts only, the parts in its order with blanks between
     * @param kind what the source calls it
     * @param quality what the source says about it
     * @param language ISO 639-1 in lower case, or null if not said
     * @param parts the parts the source distinguishes, in its order; empty if it does not
     */
    public record Name(
            String text,
            NameKind kind,
            Quality quality,
            @Nullable String language,
            List<Part> parts) {
        public Name {
            parts = List.copyOf(parts);
            Objects.requireNonNull(text);
        }

        /** Returns a primary name without parts and of unknown quality. */
        public static Name of(String text) {
            return new Name(text, NameKind.PRIMARY, Quality.UNKNOWN, null, List.of());
        }

        /** Returns the script most letters of the text are written in. */
        public Character.UnicodeScript script() {
            return Scripts.mainScript(text);
        }
    }

    /** What a source calls a name. */
    public enum NameKind {
        PRIMARY,
        ALIAS,
        FORMER,
        MAIDEN,
        ORIGINAL_SCRIPT,
        SPELLING
    }

    /** How far a source trusts a name; most say nothing. */
    public enum Quality {
        STRONG,
        WEAK,
        UNKNOWN
    }

    /** A part of a name that the source keeps apart. */
    public record Part(Role role, String text) {}

    /** What a part of a name is. */
    public enum Role {
        TITLE,
        GIVEN,
        MIDDLE,
        PATRONYMIC,
        FAMILY,
        SUFFIX,
        UNKNOWN
    }

    /**
     * A date as precise as the source has it.
     *
     * @param yearFrom first year that is possible
     * @param yearTo last year that is possible; the same as {@code yearFrom} unless the source gives a range
     * @param month 1 to 12, or 0 if not said
     * @param day 1 to 31, or 0 if not said
     * @param circa whether the source says "about"
     */
    public record Birth(int yearFrom, int yearTo, int month, int day, boolean circa) {
        /** @throws IllegalArgumentException if the range is reversed or a day stands without a month */
        public Birth {
            if (yearTo < yearFrom || month < 0 || month > 12 || day < 0 || day > 31 || day > 0 && month == 0) {
                throw new IllegalArgumentException(
                        "No date of birth: years %d to %d, month %d, day %d.".formatted(yearFrom, yearTo, month, day));
            }
        }

        public static Birth ofYear(int year) {
            return new Birth(year, year, 0, 0, false);
        }

        public static Birth ofDay(int year, int month, int day) {
            return new Birth(year, year, month, day, false);
        }

        /** Returns whether year, month and day are known and none is a guess. */
        public boolean isFull() {
            return yearFrom == yearTo && month > 0 && day > 0 && !circa;
        }
    }

    /**
     * A country and what ties the subject to it.
     *
     * @param code ISO 3166-1 alpha-2 in upper case, or a former code such as {@code SU}
     */
    public record CountryTie(String code, Tie tie) {
        public CountryTie {
            code = code.toUpperCase(Locale.ROOT);
        }
    }

    /** How a subject belongs to a country. */
    public enum Tie {
        CITIZENSHIP,
        BIRTH,
        RESIDENCE,
        REGISTRATION,
        FLAG,
        OTHER
    }

    /**
     * A number of a document or a register.
     *
     * @param issuer ISO 3166-1 alpha-2 of the state that gave it, or null if not said
     * @param knownFalse whether the source says the document is forged or revoked; it then proves nothing
     */
    public record Identifier(
            IdentifierType type, String value, @Nullable String issuer, boolean knownFalse) {
        public static Identifier of(IdentifierType type, String value) {
            return new Identifier(type, value, null, false);
        }
    }

    /** Kinds of numbers. Which of them are checked by a digit, {@code parley.identity.evidence} knows. */
    public enum IdentifierType {
        /** Personal number of Belarus, 14 characters. */
        BY_PERSONAL,
        /** Tax number of Belarus (УНП), 9 characters. */
        UNP,
        /** Tax number of Russia (ИНН), 10 or 12 digits. */
        INN,
        /** State registration number of Russia (ОГРН, ОГРНИП), 13 or 15 digits. */
        OGRN,
        /** Reason code of registration in Russia (КПП), 9 digits; not unique to a company. */
        KPP,
        /** Register number of Ukraine (ЄДРПОУ), 8 digits. */
        EDRPOU,
        IMO,
        MMSI,
        LEI,
        IBAN,
        SWIFT,
        PASSPORT,
        NATIONAL_ID,
        TAX,
        REGISTRATION,
        /** A number whose kind the source does not tell. */
        OTHER
    }
}
