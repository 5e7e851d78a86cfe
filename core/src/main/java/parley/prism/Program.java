package parley.prism;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.prism.Expr.Function;
import parley.prism.Expr.Op;

/**
 * Expressions as rows of numbers, evaluated by one switch: the same code for every model, so that HotSpot compiles it
 * once and not anew for each. A node has a code, up to three operands (nodes, or a variable) and a whole number. What
 * several expressions share is worked out once a state.
 */
final class Program {
    private static final int NO = 0;
    private static final int YES = 1;
    private static final int IS_SET = 2;
    private static final int NOT = 3;
    private static final int AND = 4;
    private static final int OR = 5;
    private static final int IMPLIES = 6;
    private static final int SAME = 7;
    private static final int IF = 8;
    private static final int SHARED = 9;
    /** From here on comparisons of two whole numbers, as {@link #order} has them. */
    private static final int COMPARE = 10;
    /** The same of a variable and a constant. */
    private static final int COMPARE_VARIABLE = 20;

    private static final int CONSTANT = 30;
    private static final int VARIABLE = 31;
    private static final int NEGATIVE = 32;
    private static final int PLUS = 33;
    private static final int MINUS = 34;
    private static final int TIMES = 35;
    private static final int LEAST = 36;
    private static final int MOST = 37;
    private static final int SLOW = 38;

    /** What is worth remembering: the nodes below it. */
    private static final int WORTH = 4;

    private int[] code = new int[64];
    private int[] a = new int[64];
    private int[] b = new int[64];
    private int[] c = new int[64];
    private long[] whole = new long[64];
    private @Nullable Expr[] slow = new Expr[64];
    private int size;
    private final IdentityHashMap<Expr, Integer> known = new IdentityHashMap<>();
    /** Of each shared node the state it was last worked out for, and whether it held. */
    private long[] stamp = {};

    private boolean[] held = {};
    private long now = 1;
    private final int[] state;

    /** @param state the values of the variables, changed from outside */
    Program(int[] state) {
        this.state = state;
    }

    /** Tells that the state is another one. */
    void moved() {
        now++;
    }

    /** Ends the writing. */
    Program closed() {
        stamp = new long[size];
        held = new boolean[size];
        known.clear();
        return this;
    }

    // ---- writing ----------------------------------------------------------------------------------------------------

    int truth(Expr expression) {
        Integer before = known.get(expression);
        if (before != null) {
            share(before);
            return before;
        }
        int begin = size;
        int node = written(expression);
        if (size - begin >= WORTH) {
            known.put(expression, node);
        }
        return node;
    }

    private int written(Expr expression) {
        return switch (expression) {
            case Expr.Bool(boolean value) -> add(value ? YES : NO, 0, 0, 0);
            case Expr.Read read -> add(IS_SET, read.variable(), 0, 0);
            case Expr.Not(Expr operand) -> add(NOT, truth(operand), 0, 0);
            case Expr.If(Expr test, Expr then, Expr otherwise) -> add(IF, truth(test), truth(then), truth(otherwise));
            case Expr.Binary(Op op, Expr left, Expr right) ->
                switch (op) {
                    case AND -> add(AND, truth(left), truth(right), 0);
                    case OR -> add(OR, truth(left), truth(right), 0);
                    case IMPLIES -> add(IMPLIES, truth(left), truth(right), 0);
                    case IFF -> add(SAME, truth(left), truth(right), 0);
                    case EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE -> compared(expression, op, left, right);
                    case PLUS, MINUS, TIMES, OVER -> slow(expression);
                };
            case Expr.Int _, Expr.Real _, Expr.Negative _, Expr.Call _, Expr.Name _, Expr.Label _ -> slow(expression);
        };
    }

    private int compared(Expr expression, Op op, Expr left, Expr right) {
        Expr.Type type = left.type();
        if (type == Expr.Type.BOOL && (op == Op.EQUAL || op == Op.UNEQUAL)) {
            int same = add(SAME, truth(left), truth(right), 0);
            return op == Op.EQUAL ? same : add(NOT, same, 0, 0);
        }
        if (type != Expr.Type.INT || right.type() != Expr.Type.INT) {
            return slow(expression);
        }
        int order = order(op);
        if (left instanceof Expr.Read read && right instanceof Expr.Int(long value)) {
            int node = add(COMPARE_VARIABLE + order, read.variable(), 0, 0);
            whole[node] = value;
            return node;
        }
        return add(COMPARE + order, number(left), number(right), 0);
    }

    private static int order(Op op) {
        return switch (op) {
            case EQUAL -> 0;
            case UNEQUAL -> 1;
            case LESS -> 2;
            case AT_MOST -> 3;
            case AT_LEAST -> 4;
            case MORE -> 5;
            case IMPLIES, IFF, OR, AND, PLUS, MINUS, TIMES, OVER -> throw new IllegalStateException(op.sign);
        };
    }

