package parley.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of a model that breaks a rule, and where. */
class ProblemsTest {
    /** Each model with what is said of it below. */
    private static final String ALL = """
            ctmc module m endmodule
                1:1: A model of the kind `ctmc` runs in continuous time; dtmc, mdp and smg can be read.
            pta
                1:1: A model of the kind `pta` has real clocks; dtmc, mdp and smg can be read.
            pomdp
                1:1: A model of the kind `pomdp` has partial observation; dtmc, mdp and smg can be read.
            csg
                1:1: A model of the kind `csg` has players who move at the same time; dtmc, mdp and smg can be read.
            module m x:bool; endmodule
                1:27: The model does not say what it is: write dtmc, mdp or smg on its first line.
            mdp const int K; module m x:[0..K]; endmodule
                1:15: The constant `K` has no value: give it with --const K=…
            mdp const int K=J; const int J=K;
                1:15: The constant `K` is defined by itself.
            mdp module m x:[0..3]; [] y=1 -> true; endmodule
                1:27: No variable, constant or formula is called `y`.
            mdp module m x:[0..3]; [] x=1 -> (y'=1); endmodule
                1:35: No variable is called `y`.
            mdp module m x:[0..3]; [] x -> true; endmodule
                1:27: Here true or false is expected, but the expression is a whole number.
            mdp module m x:[0..3]; [] x=1 -> (x'=true); endmodule
                1:35: Here a whole number is expected, but the expression is true or false.
            mdp module m x:[0..3]; [] x<3 -> (x'=x/2); endmodule
                1:38: Here a whole number is expected, but the expression is a number.
            mdp module m x:[0..3]; [] true -> (x'=x+1); endmodule
                1:1: The command [] sets `x` to 4, outside of its range [0..3] in the state (x=3).
            mdp module m x:[3..0]; endmodule
                1:14: The variable `x` cannot have the range [3..0].
            mdp module m x:[0..3] init 4; endmodule
                1:14: The variable `x` starts at 4, outside of its range [0..3].
            mdp module m x:bool; x:bool; endmodule
                1:22: The name `x` is used twice.
            mdp module m x:bool; endmodule module n=m[y=z] endmodule
                1:39: The copy `n` must rename the variable `x` of `m`.
            mdp module m x:bool; [] x -> 0.5:true + 0.4:true; endmodule init x endinit
                1:1: The command [] has probabilities that add up to 9/10 instead of 1 in the state (x=true).
            mdp module m x:[0..3]; [a] true -> (x'=x+1); endmodule
                1:1: The command [a] sets `x` to 4, outside of its range [0..3] in the state (x=3).
            mdp global g:bool; module m [a] true->(g'=true); endmodule module n [a] true->(g'=g); endmodule
                1:1: The commands [a] of lines 1 and 1 happen together, and both set `g`.
            mdp global g:[0..9]; init g>3 endinit
                1:27: Several states fit init … endinit; one is needed.
            mdp global g:[0..9]; init g>9 endinit
                1:27: No state fits init … endinit.
            mdp module m x:bool; [] x=1 -> true; endmodule
                1:25: `=` compares true or false with a whole number.
            mdp module m x:[0..1]; [] max(x)=1&fun(x)=2 -> true; endmodule
                1:36: No function is called `fun`; there are min, max, floor, ceil, round, pow, mod and log.
            mdp module m x:[0..1]; [] (x=1 -> true; endmodule
                1:32: Here `)` is expected, not `->`.
            mdp module m x:int; endmodule
                1:16: A variable needs a range, such as [0..10]: without one its states cannot be listed.
            mdp formula f = f; module m x:bool; [] f -> true; endmodule
                1:17: The formula `f` is defined by itself.
            smg player p m endplayer player q m endplayer module m x:bool; endmodule
                1:35: `m` already belongs to player p.
            mdp "x
                1:5: The quote that opens here is not closed on its line.
            smg player p [a] endplayer player q [b] endplayer module m x:bool; [a] true->true; [b] x=false->(x'=true); endmodule
                1:1: The command [b] of player q in line 1 and the command [a] of player p in line 1 are both possible in the state (x=false).
            mdp module m x:[1..2]; [] true -> 1/(x-1):true + 1-1/(x-1):(x'=2); endmodule
                1:1: The command [] has a probability without a value (The fraction 1/0 has no value) in the state (x=1).
            mdp module m x:[0..1000000000]; y:[0..1000000000]; z:[0..1000000000]; u:[0..1000000000]; v:[0..1000000000]; endmodule
                The variables need more than 128 bits.
            mdp module m x:[0..3]; [] true -> [0.6,0.7]:(x'=1)+[0.5,0.6]:(x'=2); endmodule
                1:1: The command [] has intervals of probability from 11/10 to 13/10 in sum; 1 must lie between in the state (x=0).
            mdp module m x:[0..3]; [] true -> [0.7,0.6]:(x'=1)+[0.3,0.6]:(x'=2); endmodule
                1:1: The command [] has the probability [7/10,3/5] in the state (x=0).
            mdp const double N = 1e99999999; module m x:bool; endmodule
                The number 1e99999999 has more than 10000 digits.
            mdp module m x:bool; [] x&y'=1 -> true; endmodule
                1:28: Here `->` is expected, not `'`.
            dtmc system m endsystem
                1:6: How modules act together cannot be written as system … endsystem; they share actions.
            mdp module m x:[0..2]; [] x<2 -> (x'=mod(5,0)); endmodule
                1:1: The command [] has an update without a value (mod(5, 0) needs a positive divisor) in the state (x=0).
            mdp const int N = 2.5; module m x:bool; endmodule
                1:15: Here a whole number is expected, but the expression is a number.
            mdp global x:bool; global y:[0..100000]; init x endinit
                1:47: init … endinit says nothing about `y`; the model would start in more than 1,000 states.
            mdp rewards "r" true : 1; endrewards rewards "r" true : 1; endrewards
                1:46: Two reward structures are called "r".
            mdp label "l" = true; label "l" = false;
                1:29: The label "l" is defined twice.
            mdp @
                1:5: The sign `@` has no meaning here.
            """;

    @Test
    void one_sentence_and_a_place() {
        var said = new StringBuilder();
        List<String> models = ALL.lines().filter(line -> !line.startsWith(" ")).toList();
        for (String model : models) {
            said.append(model)
                    .append("\n    ")
                    .append(Models.problem(model, Map.of()))
                    .append('\n');
        }
        assertThat(said).hasToString(ALL);
    }
}
