package parley.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.game.Fraction;
import parley.game.Game;

/** What the language means, on models of a few lines. */
class ExplorerTest {
    private static final String WALK = """
            mdp
            const int N = 10;
            module walk
              x : [0..N];
              [up] x<N -> 0.3:(x'=x+1) + 0.7:true;
              [up] x<N -> 0.7:true + 3/10:(x'=x+1);
              [same] x<N -> 0.3:(x'=x+1) + 0.7:true;
              [both] x<N -> 1/2:(x'=x+1) + 1/2:(x'=min(N, x+1));
            endmodule
            rewards "r" x=2 : 1/3; true : 1/6; [up] x<3 : x; [] true : 7; endrewards
            """;

    @Test
    void equal_choices_count_once_equal_successors_are_added_and_an_end_gets_a_loop() {
        Game game = Models.explored(WALK).game();
        assertThat(game.states()).isEqualTo(11);
        assertThat(game.choices()).isEqualTo(10 * 3 + 1);
        assertThat(game.branches()).isEqualTo(10 * 5 + 1);
        assertThat(game.labels()).containsOnlyKeys("init", "deadlock");
        assertThat(game.labels().get("deadlock")).hasToString("{10}");
        assertThat(game.chances().get(game.chance()[4])).isEqualTo(Game.Chance.of(Fraction.ONE));
    }

    @Test
    void rewards_of_states_and_actions_add_up() {
        Game.Rewards r = rewards(Models.explored(WALK).game(), "r");
        assertThat(r.values().get(r.ofState()[2])).isEqualTo(Fraction.of(1, 2));
        assertThat(r.values().get(r.ofState()[10])).isEqualTo(Fraction.of(1, 6));
        assertThat(IntStream.range(0, 9)
                        .mapToObj(c -> r.values().get(r.ofChoice()[c]).toString()))
                .containsExactly("0", "0", "0", "1", "0", "0", "2", "0", "0");
        assertThat(r.values().get(r.ofChoice()[30]))
                .as("a loop that is not in the model")
                .isEqualTo(Fraction.ZERO);
    }

    private static Game.Rewards rewards(Game game, String name) {
        return java.util.Objects.requireNonNull(game.rewards().get(name));
    }

    @Test
    void a_chain_takes_its_choices_with_equal_chance() {
        Game game = Models.explored("""
                dtmc
                module m x:[0..2]; [a] x=0 -> (x'=1); [] x=0 -> 1/2:(x'=1) + 1/2:(x'=2); endmodule
                rewards [a] true : 3; endrewards
                """).game();
        assertThat(game.choices()).isEqualTo(3);
        assertThat(game.chances().get(game.chance()[0]).low()).isEqualTo(Fraction.of(3, 4));
        assertThat(game.action()).containsExactly(-1, -1, -1);
        Game.Rewards mean = rewards(game, "");
        assertThat(mean.values().get(mean.ofChoice()[0])).isEqualTo(Fraction.of(3, 2));
    }

    @Test
    void each_state_of_a_game_has_an_owner() {
        Game game = Models.explored("""
                smg
                player one m endplayer player two [b], n endplayer
                module m x:[0..3]; [] x=0 -> (x'=1); [b] x=1 -> (x'=2); [c] x=2 -> (x'=3); endmodule
                module n y:bool; [] x=1 & !y -> (y'=true); [b] y -> (y'=false); endmodule
                """).game();
        assertThat(game.players()).containsExactly("one", "two");
        assertThat(game.owner())
                .as("moved, moved, together, nobody's action, the end")
                .containsExactly(1, 2, 2, 1, 1);
    }

    @Test
    void chances_of_modules_that_act_together_are_multiplied() {
        Game game = Models.explored("""
                mdp
                module m x:bool; [a] !x -> 1/4:(x'=true) + 3/4:true; [a] x -> true; endmodule
                module n = m [x=y] endmodule
                module k = m [x=z, a=b] endmodule
                """).game();
        assertThat(game.actions()).containsExactly("a", "b");
        assertThat(game.states()).isEqualTo(8);
        assertThat(IntStream.range(0, 6)
                        .mapToObj(
                                b -> game.chances().get(game.chance()[b]).low().toString()))
                .as("`b` is of one module and comes first")
                .containsExactlyInAnyOrder("3/4", "1/4", "9/16", "3/16", "3/16", "1/16");
    }

    @Test
    void a_guard_that_never_holds_still_holds_the_others_up() {
        assertThat(Models.explored(
                                "mdp module m [a] false -> true; endmodule module n x:bool; [a] true -> (x'=!x); endmodule")
                        .game()
                        .states())
                .isEqualTo(1);
    }