    int number(Expr expression) {
        return switch (expression) {
            case Expr.Int(long value) -> {
                int node = add(CONSTANT, 0, 0, 0);
                whole[node] = value;
                yield node;
            }
            case Expr.Read read -> add(VARIABLE, read.variable(), 0, 0);
            case Expr.Negative(Expr operand) -> add(NEGATIVE, number(operand), 0, 0);
            case Expr.If(Expr test, Expr then, Expr otherwise) -> add(IF, truth(test), number(then), number(otherwise));
            case Expr.Binary(Op op, Expr left, Expr right) ->
                switch (op) {
                    case PLUS -> add(PLUS, number(left), number(right), 0);
                    case MINUS -> add(MINUS, number(left), number(right), 0);
                    case TIMES -> add(TIMES, number(left), number(right), 0);
                    case OVER, IMPLIES, IFF, OR, AND, EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE -> slow(expression);
                };
            case Expr.Call(Function function, List<Expr> arguments) ->
                switch (function) {
                    case MIN, MAX -> extreme(function == Function.MIN ? LEAST : MOST, arguments);
                    case POW, MOD, FLOOR, CEIL, ROUND, LOG -> slow(expression);
                };
            case Expr.Bool _, Expr.Real _, Expr.Not _, Expr.Name _, Expr.Label _ -> slow(expression);
        };
    }

    private int extreme(int which, List<Expr> arguments) {
        int node = number(arguments.getFirst());
        for (Expr argument : arguments.subList(1, arguments.size())) {
            node = add(which, node, number(argument), 0);
        }
        return node;
    }

    private int slow(Expr expression) {
        int node = add(SLOW, 0, 0, 0);
        slow[node] = expression;
        return node;
    }

    /** The node moves, and its place remembers what it came to. */
    private void share(int node) {
        if (code[node] != SHARED) {
            int moved = add(code[node], a[node], b[node], c[node]);
            whole[moved] = whole[node];
            slow[moved] = slow[node];
            code[node] = SHARED;
            a[node] = moved;
        }
    }

    private int add(int what, int first, int second, int third) {
        if (size == code.length) {
            code = Arrays.copyOf(code, 2 * size);
            a = Arrays.copyOf(a, 2 * size);
            b = Arrays.copyOf(b, 2 * size);
            c = Arrays.copyOf(c, 2 * size);
            whole = Arrays.copyOf(whole, 2 * size);
            slow = Arrays.copyOf(slow, 2 * size);
        }
        code[size] = what;
        a[size] = first;
        b[size] = second;
        c[size] = third;
        return size++;
    }

    // ---- running ----------------------------------------------------------------------------------------------------

    boolean holds(int node) {
        return switch (code[node]) {
            case NO -> false;
            case YES -> true;
            case IS_SET -> state[a[node]] != 0;
            case NOT -> !holds(a[node]);
            case AND -> holds(a[node]) && holds(b[node]);
            case OR -> holds(a[node]) || holds(b[node]);
            case IMPLIES -> !holds(a[node]) || holds(b[node]);
            case SAME -> holds(a[node]) == holds(b[node]);
            case IF -> holds(a[node]) ? holds(b[node]) : holds(c[node]);
            case SHARED -> shared(node);
            case COMPARE -> value(a[node]) == value(b[node]);
            case COMPARE + 1 -> value(a[node]) != value(b[node]);
            case COMPARE + 2 -> value(a[node]) < value(b[node]);
            case COMPARE + 3 -> value(a[node]) <= value(b[node]);
            case COMPARE + 4 -> value(a[node]) >= value(b[node]);
            case COMPARE + 5 -> value(a[node]) > value(b[node]);
            case COMPARE_VARIABLE -> state[a[node]] == whole[node];
            case COMPARE_VARIABLE + 1 -> state[a[node]] != whole[node];
            case COMPARE_VARIABLE + 2 -> state[a[node]] < whole[node];
            case COMPARE_VARIABLE + 3 -> state[a[node]] <= whole[node];
            case COMPARE_VARIABLE + 4 -> state[a[node]] >= whole[node];
            case COMPARE_VARIABLE + 5 -> state[a[node]] > whole[node];
            default -> Evaluation.truth(java.util.Objects.requireNonNull(slow[node]), state);
        };
    }

    private boolean shared(int node) {
        if (stamp[node] != now) {
            held[node] = holds(a[node]);
            stamp[node] = now;
        }
        return held[node];
    }

    /** @throws ArithmeticException if the value does not exist or does not fit 64 bits */
    long value(int node) {
        return switch (code[node]) {
            case CONSTANT -> whole[node];
            case VARIABLE -> state[a[node]];
            case NEGATIVE -> Math.negateExact(value(a[node]));
            case PLUS -> Math.addExact(value(a[node]), value(b[node]));
            case MINUS -> Math.subtractExact(value(a[node]), value(b[node]));
            case TIMES -> Math.multiplyExact(value(a[node]), value(b[node]));
            case LEAST -> Math.min(value(a[node]), value(b[node]));
            case MOST -> Math.max(value(a[node]), value(b[node]));
            case IF -> holds(a[node]) ? value(b[node]) : value(c[node]);
            default -> Evaluation.whole(java.util.Objects.requireNonNull(slow[node]), state);
        };
    }
}
