package parley.prism;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import parley.prism.Model.Assignment;

/** Code that carries out what updates do beyond setting constants; a switch over the number of the update. */
final class UpdateCode {
    private static final MethodTypeDesc FIELD = MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_long, CD_int);
    private static final int NUMBER = 5;
    private static final int TARGET = 6;
    private static final int MOST_CASES = 300;

    private final Compilation in;

    private record Numbered(int number, List<Assignment> assignments) {
        int weight() {
            int sum = 40;
            for (Assignment assignment : assignments) {
                sum += 16 + Bounds.weight(assignment.value());
            }
            return sum;
        }
    }

    UpdateCode(Compilation in) {
        this.in = in;
    }

    void write(ClassBuilder type, List<List<Assignment>> updates) {
        var all = new ArrayList<Numbered>();
        for (int u = 0; u < updates.size(); u++) {
            if (!updates.get(u).isEmpty()) {
                all.add(new Numbered(u, updates.get(u)));
            }
        }
        type.withMethodBody("apply", Compilation.APPLY, ClassFile.ACC_FINAL, code -> {
            body(code, all);
            code.return_();
        });
    }

    /** Halves what does not fit a method; the halves are told apart by the number of the update. */
    private void body(CodeBuilder code, List<Numbered> updates) {
        int weight = updates.stream().mapToInt(Numbered::weight).sum();
        if (updates.size() > 1 && (weight > Compilation.METHOD || updates.size() > MOST_CASES)) {
            int half = updates.size() / 2;
            Label high = code.newLabel();
            code.iload(NUMBER).loadConstant(updates.get(half).number()).if_icmpge(high);
            call(code, updates.subList(0, half));
            code.return_().labelBinding(high);
            call(code, updates.subList(half, updates.size()));
        } else if (updates.size() == 1) {
            one(code, updates.getFirst().assignments());
        } else if (!updates.isEmpty()) {
            choose(code, updates);
        }
    }

    private void call(CodeBuilder code, List<Numbered> updates) {
        String name = in.method(Compilation.APPLY, inner -> {
            body(inner, updates);
            inner.return_();
        });
        code.aload(0).lload(ExprCode.FIRST).lload(ExprCode.SECOND).iload(NUMBER).aload(TARGET);
        code.invokevirtual(Compilation.SELF, name, Compilation.APPLY);
    }

    private void choose(CodeBuilder code, List<Numbered> updates) {
        Label end = code.newLabel();
        var cases = new ArrayList<SwitchCase>();
        for (Numbered update : updates) {
            cases.add(SwitchCase.of(update.number(), code.newLabel()));
        }
        code.iload(NUMBER).lookupswitch(end, cases);
        for (int i = 0; i < cases.size(); i++) {
            code.labelBinding(cases.get(i).target());
            one(code, updates.get(i).assignments());
            code.goto_(end);
        }
        code.labelBinding(end);
    }

    private void one(CodeBuilder code, List<Assignment> assignments) {
        for (int word = 0; word < 2; word++) {
            long bits = 0;
            for (Assignment assignment : assignments) {
                bits |= in.layout.word[assignment.variable()] == word ? in.layout.bits(assignment.variable()) : 0;
            }
            // A variable with one value has no bits, but must still be checked.
            int here = word;
            var those = assignments.stream()
                    .filter(a -> in.layout.word[a.variable()] == here)
                    .toList();
            if (!those.isEmpty()) {
                code.aload(TARGET).loadConstant(word);
                code.aload(TARGET)
                        .loadConstant(word)
                        .laload()
                        .loadConstant(~bits)
                        .land();
                those.forEach(a -> field(code, a));
                code.lastore();
            }
        }
    }

    private void field(CodeBuilder code, Assignment assignment) {
        int v = assignment.variable();
        var expressions = new ExprCode(in, code);
        if (assignment.value().type() == Expr.Type.BOOL) {
            expressions.truth(assignment.value());
        } else {
            expressions.whole(assignment.value());
            long width = (long) in.layout.vars.get(v).high() - in.layout.low[v];
            code.loadConstant((long) in.layout.low[v]).loadConstant(width).loadConstant(v);
            code.invokestatic(Compilation.STEPS, "field", FIELD);
        }
        if (in.layout.shift[v] > 0) {
            code.loadConstant(in.layout.shift[v]).lshl();
        }
        code.lor();
    }
}
