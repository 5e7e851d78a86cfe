package parley.prism;

import java.util.List;
import parley.game.Fraction;

/**
 * An expression. As read it holds {@link Name}s and {@link Label}s; in a {@link Model} every name has become a value or
 * the {@link Read}ing of a variable, and all types fit.
 */
public sealed interface Expr {
    enum Type {
        INT,
        DOUBLE,
        BOOL;

        String word() {
            return switch (this) {
                case INT -> "a whole number";
                case DOUBLE -> "a number";
                case BOOL -> "true or false";
            };
        }
    }

    /** From the weakest to the strongest binding, as the language has it. */
    enum Op {
        IMPLIES("=>", 1),
        IFF("<=>", 2),
        OR("|", 3),
        AND("&", 4),
        EQUAL("=", 6),
        UNEQUAL("!=", 6),
        LESS("<", 7),
        AT_MOST("<=", 7),
        AT_LEAST(">=", 7),
        MORE(">", 7),
        PLUS("+", 8),
        MINUS("-", 8),
        TIMES("*", 9),
        OVER("/", 9);

        static final int STRENGTH_OF_NOT = 5;
        static final int STRENGTH_OF_SIGN = 10;

        final String sign;
        final int strength;

        Op(String sign, int strength) {
            this.sign = sign;
            this.strength = strength;
        }

        boolean joinsTruths() {
            return strength <= AND.strength;
        }

        boolean compares() {
            return strength == EQUAL.strength || strength == LESS.strength;
        }
    }

    enum Function {
        MIN,
        MAX,
        FLOOR,
        CEIL,
        ROUND,
        POW,
        MOD,
        LOG;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Int(long value) implements Expr {}

    record Real(Fraction value) implements Expr {}

    record Bool(boolean value) implements Expr {
        public static final Bool TRUE = new Bool(true);
        public static final Bool FALSE = new Bool(false);
    }

    /** The value of a variable, by its place in the model's list. */
    record Read(String name, int variable, Type type) implements Expr {}

    record Not(Expr operand) implements Expr {}

    record Negative(Expr operand) implements Expr {}

    record Binary(Op op, Expr left, Expr right) implements Expr {}

    record If(Expr test, Expr then, Expr otherwise) implements Expr {}

    record Call(Function function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A name not yet resolved. */
    record Name(String name, int line, int column) implements Expr {}

    /** A label in quotes, in properties only. */
    record Label(String name, int line, int column) implements Expr {}

    static Expr and(Expr left, Expr right) {
        return left.equals(Bool.TRUE) ? right : right.equals(Bool.TRUE) ? left : new Binary(Op.AND, left, right);
    }

    /** Returns the type of a resolved expression. */
    default Type type() {
        return switch (this) {
            case Int(long value) -> Type.INT;
            case Real(Fraction value) -> Type.DOUBLE;
            case Bool(boolean value) -> Type.BOOL;
            case Read(String name, int variable, Type type) -> type;
            case Not(Expr operand) -> Type.BOOL;
            case Negative(Expr operand) -> operand.type();
            case If(Expr test, Expr then, Expr otherwise) -> wider(then.type(), otherwise.type());
            case Binary(Op op, Expr left, Expr right) ->
                switch (op) {
                    case IMPLIES, IFF, OR, AND, EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE -> Type.BOOL;
                    case PLUS, MINUS, TIMES -> wider(left.type(), right.type());
                    case OVER -> Type.DOUBLE;
                };
            case Call(Function function, List<Expr> arguments) ->
                switch (function) {
                    case FLOOR, CEIL, ROUND, MOD -> Type.INT;
                    case LOG -> Type.DOUBLE;
                    case MIN, MAX, POW ->
                        arguments.stream().map(Expr::type).reduce(Expr::wider).orElse(Type.INT);
                };
            case Name name -> throw new IllegalStateException("The name %s is not resolved.".formatted(name.name()));
            case Label label ->
                throw new IllegalStateException("The label \"%s\" is not resolved.".formatted(label.name()));
        };
    }

    private static Type wider(Type one, Type other) {
        return one == other ? one : one == Type.BOOL || other == Type.BOOL ? Type.BOOL : Type.DOUBLE;
    }

    /** Returns whether the value is the same in every state. */
    default boolean isValue() {
        return this instanceof Int || this instanceof Real || this instanceof Bool;
    }
}
