package parley.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.identity.Subject;
import parley.identity.Subject.Birth;
import parley.identity.Subject.Identifier;
import parley.identity.Subject.IdentifierType;
import parley.identity.Subject.Kind;
import parley.identity.Subject.Name;
import parley.identity.Subject.NameKind;
import parley.identity.Subject.Part;
import parley.identity.Subject.Quality;
import parley.identity.Subject.Role;

/** Which names are worth showing together, and what facts make of it. Names are invented or of no one person. */
class MatcherTest {
    private static final Thresholds SHIPPED = Thresholds.shipped();

    @ParameterizedTest(name = "{0}: {1} ~ {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            PERSON       | Дмитрий Николаевич ПРИМЕРОВ   | Dzmitry Mikalaevich PRYMERAU    | shown
            PERSON       | Yauhen PRYKLAD                | Евгений ПРИКЛАД                 | shown
            PERSON       | Volha Prymerava               | Ольга Прымераў                  | shown
            PERSON       | Alena Prykladová              | Елена ПРИКЛАД                   | shown
            PERSON       | Anna-Maria Beispiel           | Beispiel, Anna Maria            | shown
            PERSON       | A. Beispiel                   | Anton Beispiel                  | shown
            PERSON       | B. Beispiel                   | Anton Beispiel                  | not
            PERSON       | N.N.                          | Nora Nobody                     | not
            PERSON       | Sergey Ivanovich Primerov     | Sergey Petrovich Primerov       | not
            PERSON       | Boris Primerov                | Roman Primerov                  | not
            PERSON       | Bei Spiel                     | Beispiel                        | shown
            PERSON       | Anton Bei Spiel               | Anton Beispiel                  | shown
            PERSON       | Salman bin Muhammad al-Mithal | Muhammad bin Salman al-Mithal   | not
            PERSON       | Мария Примерова               | マリア・プリメロワ                   | shown
            PERSON       | Ibrahim                       | Ibrahim Yusuf Ali Example       | not
            ORGANISATION | ООО "Пример"                  | Primer LLC                      | shown
            ORGANISATION | ААТ "Прыкладзавод"            | OJSC Prykladzavod               | shown
            ORGANISATION | Example Oil Company           | Example Gas Company             | not
            ORGANISATION | Example AG                    | Example GmbH                    | not
            ORGANISATION | First Example Bank            | 1st Example Bank                | shown
            ORGANISATION | Example Int'l Bank            | Example International Bank      | shown
            ORGANISATION | The Birch Foundation          | The Maple Foundation            | not
            VESSEL       | MV Example Star               | EXAMPLE STAR                    | shown
            VESSEL       | Example Star                  | Example Moon                    | not
            """)
    void names_near_enough_are_shown(Kind kind, String first, String second, String expected) {
        Match match = new Matcher(SHIPPED).compare(Subject.named(kind, first), Subject.named(kind, second));
        assertThat(match.score() >= SHIPPED.show()).as(match.tree()).isEqualTo(expected.equals("shown"));
    }

    @Test
    void a_name_alone_is_at_most_possible_and_a_date_makes_it_probable_or_unlikely() {
        Subject query = born("Ivan Primerov", Birth.ofDay(1970, 6, 2));
        assertThat(compare(query, Subject.named(Kind.PERSON, "Иван Примеров")).band())
                .isEqualTo(Band.POSSIBLE);
        assertThat(compare(query, born("Иван Примеров", Birth.ofDay(1970, 6, 2)))
                        .band())
                .isEqualTo(Band.PROBABLE);
        assertThat(compare(query, born("Иван Примеров", Birth.ofDay(1985, 8, 14)))
                        .band())
                .isEqualTo(Band.UNLIKELY);
    }

    @Test
    void a_checked_identifier_confirms_under_another_name_and_a_person_is_no_company() {
        Subject before = numbered(Kind.ORGANISATION, "Example Plant", IdentifierType.INN, "7707083893");
        Subject after = numbered(Kind.ORGANISATION, "Renamed Works", IdentifierType.INN, "7707 083893");
        assertThat(compare(before, after).band()).isEqualTo(Band.CONFIRMED_IDENTIFIER);
        Match excluded = compare(Subject.named(Kind.PERSON, "Example"), before);
        assertThat(excluded.band()).isEqualTo(Band.NONE);
        assertThat(excluded.score()).isZero();
    }

    @Test
    void a_weak_alias_alone_raises_no_alert_without_evidence() {
        Subject listed = new Subject(
                "x",
                Kind.PERSON,
                List.of(
                        Name.of("Petr Beispielov"),
                        new Name("Ivan Primerov", NameKind.ALIAS, Quality.WEAK, null, List.of())),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                "invented");
        assertThat(compare(Subject.named(Kind.PERSON, "Ivan Primerov"), listed).band())
                .isEqualTo(Band.WEAK_ONLY);
    }

    @Test
    void parts_that_both_sources_keep_apart_are_not_exchanged() {
        Subject one = apart("Hans", "Friedrich");
        assertThat(compare(one, apart("Hans", "Friedrich")).same()).isGreaterThan(SHIPPED.same());
        assertThat(compare(one, apart("Friedrich", "Hans")).same()).isLessThan(SHIPPED.same());
    }

    /** Names of random words out of several alphabets, seed printed: the reasons alone give the very same numbers. */
    @Test
    void an_explanation_computes_to_the_same_numbers() {
        long seed = 20261125;
        var random = new Random(seed);
        List<String> words = List.of(
                "Ivan",
                "Іван",
                "Petrovich",
                "Пятровіч",
                "al-Mithal",
                "A.",
                "Beispiel",
                "BEISPIEL",
                "Abdul",
                "bin",
                "Muhammad",
                "Dr.",
                "Primerová",
                "Bank",
                "OJSC",
                "LLC",
                "44",
                "Forty-Four",
                "Plant",
                "завод",
                "Minsk",
                "例",
                "محمد",
                "Kim",
                "Jong-un",
                "XIV",
                "the",
                "of",
                "Spiel",
                "Bei");
        var matcher = new Matcher(SHIPPED);
        for (int i = 0; i < 3000; i++) {
            Kind kind = List.of(Kind.values()).get(random.nextInt(Kind.values().length));
            Subject a = random(kind, words, random);
            Subject b = random(kind, words, random);
            Match match = matcher.compare(a, b);
            String told = "seed %d, round %d: %s ~ %s%n%s".formatted(seed, i, a.names(), b.names(), match.tree());
            assertThat(match.recompute(SHIPPED)).as(told).isEqualTo(match);
            assertThat((double) match.names().recompute()).as(told).isEqualTo(match.name());
            assertThat(match.score()).as(told).isBetween(0.0, 1.0);
            double turned = matcher.compare(b, a).name();
            assertThat(turned).as("the other way round, " + told).isCloseTo(match.name(), within(0.12));
            assertThat(matcher.compare(a, a).name()).as("itself, " + told).isGreaterThanOrEqualTo(0.29);
        }
    }

    private static Subject random(Kind kind, List<String> words, Random random) {
        var name = new ArrayList<String>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            name.add(words.get(random.nextInt(words.size())));
        }
        Subject plain = Subject.named(kind, String.join(" ", name));
        return random.nextBoolean()
                ? plain
                : new Subject(
                        "r",
                        kind,
                        plain.names(),
                        List.of(Birth.ofYear(1960 + random.nextInt(3))),
                        List.of(),
                        List.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        "r");
    }

    private static Match compare(Subject a, Subject b) {
        return new Matcher(SHIPPED).compare(a, b);
    }

    private static Subject born(String name, Birth birth) {
        return new Subject(
                "b",
                Kind.PERSON,
                List.of(Name.of(name)),
                List.of(birth),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                "invented");
    }

    private static Subject numbered(Kind kind, String name, IdentifierType type, String number) {
        return new Subject(
                "n",
                kind,
                List.of(Name.of(name)),
                List.of(),
                List.of(),
                List.of(Identifier.of(type, number)),
                Set.of(),
                List.of(),
                List.of(),
                "invented");
    }

    private static Subject apart(String given, String family) {
        var name = new Name(
                given + " " + family,
                NameKind.PRIMARY,
                Quality.UNKNOWN,
                null,
                List.of(new Part(Role.GIVEN, given), new Part(Role.FAMILY, family)));
        return new Subject(
                "p",
                Kind.PERSON,
                List.of(name),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                "invented");
    }

    /** Slips, lost and glued words, initials and endings of invented names, in two scripts. */
    @Test
    void asking_only_whether_names_are_near_misses_none() {
        List<String> words = List.of(
                "Dzmitry",
                "Дмитрий",
                "Mikalaevich",
                "Николаевич",
                "Prymerau",
                "Примеров",
                "Prykladová",
                "Приклад",
                "Anna",
                "Ганна",
                "Beispielova",
                "Beispiel",
                "Bei",
                "Spiel",
                "A.",
                "bin",
                "al",
                "Muhammad",
                "Mohamed",
                "Kim",
                "Son",
                "Ivanova",
                "Ivanou",
                "Tovar",
                "Tovarová",
                "O'Neill",
                "Szymański",
                "Schymanski");
        var random = new Random(20261125);
        var matcher = new Matcher(SHIPPED);
        int near = 0;
        int tooMany = 0;
        for (int n = 0; n < 60_000; n++) {
            String first = name(words, random);
            String second = random.nextBoolean() ? slip(first, random) : name(words, random);
            var a = PreparedSubject.of(Subject.named(Kind.PERSON, first));
            var b = PreparedSubject.of(Subject.named(Kind.PERSON, second));
            float exact = matcher.name(a, b);
            for (float least : new float[] {0.75f, 0.8f, 0.88f, 0.95f}) {
                boolean reaches = matcher.reaches(least, a, b);
                assertThat(reaches || exact < least)
                        .as("%s ~ %s: %s against %s", first, second, exact, least)
                        .isTrue();
                tooMany += reaches && exact < least ? 1 : 0;
            }
            near += exact >= 0.88f ? 1 : 0;
        }
        assertThat(near).isBetween(5_000, 55_000);
        assertThat(tooMany).isLessThan(240);
    }

    private static String name(List<String> words, Random random) {
        var name = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            name.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return name.toString().strip();
    }

    private static String slip(String name, Random random) {
        int at = random.nextInt(name.length());
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1) + "a";
            case 1 -> name.substring(0, at) + "e" + name.substring(at);
            case 2 -> name.replaceFirst(" ", "");
            default -> name.substring(0, at) + " " + name.substring(at);
        };
    }
}
