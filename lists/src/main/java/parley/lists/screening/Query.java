package parley.lists.screening;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.identity.Subject;
import parley.identity.Subject.Birth;
import parley.identity.Subject.CountryTie;
import parley.identity.Subject.Identifier;
import parley.identity.Subject.IdentifierType;
import parley.identity.Subject.Kind;
import parley.identity.Subject.Tie;

/**
 * A name that is looked for, with what is known of its bearer. Every field but the name may be empty.
 *
 * @param name as written by whoever asks, in any script
 * @param kind {@code person}, {@code organisation}, {@code vessel}, or empty if not known
 * @param born {@code 1970}, {@code 1970-06} or {@code 1970-06-02}
 * @param country in words or as a code
 * @param id any number of a document or register
 */
public record Query(String name, String kind, String born, String country, String id) {
    private static final int LONGEST = 500;
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    public Query {
        name = name.strip();
        kind = kind.strip().toLowerCase(Locale.ROOT);
        born = born.strip();
        country = country.strip();
        id = id.strip();
    }

    /** A name and nothing else. */
    public static Query of(String name) {
        return new Query(name, "", "", "", "");
    }

    /** Returns what is wrong with it and how to mend it, or null. */
    public @Nullable String wrong() {
        if (name.isEmpty() || name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return "There is no name. Write the name to look for.";
        }
        if (name.length() > LONGEST || id.length() > LONGEST) {
            return "The name or the number is longer than %d signs. Ask for one name at a time.".formatted(LONGEST);
        }
        if (subjectKind() == null) {
            return "`%s` is no kind. Write person, organisation or vessel, or leave it empty.".formatted(kind);
        }
        if (!born.isEmpty() && birth() == null) {
            return "`%s` is no date of birth. Write it like 1970, 1970-06, 1970-06-02 or 2.6.1970.".formatted(born);
        }
        if (!country.isEmpty() && Countries.code(country) == null) {
            return "`%s` is no country that is known here. Write its English name or its code, like Belarus or BY."
                    .formatted(country);
        }
        return null;
    }

    private @Nullable Kind subjectKind() {
        return switch (kind) {
            case "" -> Kind.OTHER;
            case "person" -> Kind.PERSON;
            case "organisation", "organization", "company" -> Kind.ORGANISATION;
            case "vessel", "ship" -> Kind.VESSEL;
            default -> null;
        };
    }

    private @Nullable Birth birth() {
        Matcher m = DAY.matcher(born);
        Matcher first = DAY_FIRST.matcher(born);
        try {
            if (m.matches()) {
                int year = Integer.parseInt(m.group(1));
                int month = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
                int day = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
                LocalDate.of(year, Math.max(1, month), Math.max(1, day));
                return new Birth(year, year, month, day, false);
            }
            if (first.matches()) {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(first.group(3)),
                        Integer.parseInt(first.group(2)),
                        Integer.parseInt(first.group(1)));
                return Birth.ofDay(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    /**
     * Returns the subject to be compared.
     *
     * @throws IllegalArgumentException with the sentence of {@link #wrong} if something is wrong
     */
    public Subject subject() {
        String wrong = wrong();
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        Kind of = subjectKind();
        Birth birth = birth();
        String code = Countries.code(country);
        var ids = new ArrayList<Identifier>();
        if (!id.isEmpty()) {
            ids.add(Identifier.of(
                    of == Kind.VESSEL ? IdentifierType.IMO : Subjects.byDigits(id, IdentifierType.OTHER), id));
        }
        return new Subject(
                "query",
                of == null ? Kind.OTHER : of,
                List.of(Subject.Name.of(name)),
                birth == null ? List.of() : List.of(birth),
                code == null
                        ? List.of()
                        : List.of(new CountryTie(
                                code, of == Kind.PERSON || of == Kind.OTHER ? Tie.CITIZENSHIP : Tie.REGISTRATION)),
                ids,
                Set.of(),
                List.of(),
                List.of(),
                "query");
    }
}
