package parley.prism;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.game.Game.Kind;

/** A model as it is written: names are names, modules made by renaming are not made yet. */
record Source(
        Kind kind,
        List<Constant> constants,
        List<Definition> formulas,
        List<Definition> labels,
        List<Variable> globals,
        List<Module> modules,
        List<Copy> copies,
        List<Owner> players,
        List<Reward> rewards,
        @Nullable Expr init) {

    /** Without a value if it is to be given from outside. */
    record Constant(Token name, Expr.Type type, @Nullable Expr value) {}

    record Definition(Token name, Expr body) {}

    /** Without bounds if it is true or false; without {@code init} if it starts at the lowest value. */
    record Variable(
            Token name,
            @Nullable Expr low,
            @Nullable Expr high,
            @Nullable Expr init) {}

    record Assignment(Token variable, Expr value) {}

    /** Without chances if it is certain; {@code high} differs from {@code low} in an interval only. */
    record Branch(@Nullable Expr low, @Nullable Expr high, List<Assignment> assignments) {}

    /** An action without a name is {@code ""}. */
    record Command(Token place, String action, Expr guard, List<Branch> branches) {}

    record Module(Token name, List<Variable> variables, List<Command> commands) {}

    record Copy(Token name, Token of, Map<String, String> renaming) {}

    /** A player with the names of its modules and of its actions. */
    record Owner(Token name, List<Token> modules, List<Token> actions) {}

    /** With an action, {@code ""} for none, if it is for choices; {@code null} if it is for states. */
    record RewardItem(Token place, @Nullable String action, Expr guard, Expr value) {}

    record Reward(Token place, String name, List<RewardItem> items) {}
}
