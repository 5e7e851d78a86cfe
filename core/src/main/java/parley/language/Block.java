package parley.language;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.text.Fix;
import parley.text.Span;

/**
 * A declaration as read so far: its first sentence behind the keyword, and the sentences below it.
 *
 * @param label the label before the keyword, or the default
 */
record Block(String keyword, Secrecy label, Cursor head, List<Cursor> body, Problems problems) {

    /** The beginning that most declarations share: name, title, label. */
    record Head(Ref name, String title, Secrecy secrecy) {
        Span at() {
            return name.at();
        }
    }

    /** Reads name, title and a label that follows at once; without one the label before the keyword counts. */
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
        Secrecy after = head.label();
        return new Head(name, title, after == null ? label : after);
    }

    /**
     * Gives each clause of the first sentence and of the body to {@code clause}. A sentence that cannot be read is
     * reported and skipped. Returns the label that ends the first sentence, or {@code null}.
     */
    @Nullable
    Secrecy clauses(Consumer<Cursor> clause) {
        Secrecy after = run(head, clause);
        for (Cursor line : body) {
            run(line, clause);
        }
        return after;
    }

    private @Nullable Secrecy run(Cursor line, Consumer<Cursor> clause) {
        Secrecy found = null;
        try {
            line.pause();
            while (!line.done()) {
                Secrecy seen = line.label();
                if (seen != null) {
                    found = seen;
                } else {
                    clause.accept(line);
                }
                line.pause();
            }
        } catch (Unreadable reported) {
            return found;
        }
        return found;
    }
}
