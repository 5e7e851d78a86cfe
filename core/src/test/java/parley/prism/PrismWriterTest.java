package parley.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.game.Game.Kind;

class PrismWriterTest {
    private static final List<String> MODELS = List.of(
            "imdp-tests/coin2_int.prism K=2",
            "imdp-tests/robot.prism delta=0.05",
            "own-games/game-42-3.prism ",
            "parley/parley2duty.prism ",
            "qvbs/brp.prism N=16,MAX=2",
            "qvbs/consensus.2.prism K=4",
            "qvbs/crowds.prism TotalRuns=3,CrowdSize=5",
            "qvbs/csma.2-4.prism ",
            "qvbs/eajs.2.prism energy_capacity=100,B=5",
            "qvbs/leader_sync.3-3.prism ",
            "qvbs/pacman.nm MAXSTEPS=5",
            "qvbs/pnueli-zuck.3.prism ",
            "qvbs/rabin.3.prism ",
            "qvbs/wlan.2.prism COL=0",
            "smg-benchmarks/dice.prism N=10",
            "smg-benchmarks/hallway_human.prism X_MAX=5,Y_MAX=5",
            "smg-tests/coins.prism ",
            "smg-tests/nesting.prism ",
            "smg-tests/step-bounded.prism ");

    @TestFactory
    Stream<DynamicTest> what_is_written_reads_back_as_the_same_game() {
        return MODELS.stream()
                .map(model -> DynamicTest.dynamicTest(model, () -> {
                    String[] parts = model.split(" ", -1);
                    Model read = References.model(parts[0], parts[1]);
                    String text = PrismWriter.write(read);
                    Model again = Models.model(text, Map.of());
                    Same.assertSame(Models.explored(read), Models.explored(again));
                    assertThat(PrismWriter.write(again)).isEqualTo(text);
                }));
    }

    @Test
    void a_model_made_by_hand_can_be_written() {
        var turn = Model.Var.of("turn", 0, 1, 0);
        var at = new Expr.Read("turn", 0, Expr.Type.INT);
        var half = new Expr.Real(parley.game.Fraction.of(1, 2));
        var move = new Model.Assignment(0, new Expr.Int(1));
        var command = new Model.Command(
                1,
                0,
                "go",
                new Expr.Binary(Expr.Op.EQUAL, at, new Expr.Int(0)),
                List.of(new Model.Branch(half, half, List.of(move)), new Model.Branch(half, half, List.of())),
                1);
        var model = new Model(
                Kind.SMG,
                List.of("regime"),
                List.of("roadmap"),
                List.of(turn),
                List.of(command),
                List.of(),
                Map.of("done", new Expr.Binary(Expr.Op.EQUAL, at, new Expr.Int(1))),
                Map.of(),
                Map.of(),
                Map.of());
        assertThat(PrismWriter.write(model)).isEqualTo("""
                smg
                player regime [go] endplayer
                global turn : [0..1] init 0;
                module roadmap
                  [go] turn=0 -> 1/2 : (turn'=1) + 1/2 : true;
                endmodule
                label "done" = turn=1;
                """);
    }
}
