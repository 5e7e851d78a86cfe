package parley.prism;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes {@link Steps} as bytecode in a hidden class. HotSpot compiles no method of more than 8,000 bytes, so that the
 * work is spread over methods of about half of that.
 */
final class Compilation {
    static final ClassDesc SELF = ClassDesc.of("parley.prism.CompiledSteps");
    static final ClassDesc STEPS = ClassDesc.of("parley.prism.Steps");
    static final MethodTypeDesc ENABLED = MethodTypeDesc.of(CD_int, CD_long, CD_long, CD_int.arrayType());
    static final MethodTypeDesc ENABLED_PART = MethodTypeDesc.of(CD_int, CD_long, CD_long, CD_int.arrayType(), CD_int);
    static final MethodTypeDesc APPLY = MethodTypeDesc.of(CD_void, CD_long, CD_long, CD_int, CD_long.arrayType());

    /** Bytes of code in a method, estimated; the estimate may be off by nearly two. */
    static final int METHOD = 4_000;

    final Layout layout;
    final List<Expr> slow = new ArrayList<>();
    private final Deque<Consumer<ClassBuilder>> waiting = new ArrayDeque<>();
    private int methods;

    private Compilation(Layout layout) {
        this.layout = layout;
    }

    /** Returns compiled steps; if the model is too large for one class, steps that walk trees. */
    static Steps of(Layout layout, List<Expr> conditions, List<List<Model.Assignment>> updates) {
        var compilation = new Compilation(layout);
        try {
            byte[] bytes = compilation.bytes(conditions, updates);
            var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            var constructor =
                    lookup.findConstructor(lookup.lookupClass(), java.lang.invoke.MethodType.methodType(void.class));
            return ((Steps) constructor.invoke()).over(layout, compilation.slow);
        } catch (IllegalArgumentException | StackOverflowError e) {
            return new TreeSteps(layout, conditions, updates);
        } catch (Throwable e) {
            throw new IllegalStateException("The generated class cannot be used.", e);
        }
    }

    byte[] bytes(List<Expr> conditions, List<List<Model.Assignment>> updates) {
        return ClassFile.of().build(SELF, type -> {
            type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER).withSuperclass(STEPS);
            type.withMethodBody(
                    INIT_NAME,
                    MTD_void,
                    0,
                    code -> code.aload(0)
                            .invokespecial(STEPS, INIT_NAME, MTD_void)
                            .return_());
            new ConditionCode(this).write(type, conditions);
            new UpdateCode(this).write(type, updates);
            while (!waiting.isEmpty()) {
                waiting.remove().accept(type);
            }
        });
    }

    /** Queues a method, and returns its name. */
    String method(MethodTypeDesc shape, Consumer<CodeBuilder> body) {
        String name = "m" + methods++;
        waiting.add(type -> type.withMethodBody(name, shape, ClassFile.ACC_FINAL, body));
        return name;
    }
}
