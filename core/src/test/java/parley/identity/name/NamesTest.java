package parley.identity.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.identity.Subject;

/** What belongs to typography and form comes off; what names the subject stays. */
class NamesTest {
    private static List<String> tokens(String name, PreparedName.Form form) {
        return Arrays.stream(
                        Names.prepare(Subject.Name.of(name), form).getFirst().tokens())
                .map(token -> token.text)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Вале́рый Прыклад           | Валерый Прыклад
            Ниĸолай Примеров          | Николай Примеров
            ЕвгенийАлексеевич ПРИМЕР  | Евгений Алексеевич ПРИМЕР
            Dr. Anna Example          | Anna Example
            Тарас O’Прыклад           | Тарас ОПрыклад
            Example, Ivan             | Example Ivan
            Ig0r Pr1merov             | Igor Primerov
            Abdulaziz Example         | Abdul aziz Example
            """)
    void names_of_persons_become_words(String name, String words) {
        assertThat(tokens(name, PreparedName.Form.PERSON)).isEqualTo(List.of(words.split(" ", -1)));
    }

    @Test
    void latin_letters_inside_cyrillic_words_are_repaired() {
        PreparedName mixed = Names.prepare(Subject.Name.of("Аляксандр Прыклaдовiч"), PreparedName.Form.PERSON)
                .getFirst();
        assertThat(mixed.tokens()[1].script).isEqualTo(Character.UnicodeScript.CYRILLIC);
        assertThat(mixed.tokens()[1].folded).startsWith("прыкладов");
    }

    @Test
    void brackets_and_slashes_open_readings() {
        assertThat(Names.prepare(Subject.Name.of("Iury (Yuri) Example"), PreparedName.Form.PERSON))
                .hasSize(2);
        assertThat(Names.prepare(Subject.Name.of("Ivan EXAMPLE/EKSAMPLE"), PreparedName.Form.PERSON))
                .hasSize(2);
    }

    @Test
    void a_patronymic_is_known_by_its_ending_and_its_place() {
        PreparedName name = Names.prepare(Subject.Name.of("Іван Пятровіч Прыкладовіч"), PreparedName.Form.PERSON)
                .getFirst();
        assertThat(name.roles()).containsExactly(new byte[] {0, PreparedName.ROLE_PATRONYMIC, 0});
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ООО "Пример"                                    | Пример
            Open Joint Stock Company “Example Plant”        | Example Plant
            Example Aktiengeselschaft                       | Example
            A.B.C. Example Ltd.                             | ABC Example
            Brigade Forty-Four                              | Brigade Forty
            """)
    void names_of_organisations_lose_their_legal_form(String name, String words) {
        assertThat(tokens(name, PreparedName.Form.ORGANISATION)).isEqualTo(List.of(words.split(" ", -1)));
    }

    @Test
    void numbers_in_words_and_in_digits_are_one() {
        for (String name : List.of("Brigade 44", "Brigade Forty-Four", "Brigade Forty 4", "Brigade XLIV")) {
            Token[] tokens = Names.prepare(Subject.Name.of(name), PreparedName.Form.ORGANISATION)
                    .getFirst()
                    .tokens();
            assertThat(tokens[1].number).as(name).isEqualTo(44);
        }
    }

    @ParameterizedTest(name = "{0} ~ {1}")
    @CsvSource({
        "Лукашэнка, Lukašenka",
        "Siarhei, Сяргей",
        "Щербаков, Shcherbakov",
        "Чыж, Tjyzj",
        "Шымановіч, Szymanowicz"
    })
    void one_code_for_all_alphabets(String first, String second) {
        Token a = Names.prepare(Subject.Name.of(first), PreparedName.Form.PERSON)
                .getFirst()
                .tokens()[0];
        Token b = Names.prepare(Subject.Name.of(second), PreparedName.Form.PERSON)
                .getFirst()
                .tokens()[0];
        String one =
                PhoneticCode.text(a.code).replace('w', 'v').replace('h', 'g').replace('y', 'i');
        assertThat(PhoneticCode.text(b.code)
                        .replace('w', 'v')
                        .replace('h', 'g')
                        .replace('y', 'i')
                        .replace("ja", "a"))
                .isEqualTo(one.replace("ja", "a"));
    }
}
