package parley.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import parley.game.Fraction;
import parley.prism.Expr.Function;
import parley.prism.Expr.Op;
import parley.prism.Model.Assignment;

/** Compiled steps do what steps over trees do, on random expressions in random states. */
class StepsTest {
    private static final List<Model.Var> VARS = List.of(
            Model.Var.of("a", -3, 4, 0),
            Model.Var.truth("b", true),
            Model.Var.of("c", 0, 0, 0),
            Model.Var.of("d", -1_000_000_000, 1_000_000_000, 7),
            Model.Var.of("e", 5, 1_000_000_000, 5),
            Model.Var.of("f", 2, 9, 2),
            Model.Var.truth("g", false),
            Model.Var.of("h", 0, 3, 0));

    @RepeatedTest(30)
    void compiled_conditions_and_updates_do_what_trees_do(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var layout = new Layout(VARS);
        assertThat(layout.words).isEqualTo(2);
        var conditions = new ArrayList<Expr>();
        var updates = new ArrayList<List<Assignment>>();
        for (int i = 0; i < 200; i++) {
            conditions.add(i % 2 == 0 ? truth(random, 4) : command(random));
            int v = random.nextInt(VARS.size());
            int w = (v + 1 + random.nextInt(VARS.size() - 1)) % VARS.size();
            updates.add(i % 7 == 0 ? List.of() : List.of(assignment(random, v), assignment(random, w)));
        }
        Steps compiled = Compilation.of(layout, conditions, updates);
        assertThat(compiled).isNotInstanceOf(TreeSteps.class);
        Steps trees = new TreeSteps(layout, conditions, updates);
        for (int i = 0; i < 300; i++) {
            int[] state = state(random);
            long first = layout.pack(state, 0);
            long second = layout.pack(state, 1);
            assertThat(enabled(compiled, first, second)).isEqualTo(enabled(trees, first, second));
            for (int u = 0; u < updates.size(); u++) {
                if (!updates.get(u).isEmpty()) {
                    assertThat(applied(compiled, first, second, u)).isEqualTo(applied(trees, first, second, u));
                }
            }
        }
    }

    private static String enabled(Steps steps, long first, long second) {
        var out = new int[200];
        try {
            int many = steps.enabled(first, second, out);
            Arrays.sort(out, 0, many);
            return Arrays.toString(Arrays.copyOf(out, many));
        } catch (ArithmeticException e) {
            return "no value";
        }
    }

    private static String applied(Steps steps, long first, long second, int update) {
        long[] target = {first, second};
        try {
            steps.apply(first, second, update, target);
            return Arrays.toString(target);
        } catch (ArithmeticException | Steps.OutOfRange e) {
            // Which of two faults is seen first does not matter.
            return "refused";
        }
    }

    private static int[] state(Random random) {
        return VARS.stream()
                .mapToInt(v -> random.nextInt(8) == 0 ? v.high() : v.low() + random.nextInt(v.high() - v.low() + 1))
                .toArray();
    }

    private static Assignment assignment(Random random, int variable) {
        Expr value = VARS.get(variable).type() == Expr.Type.BOOL ? truth(random, 3) : whole(random, 3);
        return new Assignment(variable, value);
    }

    /** What guards look like: equations first. */
    private static Expr command(Random random) {
        Expr guard = new Expr.Binary(Op.EQUAL, read(7), new Expr.Int(random.nextInt(5) - 1));
        guard = new Expr.Binary(Op.AND, guard, random.nextBoolean() ? read(6) : new Expr.Not(read(6)));
        return random.nextBoolean() ? guard : new Expr.Binary(Op.AND, guard, truth(random, 2));
    }

    private static Expr.Read read(int variable) {
        return new Expr.Read(
                VARS.get(variable).name(), variable, VARS.get(variable).type());
    }

    private static Expr truth(Random random, int depth) {
        int kind = depth == 0 ? random.nextInt(2) : random.nextInt(9);
        return switch (kind) {
            case 0 -> read(random.nextBoolean() ? 1 : 6);
            case 1 -> new Expr.Binary(Op.EQUAL, read(0), new Expr.Int(random.nextInt(10) - 5));
            case 2 -> new Expr.Not(truth(random, depth - 1));
            case 3 -> new Expr.If(truth(random, depth - 1), truth(random, depth - 1), truth(random, depth - 1));
            case 4 ->
                new Expr.Binary(
                        one(random, Op.AND, Op.OR, Op.IMPLIES, Op.IFF, Op.EQUAL, Op.UNEQUAL),
                        truth(random, depth - 1),
                        truth(random, depth - 1));
            case 5 ->
                new Expr.Binary(
                        comparison(random),
                        new Expr.Binary(Op.OVER, whole(random, depth - 1), new Expr.Int(3)),
                        new Expr.Real(Fraction.of(1, 3)));
            default -> new Expr.Binary(comparison(random), whole(random, depth - 1), whole(random, depth - 1));
        };
    }

    private static Op comparison(Random random) {
        return one(random, Op.EQUAL, Op.UNEQUAL, Op.LESS, Op.AT_MOST, Op.AT_LEAST, Op.MORE);
    }

    private static Op one(Random random, Op... ops) {
        return ops[random.nextInt(ops.length)];
    }

    private static Expr whole(Random random, int depth) {
        int kind = depth <= 0 ? random.nextInt(2) : random.nextInt(8);
        return switch (kind) {
            case 0 -> read(List.of(0, 2, 3, 4, 5, 7).get(random.nextInt(6)));
            case 1 -> new Expr.Int(random.nextInt(21) - 10);
            case 2 -> new Expr.Negative(whole(random, depth - 1));
            case 3 -> new Expr.If(truth(random, depth - 1), whole(random, depth - 1), whole(random, depth - 1));
            case 4 ->
                new Expr.Call(
                        random.nextBoolean() ? Function.MIN : Function.MAX,
                        List.of(whole(random, depth - 1), whole(random, depth - 1), whole(random, 0)));
            case 5 ->
                new Expr.Call(
                        random.nextBoolean() ? Function.MOD : Function.POW,
                        List.of(whole(random, depth - 1), whole(random, 0)));
            case 6 ->
                new Expr.Call(
                        random.nextBoolean() ? Function.FLOOR : Function.CEIL,
                        List.of(new Expr.Binary(Op.OVER, whole(random, depth - 1), whole(random, 0))));
            default ->
                new Expr.Binary(
                        one(random, Op.PLUS, Op.MINUS, Op.TIMES), whole(random, depth - 1), whole(random, depth - 1));
        };
    }
}
