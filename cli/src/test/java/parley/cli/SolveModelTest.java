package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.cli.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code solve} and {@code verify-certificate} on models in the PRISM language. */
class SolveModelTest {
    /** Heads in a row: n of them take 2·(2^n − 1) throws. */
    private static final String HEADS = """
            dtmc
            const int n;
            module coin
              k : [0..n];
              [throw] k<n -> 1/2 : (k'=k+1) + 1/2 : (k'=0);
            endmodule
            rewards "throws" k<n : 1; endrewards
            label "done" = k=n;
            """;

    private static final String PROPERTIES = """
            const int steps = 2;
            "sure": P>=1 [ F "done" ];
            "mean": R{"throws"}=? [ F "done" ];
            "soon": P=? [ F<=steps k=n ];
            "never": P<=0 [ F "done" ];
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Ran solve(String model, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("solve", file("m.prism", model)));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    private Ran verify(String model, String... more) throws IOException {
        var arguments = new ArrayList<>(
                List.of("verify-certificate", folder.resolve("proof.txt").toString(), file("m.prism", model)));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    @Test
    void all_properties_of_a_file_are_answered_for_a_person() throws IOException {
        Ran ran = solve(HEADS, file("m.props", PROPERTIES), "--const", "n=2");

        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().replaceAll("[0-9.]+ s\\b", "T s")).isEqualTo("""
                m.prism: 3 states, 3 choices, 5 transitions, T s

                sure: P>=1 [ F "done" ]
                  holds  (T s)

                mean: R{"throws"}=? [ F "done" ]
                  exactly 6  (T s)

                soon: P=? [ F<=steps k=n ]
                  exactly 1/4, 0.25  (T s)

                never: P<=0 [ F "done" ]
                  refuted  (T s)
                """);
    }

    @Test
    void one_property_or_a_question_is_answered_as_json() throws IOException {
        String properties = file("m.props", PROPERTIES);
        Ran ran = solve(
                HEADS, properties, "--const", "n=12", "--prop", "mean", "--query", "P=? [ F=12 \"done\" ]", "--json");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"states\":13,\"choices\":13,\"transitions\":25")
                        .contains("\"seconds\":", "\"peakMb\":"));
        assertThat(ran.out())
                .contains(
                        "\"query\":\"P=? [ F=12 \\\"done\\\" ]\",\"property\":null,\"value\":[2.44140625E-4,2.44140625E-4]")
                .contains("\"property\":\"mean\",\"value\":[8190.0,8190.0],\"exact\":\"8190\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P=? [ F \"done\" ]",
                "P>=1 [ F \"done\" ]",
                "P>0 [ F<=1 \"done\" ]",
                "P=? [ F[2,4] k=n ]",
                "T=? [ F \"done\" ]",
                "R{\"throws\"}=? [ C ]",
                "R{\"throws\"}=? [ C<=5 ]",
                "R{\"throws\"}=? [ I=1 ]",
                "R{\"throws\"}=? [ F0 k=n ]",
                "P=? [ F^{rew{\"throws\"}<=3} k=n ]",
                "P=? [ G k<n ]"
            })
    void what_is_answered_is_proved_of_the_model(String question) throws IOException {
        String proof = folder.resolve("proof.txt").toString();
        assertThat(solve(HEADS, "--const", "n=2", "--query", question, "--certificate", proof)
                        .err())
                .isEmpty();

        Ran ran = verify(HEADS, "--const", "n=2");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("proved: ");
        assertThat(verify(HEADS, "--const", "n=1").out())
                .startsWith("refused: ")
                .containsAnyOf("another model", "it counts what the model has not");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            S=? [ k=n ]                      | `S` asks for the long run; it is not answered here, only P, R and T are.
            filter(max, P=? [F k=n], k=0)    | `filter` is not answered here; every question is about the first state.
            multi(P>=1 [F k=n], P>=1 [G k<n]) | `multi` asks for several goals at once, which is not answered here; ask one at a time.
            P=? [ G F k=n ]                  | Operators over paths stand in each other in a way that needs an automaton, which is not done here; ask with one of X, F, G, U, W or R.
            P=? [ F j=n ]                    | In `j=n`: No variable, constant or formula is called `j`.
            R{"x"}=? [ F k=n ]               | The model has no rewards "x"; it has [throws].
            """)
    void what_is_not_answered_is_told_in_one_sentence(String question, String why) throws IOException {
        Ran ran = solve(HEADS, "--const", "n=2", "--query", question);

        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.err()).isEqualTo("parley: %s: %s%n".formatted(question, why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctmc", "pta", "pomdp", "csg", "popta"})
    void a_model_of_another_kind_is_refused(String kind) throws IOException {
        Ran ran = solve(kind + "\nmodule m x : [0..1]; [] x=0 -> (x'=1); endmodule\n", "--query", "P=? [ F x=1 ]");

        assertThat(ran.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(ran.err())
                .contains("m.prism:1:1: A model of the kind `" + kind + "`", "dtmc, mdp and smg can be read.")
                .hasLineCount(1);
    }

    @Test
    void a_model_beyond_the_limit_stays_open() throws IOException {
        String[] asked = {"--const", "n=2000", "--limit", "1000", "--query", "P=? [ F k=7 ]"};

        assertThat(solve(HEADS, asked)).isEqualTo(new Ran(ExitCode.FINDINGS, """

                P=? [ F k=7 ]
                  open: The model has more than 1,000 states, the limit.
                """, ""));
        assertThat(solve(HEADS, "--const", "n=2000", "--limit", "1000", "--query", "P=? [ F k=7 ]", "--json")
                        .out())
                .startsWith("{\"query\":\"P=? [ F k=7 ]\",\"property\":null,\"verdict\":\"open\",\"why\":");
    }

    @Test
    void a_use_that_makes_no_sense_is_told() throws IOException {
        String model = file("m.prism", HEADS);
        assertThat(run("solve").err()).startsWith("parley: Name a model, or its explicit files with --tra.\n");
        assertThat(run("solve", model, "--tra", model).code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run("solve", model, "--query", "P=? [ F k=n ]").err())
                .contains("n")
                .hasLineCount(1);
        assertThat(run("solve", model + "x").err()).isEqualTo("parley: There is no file `" + model + "x`.\n");
        assertThat(solve(HEADS, file("m.props", PROPERTIES), "--const", "n=2", "--prop", "men")
                        .err())
                .startsWith("parley: there is no property `men`; there are sure, mean, soon, never\n");
    }

    @Test
    void a_changed_number_is_refused() throws IOException {
        Path proof = folder.resolve("proof.txt");
        solve(HEADS, "--const", "n=2", "--query", "R{\"throws\"}=? [ F k=n ]", "--certificate", proof.toString());
        Files.writeString(proof, Files.readString(proof).replaceFirst("bound 6", "bound 7"));

        Ran ran = verify(HEADS, "--const", "n=2");
        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out()).startsWith("refused: cost-at-least 7: state 0 has less than the bound\n");
    }
}
