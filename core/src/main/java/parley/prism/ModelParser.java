package parley.prism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.game.Game.Kind;

/** Reads a model as it is written. */
final class ModelParser extends ExprParser {
    private static final Map<String, String> ELSEWHERE = Map.of(
            "ctmc", "runs in continuous time",
            "stochastic", "runs in continuous time",
            "pta", "has real clocks",
            "popta", "has real clocks and partial observation",
            "pomdp", "has partial observation",
            "pomg", "has partial observation",
            "csg", "has players who move at the same time",
            "tsg", "has real clocks",
            "tptg", "has real clocks",
            "lts", "has no probabilities");

    private @Nullable Kind kind;
    private final List<Source.Constant> constants = new ArrayList<>();
    private final List<Source.Definition> formulas = new ArrayList<>();
    private final List<Source.Definition> labels = new ArrayList<>();
    private final List<Source.Variable> globals = new ArrayList<>();
    private final List<Source.Module> modules = new ArrayList<>();
    private final List<Source.Copy> copies = new ArrayList<>();
    private final List<Source.Owner> players = new ArrayList<>();
    private final List<Source.Reward> rewards = new ArrayList<>();
    private @Nullable Expr init;

    private ModelParser(List<Token> tokens) {
        super(tokens);
    }

    static Source parse(String text) {
        var parser = new ModelParser(Lexer.tokens(text));
        while (parser.peek().kind() != Token.Kind.END) {
            parser.part();
        }
        if (parser.kind == null) {
            throw parser.peek().refusal("The model does not say what it is: write dtmc, mdp or smg on its first line.");
        }
        return new Source(
                parser.kind,
                parser.constants,
                parser.formulas,
                parser.labels,
                parser.globals,
                parser.modules,
                parser.copies,
                parser.players,
                parser.rewards,
                parser.init);
    }

    private void part() {
        Token token = expectWord("a part of a model");
        switch (token.text()) {
            case "dtmc", "probabilistic" -> kind(token, Kind.DTMC);
            case "mdp", "nondeterministic" -> kind(token, Kind.MDP);
            case "smg" -> kind(token, Kind.SMG);
            case "const" -> constants.add(constant(this));
            case "formula" -> formulas.add(definition(expectWord("the name of a formula")));
            case "label" -> labels.add(definition(quoted()));
            case "global" -> globals.add(variable());
            case "module" -> module();
            case "player" -> players.add(player());
            case "rewards" -> rewards.add(reward());
            case "init" -> {
                if (init != null) {
                    throw token.refusal("There is a second init … endinit.");
                }
                init = expression();
                expect("endinit");
            }
            default -> throw elsewhere(token);
        }
    }

    private static Refusal elsewhere(Token token) {
        if (token.is("system")) {
            return token.refusal(
                    "How modules act together cannot be written as system … endsystem; they share actions.");
        }
        String why = ELSEWHERE.get(token.text());
        return why == null
                ? token.refusal(
                        "Here a part of a model is expected (module, const, formula, label, global, rewards, player, init), not %s."
                                .formatted(token.shown()))
                : token.refusal(
                        "A model of the kind `%s` %s; dtmc, mdp and smg can be read.".formatted(token.text(), why));
    }

    private void kind(Token token, Kind said) {
        if (kind != null) {
            throw token.refusal("The kind of the model is said twice.");
        }
        kind = said;
    }

    /** Reads what follows {@code const}, in a model or in a file of properties. */
    static Source.Constant constant(ExprParser in) {
        Expr.Type type = Expr.Type.INT;
        if (in.takeIf("double")) {
            type = Expr.Type.DOUBLE;
        } else if (in.takeIf("bool")) {
            type = Expr.Type.BOOL;
        } else {
            in.takeIf("int");
        }
        Token name = in.expectWord("the name of a constant");
        Expr value = in.takeIf("=") ? in.expression() : null;
        in.expect(";");
        return new Source.Constant(name, type, value);
    }

    private Source.Definition definition(Token name) {
        expect("=");
        Expr body = expression();
        expect(";");
        return new Source.Definition(name, body);
    }

    private Token quoted() {
        if (peek().kind() != Token.Kind.QUOTED) {
            throw peek().refusal("Here a name in quotes is expected, not %s.".formatted(peek().shown()));
        }
        return take();
    }

