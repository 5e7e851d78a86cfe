package parley.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.roadmap.Case;
import parley.roadmap.Ref;
import parley.text.Source;

/** What editors ask of the language: names and their places, what may follow, days beside the text. */
class EditorSupportTest {
    private static final Path CASES =
            Path.of(System.getProperty("parley.root", "..")).resolve("cases");

    private static List<Source> sources(String name) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(name))) {
            List<Source> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                found.add(new Source(file.getFileName().toString(), Files.readString(file)));
            }
            return found;
        }
    }

    private static Case read(CaseText.Studied studied) {
        return Objects.requireNonNull(studied.checked().theCase());
    }

    /** The other way to the names: every {@link Ref} in the records of the case, whatever record it is in. */
    private static void refs(@Nullable Object value, List<Ref> found) throws ReflectiveOperationException {
        if (value instanceof Ref ref) {
            found.add(ref);
        } else if (value instanceof List<?> list) {
            for (Object item : list) {
                refs(item, found);
            }
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                refs(component.getAccessor().invoke(record), found);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "iran-2015", "sudan-2016", "venezuela-2023"})
    void every_name_the_case_refers_to_is_a_place_of_its_symbol(String name) throws Exception {
        CaseText.Studied studied = CaseText.study(sources(name));
        List<Ref> refs = new ArrayList<>();
        refs(read(studied), refs);
        assertThat(refs).hasSizeGreaterThan(20).allSatisfy(ref -> {
            Symbols.Place place = studied.symbols().at(ref.at().file(), ref.at().start());
            assertThat(place).as("%s at %s", ref, ref.at()).isNotNull();
            assertThat(Objects.requireNonNull(place).symbol().id()).isEqualTo(ref.id());
            assertThat(place.at()).isEqualTo(ref.at());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"belarus", "venezuela-2023"})
    void completion_has_an_answer_at_every_place(String name) throws IOException {
        List<Source> sources = sources(name);
        CaseText.Studied studied = CaseText.study(sources);
        for (Source source : sources.stream()
                .filter(s -> !s.name().equals("measures.parley"))
                .toList()) {
            // A prefix of the text is what somebody has who writes it for the first time; 7 has no factor in common
            // with lines.
            for (int offset = 0; offset <= source.text().length(); offset += 7) {
                Source begun = new Source(source.name(), source.text().substring(0, offset));
                assertThat(Completions.at(begun, offset, read(studied), studied.symbols())
                                .proposals())
                        .allSatisfy(p -> assertThat(p.text()).isNotBlank());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            concession free "Free"; met when                     | prisoners,no,any,not        | days
            concession free "Free"; met when prisoners           | at most,falls by,totals     | for
            concession free "Free"; met when prisoners at most 2 | for,a,and,or                | within
            concession free "Free"; met when no attack for 2     | days,weeks,months           | day
            concession free "Free"; met when no attack for 1     | day,week,month              | days
            partner uk "United Kingdom"; decides by              | unanimity of,following      | takes
            measure oil "Oil"; of                                | eu                          | potash,free
            measure oil "Oil"; of eu by                          | visas                       | eu
            measure oil "Oil"; hits                              | revenue                     | eu
            prove that never potash                              | suspended,above             | verified
            assume                                               | eu                          | potash
            scenario "S"; on 2026-07-01 eu                       | suspends,consults,leaves    | met
            scenario "S"; expect potash                          | imposed,not,unknown         | verified
            scenario "S"; given potash                           | suspended,in reserve        | verified
            [core] hold                                          | potash                      | eu
            never ease what                                      | is permanent,hits           | potash
            step                                                 |                             | potash
            """)
    void the_grammar_tells_what_may_follow(String text, @Nullable String offered, String notOffered) {
        String known = """
                case c "C"
                  runs from 2026-01-01 to 2026-12-31
                  counterpart them "Them"
                partner eu "Union"
                  decides visas by executive act, takes 1 to 2 days
                indicator prisoners "P"
                event attack "A"
                measure potash "Potash"
                  of eu, imposed 2021-01-01, hits revenue
                """;
        CaseText.Studied studied = CaseText.study(List.of(new Source("a.parley", known)));
        Source begun = new Source("b.parley", text.replace("; ", "\n  ") + " ");
        List<String> words =
                Completions.at(begun, begun.text().length(), read(studied), studied.symbols()).proposals().stream()
                        .map(Completions.Proposal::text)
                        .toList();
        assertThat(words).contains(offered == null ? new String[0] : offered.split(","));
        assertThat(words).doesNotContain(notOffered.split(","));
    }

    @Test
    void days_stand_beside_the_text_only_where_nothing_can_move_them() {
        String text = """
                case c "C"
                  runs from 2026-01-01 to 2026-12-31
                  counterpart them "Them"
                partner eu "Union"
                  decides by executive act, takes 1 to 2 days
                measure a "A"
                  of eu, imposed 2021-01-01, suspended 2021-02-28 for 1 month
                measure b "B"
                  of eu, imposed 2021-01-01, suspended 2021-02-28 for 6 months, restored 2021-03-01
                phase one "One", first
                phase two "Two", opens when free verified
                step early "Early", in one
                  on 2026-03-01
                    eu lifts a, within 10 days
                    eu suspends b, within 10 days, for 6 months
                  when nothing for 6 months
                    eu reviews this step, within 10 days
                step late "Late", in two
                  on 2026-03-01
                    eu lifts a, within 10 days
                """;
        Source source = new Source("a.parley", text);
        Map<String, Source> sources =
                new TreeMap<>(Stream.of(source).collect(Collectors.toMap(Source::name, Function.identity())));
        Case theCase = read(CaseText.study(List.of(source)));
        assertThat(Inlays.of(theCase, sources))
                .extracting(i -> source.line(i.at().start()) + " " + i.says())
                .containsExactly(
                        "2 365 days",
                        "7 until 2021-03-28",
                        "14 until 2026-03-11",
                        "15 until 2026-03-11",
                        "16 not before 2026-07-01");
    }
}
