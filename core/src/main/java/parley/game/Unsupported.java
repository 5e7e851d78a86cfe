package parley.game;

import java.util.Map;
import java.util.Optional;

/** What the property language has and this engine has not, in one sentence each. */
final class Unsupported {
    private static final Map<String, String> OPERATORS = Map.of(
            "S", "`S` asks for the long run; it is not answered here, only P, R and T are.",
            "filter", "`filter` is not answered here; every question is about the first state.",
            "multi", "`multi` asks for several goals at once, which is not answered here; ask one at a time.",
            "E", "`E […]` is not answered here; ask P>0 […] instead.",
            "A", "`A […]` is not answered here; ask P>=1 […] instead.",
            "sim", "`sim` is not answered here; every answer is a bound, not an estimate.");

    private Unsupported() {}

    static Optional<Unanswerable> operator(String word) {
        return Optional.ofNullable(OPERATORS.get(word)).map(Unanswerable::new);
    }

    static Unanswerable coSafe() {
        return new Unanswerable(
                "Rewards are collected until F, F0 or Fc of a formula about states, for C, C<=k steps or at I=k; other (co-safe) formulas are not answered here.");
    }
}
