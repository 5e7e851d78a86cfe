package parley.language;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.text.Fix;
import parley.text.Span;

/** A declaration as read so far: its first sentence behind the keyword, and the sentences below it. */
record Block(String keyword, Cursor head, List<Cursor> body, Problems problems) {

    /** The beginning that most declarations share: name, title, label. */
    record Head(Ref name, String title, Secrecy secrecy) {
        Span at() {
            return name.at();
        }
    }

    /** Reads name, title and a label that follows at once. */
    Head headOf(String what) {
        Ref name = head.name(what);
        if (name.id().indexOf('_') >= 0) {
            String hyphens = name.id().replace('_', '-');
            problems.add(
                    Code.R004,
                    "`%s` is not a name: names are lower-case with hyphens".formatted(name.id()),
                    name.at(),
                    Fix.replace("write `%s`".formatted(hyphens), name.at(), hyphens));
        }
        String title = head.optionalText();
        head.mentions().declared(keyword, name, title);
        Secrecy label = head.label();
        return new Head(name, title, label == null ? Secrecy.DEFAULT : label);
    }

    /**
     * Gives each clause of the first sentence and of the body to {@code clause}. A sentence that cannot be read is
     * reported and skipped. Returns the label that ends the first sentence, or {@code null}.
     */
    @Nullable
    Secrecy clauses(Consumer<Cursor> clause) {
        Secrecy label = run(head, clause);
        for (Cursor line : body) {
            run(line, clause);
        }
        return label;
    }

    private @Nullable Secrecy run(Cursor line, Consumer<Cursor> clause) {
        Secrecy label = null;
        try {
            line.pause();
            while (!line.done()) {
                Secrecy seen = line.label();
                if (seen != null) {
                    label = seen;
                } else {
                    clause.accept(line);
                }
                line.pause();
            }
        } catch (Unreadable reported) {
            return label;
        }
        return label;
    }
}
