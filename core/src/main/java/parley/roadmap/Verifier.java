package parley.roadmap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * Somebody who may sign that a condition is met.
 *
 * @param drawsOn verifiers whose findings it repeats; they count as one origin with it
 * @param mandate until when it may sign, or {@code null} if no end is known
 */
public record Verifier(
        String id, String title, List<Ref> drawsOn, Partner.@Nullable Mandate mandate, Secrecy secrecy, Span at)
        implements Declaration {
    public Verifier {
        drawsOn = List.copyOf(drawsOn);
    }
}
