package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.cli.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code solve} and {@code verify-certificate} on the files that PRISM-games writes. */
class SolveTest {
    /** Max in 0 goes to 1 or takes 1/2, Min in 1 goes to 0 or gives 4/5. */
    private static final String TRANSITIONS = """
            # Transitions (SMG)
            4:2 6 8
            0:0 0 1 1
            0:0 1 2 0.5
            0:0 1 3 0.5
            1:1 0 0 1
            1:1 1 2 0.8
            1:1 1 3 0.2
            2:0 0 2 1
            3:0 0 3 1
            """;

    private static final String LABELS = """
            0="init" 1="deadlock" 2="goal"
            0: 0
            2: 2
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Ran solve(String question) throws IOException {
        return run(
                "solve",
                "--tra",
                file("game.tra", TRANSITIONS),
                "--lab",
                file("game.lab", LABELS),
                "--property",
                question,
                "--certificate",
                folder.resolve("proof.txt").toString());
    }

    private Ran verify() throws IOException {
        return run(
                "verify-certificate",
                folder.resolve("proof.txt").toString(),
                "--tra",
                file("game.tra", TRANSITIONS),
                "--lab",
                file("game.lab", LABELS));
    }

    @Test
    void a_value_comes_with_bounds_counts_and_certificates() throws IOException {
        Ran ran = solve("<<1>> Pmax=? [F \"goal\"]");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith(
                        "{\"query\":\"<<1>> Pmax=? [F \\\"goal\\\"]\",\"lower\":0.5,\"upper\":0.5,\"exact\":\"1/2\"")
                .contains("\"states\":4,\"choices\":6,\"transitions\":8")
                .hasLineCount(1);
        assertThat(verify())
                .isEqualTo(new Ran(
                        0,
                        "proved: value-at-least 1/2 of reaching \"goal\"\nproved: value-at-most 1/2 of reaching \"goal\"\n",
                        ""));
    }

    @Test
    void a_faulty_certificate_is_refused() throws IOException {
        solve("<<1>> Pmax=? [F \"goal\"]");
        Path proof = folder.resolve("proof.txt");
        Files.writeString(proof, Files.readString(proof).replaceFirst("bound 1/2", "bound 3/5"));

        assertThat(verify().code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(verify().out()).startsWith("refused: value-at-least 3/5: state 0 has less than the bound");
    }

    @Test
    void a_claim_that_fails_is_a_finding() throws IOException {
        assertThat(solve("<<1>> P>=0.6 [F \"goal\"]").code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(solve("<<1,2>> P>=0.8 [F \"goal\"]").out()).contains("\"verdict\":\"holds\"");
    }

    @Test
    void what_cannot_be_read_is_told_in_a_sentence() throws IOException {
        assertThat(solve("<<1>> Pmax=? [F \"gaol\"]").err()).isEqualTo("""
                parley: The model has no label "gaol"; it has [deadlock, goal, init].
                """);
        assertThat(solve("<<3>> Pmax=? [F \"goal\"]").code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(solve("S=? [\"goal\"]").err()).isEqualTo("""
                parley: `S` asks for the long run; it is not answered here, only P, R and T are.
                """);
    }
}
