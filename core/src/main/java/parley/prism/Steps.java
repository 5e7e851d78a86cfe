package parley.prism;

import java.util.List;

/**
 * The moving parts of a model on packed states: which conditions hold, and what an update makes of a state. Made by
 * walking trees ({@link TreeSteps}) or as bytecode ({@link Compilation}); both give the same.
 */
abstract class Steps {
    /** Set by whoever makes the compiled ones: a generated constructor takes nothing. */
    List<Expr> slow = List.of();

    Layout layout = new Layout(List.of());
    private int[] scratch = {};

    final Steps over(Layout packing, List<Expr> notCompiled) {
        layout = packing;
        slow = notCompiled;
        scratch = new int[packing.vars.size()];
        return this;
    }

    /** Writes the numbers of the conditions that hold, in any order, and returns how many. */
    abstract int enabled(long first, long second, int[] out);

    /** Writes the fields that an update changes into {@code target}, which has two words. */
    abstract void apply(long first, long second, int update, long[] target);

    /** What compiled code calls for an expression with fractions in it. */
    final boolean slowTruth(long first, long second, int expression) {
        layout.unpack(first, second, scratch);
        return Evaluation.truth(slow.get(expression), scratch);
    }

    /** What compiled code calls for a whole number made from fractions. */
    final long slowWhole(long first, long second, int expression) {
        layout.unpack(first, second, scratch);
        return Evaluation.whole(slow.get(expression), scratch);
    }

    /** Returns the content of the field for a value. */
    static long field(long value, long low, long width, int variable) {
        long field = value - low;
        if (field < 0 || field > width) {
            throw new OutOfRange(variable, value);
        }
        return field;
    }

    /** An update left the range of a variable; which command did, the explorer knows. */
    static final class OutOfRange extends RuntimeException {
        final int variable;
        final long value;

        OutOfRange(int variable, long value) {
            super("variable %d, value %d".formatted(variable, value), null, false, false);
            this.variable = variable;
            this.value = value;
        }
    }
}
