package parley.prism;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import parley.prism.Expr.Function;
import parley.prism.Expr.Op;

/** Code for expressions, where local 1 is the first word of the state and local 3 the second. */
final class ExprCode {
    static final int FIRST = 1;
    static final int SECOND = 3;

    private static final MethodTypeDesc TWO = MethodTypeDesc.of(CD_long, CD_long, CD_long);
    private static final MethodTypeDesc TRUTH = MethodTypeDesc.of(CD_boolean, CD_long, CD_long);
    private static final MethodTypeDesc SLOW_TRUTH = MethodTypeDesc.of(CD_boolean, CD_long, CD_long, CD_int);
    private static final MethodTypeDesc SLOW_WHOLE = MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_int);
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc EVALUATION = ClassDesc.of("parley.prism.Evaluation");
    /** Heavier parts of heavy expressions become methods. */
    private static final int PART = 2_000;

    private final Compilation in;
    private final Layout layout;
    private final Bounds bounds;
    private final CodeBuilder code;

    ExprCode(Compilation in, CodeBuilder code) {
        this.in = in;
        this.code = code;
        layout = in.layout;
        bounds = new Bounds(layout);
    }

    /** Jumps if the truth of the condition is {@code when}, else goes on. */
    void jump(Expr condition, boolean when, Label to) {
        switch (condition) {
            case Expr.Bool(boolean value) -> {
                if (value == when) {
                    code.goto_(to);
                }
            }
            case Expr.Read read -> match(read.variable(), 1, when, to);
            case Expr.Not(Expr operand) -> jump(operand, !when, to);
            case Expr.If(Expr test, Expr then, Expr otherwise) -> {
                Label no = code.newLabel();
                Label end = code.newLabel();
                jump(test, false, no);
                jump(then, when, to);
                code.goto_(end).labelBinding(no);
                jump(otherwise, when, to);
                code.labelBinding(end);
            }
            case Expr.Binary(Op op, Expr left, Expr right) -> {
                switch (op) {
                    case AND -> all(parts(condition, Op.AND), when, to);
                    case OR -> any(parts(condition, Op.OR), when, to);
                    case IMPLIES -> any(List.of(new Expr.Not(left), right), when, to);
                    case IFF -> compareTruths(left, right, when, to);
                    case EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE -> compare(op, left, right, condition, when, to);
                    case PLUS, MINUS, TIMES, OVER -> throw new IllegalStateException(op.sign);
                }
            }
            case Expr.Int i -> throw new IllegalStateException("A number is no condition.");
            case Expr.Real r -> throw new IllegalStateException("A number is no condition.");
            case Expr.Negative n -> throw new IllegalStateException("A number is no condition.");
            case Expr.Call c -> throw new IllegalStateException("A number is no condition.");
            case Expr.Name n -> throw new IllegalStateException("A name is no condition.");
            case Expr.Label l -> throw new IllegalStateException("A label is no condition.");
        }
    }

    private static List<Expr> parts(Expr condition, Op op) {
        var found = new ArrayList<Expr>();
        collect(condition, op, found);
        return found;
    }

    private static void collect(Expr condition, Op op, List<Expr> into) {
        if (condition instanceof Expr.Binary(Op own, Expr left, Expr right) && own == op) {
            collect(left, op, into);
            collect(right, op, into);
        } else {
            into.add(condition);
        }
    }

    /** All conditions of the form {@code variable = value} become one comparison under a mask. */
    void all(List<Expr> conditions, boolean when, Label to) {
        Label no = when ? code.newLabel() : to;
        long[] mask = new long[2];
        long[] wanted = new long[2];
        var rest = new ArrayList<Expr>();
        boolean never = false;
        for (Expr condition : conditions) {
            Fixed fixed = Fixed.of(condition);
            if (fixed == null) {
                rest.add(condition);
                continue;
            }
            int v = fixed.variable();
            long field = fixed.value() - layout.low[v];
            long bits = layout.bits(v);
            int word = layout.word[v];
            long value = (field << layout.shift[v]) & bits;
            never |= field < 0
                    || field > layout.mask[v]
                    || ((mask[word] & bits) == bits && bits != 0 && (wanted[word] & bits) != value);
            mask[word] |= bits;
            wanted[word] |= value;
        }
        if (never) {
            code.goto_(no);
        } else {
            masked(FIRST, mask[0], wanted[0], no);
            masked(SECOND, mask[1], wanted[1], no);
            inParts(rest, Op.AND, false, no);
            if (when) {
                code.goto_(to);
            }
        }
        if (when) {
            code.labelBinding(no);
        }
    }

    private void masked(int local, long mask, long wanted, Label no) {
        if (mask != 0) {
            code.lload(local)
                    .loadConstant(mask)
                    .land()
                    .loadConstant(wanted)
                    .lcmp()
                    .ifne(no);
        }
    }

    private void any(List<Expr> conditions, boolean when, Label to) {
        if (when) {
            inParts(conditions, Op.OR, true, to);
        } else {
            Label yes = code.newLabel();
            inParts(conditions, Op.OR, true, yes);
            code.goto_(to).labelBinding(yes);
        }
    }

    /** Long lists are halved, and heavy halves put into methods of their own. */
    private void inParts(List<Expr> conditions, Op op, boolean when, Label to) {
        int weight = conditions.stream().mapToInt(Bounds::weight).sum();
        if (weight > PART && conditions.size() > 1) {
            int half = conditions.size() / 2;
            for (List<Expr> part : List.of(conditions.subList(0, half), conditions.subList(half, conditions.size()))) {
                apart(part, op, when, to);
            }
        } else {
            conditions.forEach(c -> jump(c, when, to));
        }
    }

    private void apart(List<Expr> conditions, Op op, boolean when, Label to) {
        String name = in.method(TRUTH, inner -> {
            Label yes = inner.newLabel();
            var own = new ExprCode(in, inner);
            if (conditions.size() == 1) {
                own.jump(conditions.getFirst(), true, yes);
                inner.iconst_0().ireturn().labelBinding(yes).iconst_1().ireturn();
            } else {
                own.inParts(conditions, op, op == Op.OR, yes);
                inner.loadConstant(op == Op.OR ? 0 : 1).ireturn().labelBinding(yes);
                inner.loadConstant(op == Op.OR ? 1 : 0).ireturn();
            }
        });
        code.aload(0).lload(FIRST).lload(SECOND).invokevirtual(Compilation.SELF, name, TRUTH);
        branch(when, to);
    }

    private void branch(boolean when, Label to) {
        if (when) {
            code.ifne(to);
        } else {
            code.ifeq(to);
        }
    }

    private void match(int variable, long value, boolean when, Label to) {
        long field = value - layout.low[variable];
        long bits = layout.bits(variable);
        if (field < 0 || field > layout.mask[variable]) {
            jump(Expr.Bool.FALSE, when, to);
            return;
        }
        code.lload(layout.word[variable] == 0 ? FIRST : SECOND)
                .loadConstant(bits)
                .land()
                .loadConstant(field << layout.shift[variable])
                .lcmp();
        branch(!when, to);
    }

    private void compareTruths(Expr left, Expr right, boolean when, Label to) {
        truth(left);
        truth(right);
        code.lcmp();
        branch(!when, to);
    }

    private void compare(Op op, Expr left, Expr right, Expr whole, boolean when, Label to) {
        Fixed fixed = Fixed.of(op == Op.UNEQUAL ? new Expr.Binary(Op.EQUAL, left, right) : whole);
        if (fixed != null) {
            match(fixed.variable(), fixed.value(), when == (op == Op.EQUAL), to);
        } else if (left.type() == Expr.Type.BOOL) {
            compareTruths(left, right, when == (op == Op.EQUAL), to);
        } else if (left.type() == Expr.Type.INT && right.type() == Expr.Type.INT) {
            whole(left);
            whole(right);
            code.lcmp();
            order(when ? op : opposite(op), to);
        } else {
            code.aload(0).lload(FIRST).lload(SECOND).loadConstant(slow(whole));
            code.invokevirtual(Compilation.SELF, "slowTruth", SLOW_TRUTH);
            branch(when, to);
        }
    }

    private int slow(Expr expression) {
        in.slow.add(expression);
        return in.slow.size() - 1;
    }

    private static Op opposite(Op op) {
        return switch (op) {
            case EQUAL -> Op.UNEQUAL;
            case UNEQUAL -> Op.EQUAL;
            case LESS -> Op.AT_LEAST;
            case AT_MOST -> Op.MORE;
            case AT_LEAST -> Op.LESS;
            case MORE -> Op.AT_MOST;
            case IMPLIES, IFF, OR, AND, PLUS, MINUS, TIMES, OVER -> throw new IllegalStateException(op.sign);
        };
    }

    private void order(Op op, Label to) {
        switch (op) {
            case EQUAL -> code.ifeq(to);
            case UNEQUAL -> code.ifne(to);
            case LESS -> code.iflt(to);
            case AT_MOST -> code.ifle(to);
            case AT_LEAST -> code.ifge(to);
            case MORE -> code.ifgt(to);
            case IMPLIES, IFF, OR, AND, PLUS, MINUS, TIMES, OVER -> throw new IllegalStateException(op.sign);
        }
    }

    /** Puts 1 or 0 on the stack, as a long. */
    void truth(Expr condition) {
        if (condition instanceof Expr.Bool(boolean value)) {
            code.loadConstant(value ? 1L : 0L);
        } else if (condition instanceof Expr.Read read) {
            whole(read);
        } else {
            Label yes = code.newLabel();
            Label end = code.newLabel();
            jump(condition, true, yes);
            code.lconst_0().goto_(end).labelBinding(yes).lconst_1().labelBinding(end);
        }
    }

    /** Puts a whole number on the stack. */
    void whole(Expr expression) {
        switch (expression) {
            case Expr.Int(long value) -> code.loadConstant(value);
            case Expr.Read read -> read(read.variable());
            case Expr.Negative(Expr operand) -> {
                code.lconst_0();
                whole(operand);
                arithmetic(Op.MINUS, expression);
            }
            case Expr.If(Expr test, Expr then, Expr otherwise) -> {
                Label no = code.newLabel();
                Label end = code.newLabel();
                jump(test, false, no);
                whole(then);
                code.goto_(end).labelBinding(no);
                whole(otherwise);
                code.labelBinding(end);
            }
            case Expr.Binary(Op op, Expr left, Expr right) -> {
                whole(left);
                whole(right);
                arithmetic(op, expression);
            }
            case Expr.Call(Function function, List<Expr> arguments) -> call(function, arguments, expression);
            case Expr.Real r -> throw new IllegalStateException("A fraction is no whole number.");
            case Expr.Bool b -> throw new IllegalStateException("A truth is no number.");
            case Expr.Not n -> throw new IllegalStateException("A truth is no number.");
            case Expr.Name n -> throw new IllegalStateException("A name is no number.");
            case Expr.Label l -> throw new IllegalStateException("A label is no number.");
        }
    }

    private void read(int variable) {
        if (layout.mask[variable] != 0) {
            code.lload(layout.word[variable] == 0 ? FIRST : SECOND);
            if (layout.shift[variable] > 0) {
                code.loadConstant(layout.shift[variable]).lushr();
            }
            code.loadConstant(layout.mask[variable]).land();
            if (layout.low[variable] != 0) {
                code.loadConstant((long) layout.low[variable]).ladd();
            }
        } else {
            code.loadConstant((long) layout.low[variable]);
        }
    }

    private void arithmetic(Op op, Expr whole) {
        boolean safe = bounds.safe(whole);
        switch (op) {
            case PLUS -> {
                if (safe) {
                    code.ladd();
                } else {
                    code.invokestatic(MATH, "addExact", TWO);
                }
            }
            case MINUS -> {
                if (safe) {
                    code.lsub();
                } else {
                    code.invokestatic(MATH, "subtractExact", TWO);
                }
            }
            case TIMES -> {
                if (safe) {
                    code.lmul();
                } else {
                    code.invokestatic(MATH, "multiplyExact", TWO);
                }
            }
            case OVER, IMPLIES, IFF, OR, AND, EQUAL, UNEQUAL, LESS, AT_MOST, AT_LEAST, MORE ->
                throw new IllegalStateException(op.sign);
        }
    }

    private void call(Function function, List<Expr> arguments, Expr whole) {
        switch (function) {
            case MIN, MAX -> {
                whole(arguments.getFirst());
                for (Expr argument : arguments.subList(1, arguments.size())) {
                    whole(argument);
                    code.invokestatic(MATH, function.word(), TWO);
                }
            }
            case POW, MOD -> {
                arguments.forEach(this::whole);
                code.invokestatic(EVALUATION, function == Function.POW ? "power" : "remainder", TWO);
            }
            case FLOOR, CEIL, ROUND -> {
                if (arguments.getFirst().type() == Expr.Type.INT) {
                    whole(arguments.getFirst());
                } else if (function == Function.FLOOR
                        && arguments.getFirst() instanceof Expr.Binary(Op op, Expr left, Expr.Int(long divisor))
                        && op == Op.OVER
                        && left.type() == Expr.Type.INT
                        && divisor > 0) {
                    whole(left);
                    code.loadConstant(divisor).invokestatic(MATH, "floorDiv", TWO);
                } else {
                    code.aload(0).lload(FIRST).lload(SECOND).loadConstant(slow(whole));
                    code.invokevirtual(Compilation.SELF, "slowWhole", SLOW_WHOLE);
                }
            }
            case LOG -> throw new IllegalStateException("A logarithm is no whole number.");
        }
    }
}