    private Source.Variable variable() {
        Token name = expectWord("the name of a variable");
        expect(":");
        if (peek().is("clock")) {
            throw peek().refusal("A clock runs in continuous time; whole numbers and bool can be read.");
        }
        Expr low = null;
        Expr high = null;
        if (!takeIf("bool")) {
            if (peek().is("int")) {
                throw peek().refusal(
                                "A variable needs a range, such as [0..10]: without one its states cannot be listed.");
            }
            expect("[");
            low = expression();
            expect("..");
            high = expression();
            expect("]");
        }
        Expr start = takeIf("init") ? expression() : null;
        expect(";");
        return new Source.Variable(name, low, high, start);
    }

    private void module() {
        Token name = expectWord("the name of a module");
        if (takeIf("=")) {
            copies.add(copy(name));
            return;
        }
        var variables = new ArrayList<Source.Variable>();
        var commands = new ArrayList<Source.Command>();
        while (!peek().is("endmodule")) {
            if (peek().is("[")) {
                commands.add(command());
            } else if (peek().is("invariant")) {
                throw peek().refusal("An invariant belongs to models with clocks; dtmc, mdp and smg can be read.");
            } else {
                variables.add(variable());
            }
        }
        expect("endmodule");
        modules.add(new Source.Module(name, variables, commands));
    }

    private Source.Copy copy(Token name) {
        Token of = expectWord("the name of a module");
        var renaming = new HashMap<String, String>();
        expect("[");
        do {
            Token from = expectWord("a name");
            expect("=");
            if (renaming.put(from.text(), expectWord("a name").text()) != null) {
                throw from.refusal("`%s` is renamed twice.".formatted(from.text()));
            }
        } while (takeIf(","));
        expect("]");
        expect("endmodule");
        return new Source.Copy(name, of, renaming);
    }

    private String action() {
        expect("[");
        String name = peek().kind() == Token.Kind.WORD ? take().text() : "";
        if (peek().is(",")) {
            throw peek().refusal(
                            "A command with several actions belongs to players who move at the same time; write one.");
        }
        expect("]");
        return name;
    }

    private Source.Command command() {
        Token place = peek();
        String action = action();
        Expr guard = expression();
        expect("->");
        var branches = new ArrayList<Source.Branch>();
        do {
            branches.add(branch());
        } while (takeIf("+"));
        expect(";");
        return new Source.Command(place, action, guard, branches);
    }

    private Source.Branch branch() {
        boolean bare = (peek().is("(") && peek(2).is("'"))
                || (peek().is("true") && !peek(1).is(":") && (peek(1).is(";") || peek(1).is("+")));
        Expr low = null;
        Expr high = null;
        if (!bare) {
            if (takeIf("[")) {
                low = expression();
                expect(",");
                high = expression();
                expect("]");
            } else {
                low = expression();
                high = low;
            }
            expect(":");
        }
        var assignments = new ArrayList<Source.Assignment>();
        if (!takeIf("true")) {
            do {
                expect("(");
                Token variable = expectWord("the name of a variable");
                expect("'");
                expect("=");
                assignments.add(new Source.Assignment(variable, expression()));
                expect(")");
            } while (takeIf("&"));
        }
        return new Source.Branch(low, high, assignments);
    }

    private Source.Owner player() {
        Token name = peek().kind() == Token.Kind.QUOTED ? take() : expectWord("the name of a player");
        var owned = new ArrayList<Token>();
        var actions = new ArrayList<Token>();
        while (!takeIf("endplayer")) {
            if (takeIf("[")) {
                actions.add(expectWord("the name of an action"));
                expect("]");
            } else {
                owned.add(expectWord("the name of a module or an [action]"));
            }
            if (!peek().is("endplayer")) {
                expect(",");
            }
        }
        return new Source.Owner(name, owned, actions);
    }

    private Source.Reward reward() {
        Token start = peek();
        String name = start.kind() == Token.Kind.QUOTED ? take().text() : "";
        var items = new ArrayList<Source.RewardItem>();
        while (!takeIf("endrewards")) {
            Token place = peek();
            String action = place.is("[") ? action() : null;
            Expr guard = expression();
            expect(":");
            Expr value = expression();
            expect(";");
            items.add(new Source.RewardItem(place, action, guard, value));
        }
        return new Source.Reward(start, name, items);
    }
}