    @Test
    void chances_may_depend_on_the_state_and_be_zero() {
        Game game = Models.explored("""
                mdp module m x:[1..4]; [] true -> 1/x:(x'=min(4,x+1)) + 1-1/x:(x'=1); endmodule
                """).game();
        assertThat(game.branches()).isEqualTo(1 + 3 * 2);
        assertThat(game.chances()).extracting(c -> c.low().toString()).contains("1/3", "2/3", "3/4");
    }

    @Test
    void operators_bind_as_in_the_language() {
        var model = Models.model(
                "mdp formula f = !x=1 & y|z => x+1*2-1>=2 ? true : false; formula g = 1-2-3=-4 & 8/4/2=1 & -2*3=-6; "
                        + "formula h = (z => z => false) <=> true; formula i = floor(-1/2)=-1 & ceil(-1/2)=0 & mod(-1,3)=2 & "
                        + "pow(2,10)=1024 & log(8,2)=3 & func(max,1,2)=2 & round(0.5)=1 & pow(0.5,2)=0.25; "
                        + "global x:[0..3]; global y:bool; global z:bool;",
                Map.of());
        assertThat(PrismText.of(
                        java.util.Objects.requireNonNull(model.formulas().get("f"))))
                .isEqualTo("(!(x=1) & y | z => x+2-1>=2 ? true : false)");
        assertThat(model.formulas().get("g")).isEqualTo(Expr.Bool.TRUE);
        assertThat(PrismText.of(
                        java.util.Objects.requireNonNull(model.formulas().get("h"))))
                .isEqualTo("(z => z => false) <=> true");
        assertThat(model.formulas().get("i")).isEqualTo(Expr.Bool.TRUE);
    }

    @Test
    void values_of_a_state_can_be_read_and_looked_up() {
        var explored = Models.explored(
                "mdp global b:bool init true; module m x:[-2..3] init 3; [] x>-2 -> (x'=x-1)&(b'=x>0); endmodule");
        assertThat(explored.shown(0)).isEqualTo("(b=true, x=3)");
        assertThat(explored.values(5)).containsExactly(0, -2);
        assertThat(explored.state(new int[] {0, -2})).isEqualTo(5);
        assertThat(explored.state(new int[] {1, -2})).isEqualTo(-1);
        assertThat(explored.value(1, 1)).isEqualTo(2);
    }

    @Test
    void what_is_taken_otherwise_than_written_is_said() {
        var explored = Models.explored(
                "mdp module m x:[0..1]; y:bool; [] true -> 0.333333:(x'=0) + 0.666666:(x'=1); endmodule init x=1 endinit");
        assertThat(explored.notes())
                .containsExactly(
                        "init … endinit says nothing about `y`: the model may start at each of its values; state 0 has the lowest.",
                        "The probabilities of 1 commands (the first in line 1) do not add up to 1 exactly; they were divided by their sum.");
        assertThat(explored.game().labels().get("init")).hasToString("{0, 1}");
        assertThat(explored.game().chances())
                .extracting(c -> c.low().toString())
                .contains("1/3", "2/3");
    }

    @Test
    void too_many_states_are_an_answer_and_so_is_impatience() {
        Model model = Models.model("mdp module m x:[0..100000]; [] x<100000 -> (x'=x+1); endmodule", Map.of());
        assertThat(Explorer.explore(model, 1_000, states -> true))
                .isEqualTo(new Exploration.TooLarge(1_000))
                .hasToString("The model has more than 1,000 states, the limit of the engine.");
        assertThat(Explorer.explore(model, 1_000_000, states -> false)).isEqualTo(new Exploration.Stopped(65_537));
        assertThat(Models.explored(model).game().states()).isEqualTo(100_001);
    }

    @Test
    void a_model_too_large_for_trees_is_compiled_in_parts() {
        var text = new StringBuilder("mdp global y:[0..70]; module m x:[0..2999];\n");
        for (int x = 0; x < 3_000; x++) {
            text.append("[] x=%d & y*y<%d -> (x'=mod(x+%d,3000)) & (y'=mod(y+1,70));\n".formatted(x, x, x + 1));
        }
        Model model = Models.model(text + "endmodule init x=7 & y=0 endinit", Map.of());
        Same.assertSame(Models.explored(model, 0), Models.explored(model, Integer.MAX_VALUE));
        assertThat(Compilation.of(new Layout(model.vars()), List.of(Expr.Bool.TRUE), List.of()))
                .isNotInstanceOf(TreeSteps.class);
    }
}
