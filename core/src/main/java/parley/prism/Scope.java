package parley.prism;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.prism.Expr.Op;

/** What names mean. Turns expressions as read into resolved ones, checks their types, works out what is constant. */
final class Scope {
    private static final int[] NO_STATE = {};

    private final Map<String, Source.Constant> constants = new LinkedHashMap<>();
    private final Map<String, Expr> values = new LinkedHashMap<>();
    private final Map<String, Expr> formulas = new LinkedHashMap<>();
    private final Map<String, Expr> resolved = new HashMap<>();
    private final Map<String, Expr.Read> variables = new HashMap<>();
    private final Map<String, Expr> labels = new HashMap<>();
    private final Map<String, String> given;
    private final Set<String> open = new HashSet<>();
    private int line;
    private int column;

    Scope(Map<String, String> given) {
        this.given = given;
    }

    /** The scope of expressions about a finished model, in properties say. */
    static Scope of(Model model, Map<String, String> given) {
        var scope = new Scope(given);
        scope.values.putAll(model.constants());
        scope.resolved.putAll(model.formulas());
        scope.formulas.putAll(model.formulas());
        scope.labels.putAll(model.labels());
        for (Model.Var v : model.vars()) {
            scope.variables.put(v.name(), model.read(v.name()));
        }
        return scope;
    }

    void add(Source.Constant constant) {
        unused(constant.name());
        constants.put(constant.name().text(), constant);
    }

    void add(Source.Definition formula) {
        unused(formula.name());
        formulas.put(formula.name().text(), formula.body());
    }

    void add(Token name, Expr.Read variable) {
        unused(new Token(Token.Kind.WORD, variable.name(), name.line(), name.column()));
        variables.put(variable.name(), variable);
    }

    void label(String name, Expr body) {
        labels.put(name, body);
    }

    private void unused(Token name) {
        String text = name.text();
        if (constants.containsKey(text) || formulas.containsKey(text) || variables.containsKey(text)) {
            throw name.refusal("The name `%s` is used twice.".formatted(text));
        }
    }

    Expr.@Nullable Read variable(String name) {
        return variables.get(name);
    }

    Map<String, Expr> values() {
        constants.keySet().forEach(name -> constant(name, 0, 0));
        return values;
    }

    Map<String, Expr> formulas() {
        var all = new LinkedHashMap<String, Expr>();
        formulas.forEach((name, body) -> all.put(name, formula(name, Map.of())));
        return all;
    }

    /** Resolves an expression that must have the type; a whole number passes as a number. */
    Expr resolve(Expr expression, Expr.Type type, Map<String, String> renaming) {
        Expr found = resolve(expression, renaming);
        if (found.type() != type && !(type == Expr.Type.DOUBLE && found.type() == Expr.Type.INT)) {
            throw refusal("Here %s is expected, but the expression is %s."
                    .formatted(type.word(), found.type().word()));
        }
        return found;
    }

    /** Returns the value of an expression without variables. */
    long whole(Expr expression, Token place) {
        at(place);
        Expr found = resolve(expression, Expr.Type.INT, Map.of());
        if (found instanceof Expr.Int(long value)) {
            return value;
        }
        throw refusal("The value must not depend on variables.");
    }

    /** Messages about expressions that hold no place of their own name this one. */
    void at(Token place) {
        line = place.line();
        column = place.column();
    }

    Refusal refusal(String message) {
        return new Refusal(line, column, message);
    }

    Expr resolve(Expr expression, Map<String, String> renaming) {
        return switch (expression) {
            case Expr.Name name -> {
                line = name.line();
                column = name.column();
                yield name(renaming.getOrDefault(name.name(), name.name()), name, renaming);
            }
            case Expr.Label(String name, int l, int c) -> {
                Expr body = labels.get(name);
                if (body == null) {
                    throw new Refusal(l, c, "No label is called \"%s\".".formatted(name));
                }
                yield resolve(body, Map.of());
            }
            case Expr.Not(Expr operand) -> checked(new Expr.Not(resolve(operand, renaming)));
            case Expr.Negative(Expr operand) -> checked(new Expr.Negative(resolve(operand, renaming)));
            case Expr.Binary(Op op, Expr left, Expr right) ->
                checked(new Expr.Binary(op, resolve(left, renaming), resolve(right, renaming)));
            case Expr.If(Expr test, Expr then, Expr otherwise) ->
                checked(new Expr.If(resolve(test, renaming), resolve(then, renaming), resolve(otherwise, renaming)));
            case Expr.Call(Expr.Function function, List<Expr> arguments) ->
                checked(new Expr.Call(
                        function,
                        arguments.stream().map(a -> resolve(a, renaming)).toList()));
            case Expr.Int i -> i;
            case Expr.Real r -> r;
            case Expr.Bool b -> b;
            case Expr.Read r -> r;
        };
    }

    private Expr checked(Expr expression) {
        try {
            return Typing.folded(expression);
        } catch (Typing.Mismatch e) {
            throw refusal(e.message);
        }
    }

    private Expr name(String name, Expr.Name place, Map<String, String> renaming) {
        Expr.Read variable = variables.get(name);
        if (variable != null) {
            return variable;
        }
        if (constants.containsKey(name) || values.containsKey(name)) {
            return constant(name, place.line(), place.column());
        }
        if (formulas.containsKey(name)) {
            return formula(name, renaming);
        }
        throw new Refusal(
                place.line(), place.column(), "No variable, constant or formula is called `%s`.".formatted(name));
    }

    /** A formula stands for its text: in a module made by renaming it is renamed too. */
    private Expr formula(String name, Map<String, String> renaming) {
        Expr known = renaming.isEmpty() ? resolved.get(name) : null;
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            throw refusal("The formula `%s` is defined by itself.".formatted(name));
        }
        Expr found = resolve(java.util.Objects.requireNonNull(formulas.get(name)), renaming);
        open.remove(name);
        if (renaming.isEmpty()) {
            resolved.put(name, found);
        }
        return found;
    }

    private Expr constant(String name, int fromLine, int fromColumn) {
        Expr known = values.get(name);
        if (known != null) {
            return known;
        }
        Source.Constant constant = java.util.Objects.requireNonNull(constants.get(name));
        if (!open.add(name)) {
            throw constant.name().refusal("The constant `%s` is defined by itself.".formatted(name));
        }
        at(constant.name());
        Expr found = valueOf(constant);
        open.remove(name);
        values.put(name, found);
        line = fromLine == 0 ? line : fromLine;
        column = fromColumn == 0 ? column : fromColumn;
        return found;
    }

    private Expr valueOf(Source.Constant constant) {
        Expr written = constant.value();
        String outside = given.get(constant.name().text());
        if (written == null) {
            if (outside == null) {
                throw constant.name()
                        .refusal("The constant `%s` has no value: give it with --const %<s=…"
                                .formatted(constant.name().text()));
            }
            written = ExprParser.whole(outside);
        }
        Expr found = resolve(written, constant.type(), Map.of());
        if (!found.isValue()) {
            throw constant.name()
                    .refusal("The constant `%s` needs a value that does not depend on variables."
                            .formatted(constant.name().text()));
        }
        return constant.type() == Expr.Type.DOUBLE ? new Expr.Real(Evaluation.exact(found, NO_STATE)) : found;
    }
}
