package parley.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.game.Fraction;

class PropertiesFileTest {
    private static final String TEXT = """
            const int k = 2*m;
            const int m;
            label "far" = x>=k;
            // RESULT (m=1): 0.5
            // RESULT (m=2): 0.25
            "near": <<1,2>> Pmax=? [ F<=k (x=1 |
                x=2) ];
            // RESULT: true
            P>=1 [ F "far" ]
            1 - Pmin=? [ G !"far" ] // and why
            R{"r"}max=? [ C<=4 ]

            !P>0 [ X true ];
            (T=?
              [ F x=3 ])
            """;

    @Test
    void properties_are_told_apart_with_their_names_and_results() {
        var read = Models.value(PropertiesFile.read(TEXT, Map.of("m", "1"))).properties();
        assertThat(read.stream().map(p -> p.line() + " " + p.name() + " " + p.text()))
                .containsExactly(
                        "6 near <<1,2>> Pmax=? [ F<=k (x=1 | x=2) ]",
                        "9  P>=1 [ F \"far\" ]",
                        "10  1 - Pmin=? [ G !\"far\" ]",
                        "11  R{\"r\"}max=? [ C<=4 ]",
                        "13  !P>0 [ X true ]",
                        "14  (T=? [ F x=3 ])");
        assertThat(read.getFirst().expected())
                .containsExactly(new PropertiesFile.Expected("m=1", "0.5"), new PropertiesFile.Expected("m=2", "0.25"));
        assertThat(read.get(1).expected()).containsExactly(new PropertiesFile.Expected("", "true"));
        assertThat(read.get(2).expected()).isEmpty();
    }

    @Test
    void constants_and_labels_of_the_file_count_in_its_expressions() {
        var explored =
                Models.explored("mdp module m x:[0..3]; [] x<3 -> (x'=x+1); endmodule formula odd = mod(x,2)=1;");
        var file = Models.value(PropertiesFile.read(TEXT, Map.of("m", "1")));
        assertThat(Models.value(explored.states("\"far\" & !\"deadlock\"", file)))
                .hasToString("{2}");
        assertThat(Models.value(explored.states("odd & x<=k", file))).hasToString("{1}");
        assertThat(Models.value(explored.states("\"init\" | \"deadlock\" & odd", file)))
                .hasToString("{0, 3}");
        assertThat(Models.value(explored.states("\"init\" => odd", file))).hasToString("{1, 2, 3}");
        assertThat(Models.value(explored.number("2*k+1/2", file))).isEqualTo(Fraction.of(9, 2));
        assertThat(explored.states("\"nowhere\""))
                .isEqualTo(new Result.Refused<>(new Problem(1, 1, "No label is called \"nowhere\".")));
        assertThat(explored.states("x +"))
                .isEqualTo(new Result.Refused<>(
                        new Problem(1, 4, "Here an expression is expected, not the end of the text.")));
        assertThat(explored.number("x", file))
                .isEqualTo(new Result.Refused<>(new Problem(1, 1, "The value of x must be the same in every state.")));
    }

    @Test
    void the_files_of_the_references_are_cut_at_their_properties() {
        assertThat(count("smg-tests/coins.prism.props")).isEqualTo(26);
        assertThat(count("imdp-tests/coin2_int.prism.props")).isEqualTo(15);
        assertThat(count("qvbs/brp.props")).isEqualTo(3);
        assertThat(count("qvbs/eajs.props")).isEqualTo(2);
        assertThat(count("smg-tests/robot.prism.cosafe.props")).isEqualTo(12);
    }

    private static int count(String name) {
        return Models.value(PropertiesFile.read(References.text(name), Map.of("B", "1")))
                .properties()
                .size();
    }
}
