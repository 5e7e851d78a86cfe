package parley.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.text.Diagnostic;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Span;

/** Collects what is to be said about a case. */
final class Problems {
    private static final int MOST = 1000;
    private final List<Diagnostic> found = new ArrayList<>();

    void add(Code code, String what, Span at, Fix... fixes) {
        add(code, what, List.of(new Label(at, "")), Arrays.asList(fixes));
    }

    void add(Code code, String what, List<Label> where, List<Fix> fixes) {
        if (!full()) {
            found.add(new Diagnostic(code.name(), code.severity(), what, where, code.why(), fixes));
        }
    }

    /** Says that nothing more is kept: who searches long for what to say need not begin. */
    boolean full() {
        return found.size() >= MOST;
    }

    /** Returns everything found, in the order of places. */
    List<Diagnostic> sorted() {
        return found.stream().distinct().sorted().toList();
    }
}
