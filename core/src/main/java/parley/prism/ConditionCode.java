package parley.prism;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Code that finds the conditions that hold. Conditions that ask one variable for one value are put behind a switch over
 * that variable, the most selective variable first, again within each case: of thousands of commands a few are looked
 * at. A condition stands in one place only; those that ask nothing of the variable follow after the switch.
 */
final class ConditionCode {
    private static final int OUT = 5;
    private static final int COUNT = 6;
    private static final int FEW = 4;
    private static final int MOST_CASES = 256;

    private final Compilation in;

    /** A condition with the parts of it that are not yet known to hold. */
    private record Asked(int number, List<Expr> parts) {
        int weight() {
            return 12 + parts.stream().mapToInt(Bounds::weight).sum();
        }
    }

    ConditionCode(Compilation in) {
        this.in = in;
    }

    void write(ClassBuilder type, List<Expr> conditions) {
        var all = new ArrayList<Asked>();
        for (int c = 0; c < conditions.size(); c++) {
            if (!conditions.get(c).equals(Expr.Bool.FALSE)) {
                all.add(new Asked(c, Start.conjuncts(conditions.get(c))));
            }
        }
        type.withMethodBody("enabled", Compilation.ENABLED, ClassFile.ACC_FINAL, code -> {
            code.iconst_0().istore(COUNT);
            body(code, all);
            code.iload(COUNT).ireturn();
        });
    }

    private void body(CodeBuilder code, List<Asked> asked) {
        boolean small = weight(asked) <= Compilation.METHOD;
        int variable = asked.size() < FEW ? -1 : mostSelective(asked);
        if (variable >= 0) {
            choose(code, asked, variable, small);
        } else if (small || asked.size() == 1) {
            asked.forEach(one -> single(code, one));
        } else {
            int half = asked.size() / 2;
            part(code, asked.subList(0, half), false);
            part(code, asked.subList(half, asked.size()), false);
        }
    }

    private static int weight(List<Asked> asked) {
        return asked.stream().mapToInt(Asked::weight).sum();
    }

    private void part(CodeBuilder code, List<Asked> asked, boolean here) {
        if (asked.isEmpty()) {
            return;
        }
        if (here) {
            body(code, asked);
            return;
        }
        String name = in.method(Compilation.ENABLED_PART, inner -> {
            body(inner, asked);
            inner.iload(COUNT).ireturn();
        });
        code.aload(0).lload(ExprCode.FIRST).lload(ExprCode.SECOND).aload(OUT).iload(COUNT);
        code.invokevirtual(Compilation.SELF, name, Compilation.ENABLED_PART).istore(COUNT);
    }

    private void single(CodeBuilder code, Asked asked) {
        Label no = code.newLabel();
        new ExprCode(in, code).all(asked.parts(), false, no);
        code.aload(OUT).iload(COUNT).loadConstant(asked.number()).iastore().iinc(COUNT, 1);
        code.labelBinding(no);
    }

    /** Returns the variable whose switch leaves the fewest conditions to look at, or −1 if none does. */
    private static int mostSelective(List<Asked> asked) {
        Map<Integer, Map<Long, Integer>> values = new TreeMap<>();
        for (Asked one : asked) {
            for (Expr part : one.parts()) {
                Fixed fixed = Fixed.of(part);
                if (fixed != null) {
                    values.computeIfAbsent(fixed.variable(), v -> new HashMap<>())
                            .merge(fixed.value(), 1, Integer::sum);
                }
            }
        }
        int best = -1;
        double saves = 2;
        for (var entry : values.entrySet()) {
            int many = entry.getValue().size();
            int sum = entry.getValue().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            double saved = sum * (1 - 1.0 / many);
            if (saved > saves && many <= MOST_CASES) {
                best = entry.getKey();
                saves = saved;
            }
        }
        return best;
    }

    private void choose(CodeBuilder code, List<Asked> asked, int variable, boolean small) {
        Map<Long, List<Asked>> cases = new TreeMap<>();
        var rest = new ArrayList<Asked>();
        for (Asked one : asked) {
            Expr found = null;
            for (Expr part : one.parts()) {
                Fixed fixed = Fixed.of(part);
                found = found == null && fixed != null && fixed.variable() == variable ? part : found;
            }
            Fixed fixed = found == null ? null : Fixed.of(found);
            if (found == null || fixed == null) {
                rest.add(one);
            } else {
                var parts = new ArrayList<>(one.parts());
                parts.remove(found);
                cases.computeIfAbsent(fixed.value(), v -> new ArrayList<>()).add(new Asked(one.number(), parts));
            }
        }
        Label end = code.newLabel();
        var labels = new ArrayList<SwitchCase>();
        for (long value : cases.keySet()) {
            labels.add(SwitchCase.of((int) value, code.newLabel()));
        }
        Model.Var made = in.layout.vars.get(variable);
        new ExprCode(in, code).whole(new Expr.Read(made.name(), variable, made.type()));
        code.l2i();
        dispatch(code, labels, end);
        int at = 0;
        for (List<Asked> those : cases.values()) {
            code.labelBinding(labels.get(at++).target());
            part(code, those, small);
            code.goto_(end);
        }
        code.labelBinding(end);
        part(code, rest, small);
    }

    private static void dispatch(CodeBuilder code, List<SwitchCase> cases, Label otherwise) {
        long span = (long) cases.getLast().caseValue() - cases.getFirst().caseValue();
        if (span < 2L * cases.size() + 8) {
            code.tableswitch(cases.getFirst().caseValue(), cases.getLast().caseValue(), otherwise, cases);
        } else {
            code.lookupswitch(otherwise, cases);
        }
    }
}
