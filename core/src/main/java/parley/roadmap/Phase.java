package parley.roadmap;

import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * A stage of the roadmap.
 *
 * @param first whether it is open from the first day of the case
 * @param opens what opens it, or {@code null}
 * @param runs its fixed days, for phases of the record, or {@code null}
 * @param goal what it is for, as written; may be empty
 */
public record Phase(
        String id,
        String title,
        boolean first,
        @Nullable Condition opens,
        Concession.@Nullable Runs runs,
        String goal,
        Secrecy secrecy,
        Span at)
        implements Declaration {}
