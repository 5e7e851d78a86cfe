package parley.proof;

import java.time.LocalDate;
import java.util.List;
import parley.text.Span;

/**
 * A refutation as people tell it: what happened, on which day, by which clause.
 *
 * @param scenario the same story as text that {@code parley rehearse} plays, or empty if it could not be staged
 */
public record Story(List<Line> lines, String scenario) {
    public Story {
        lines = List.copyOf(lines);
    }

    /** One change; {@code clause} is {@link Span#NOWHERE} for what no clause says. */
    public record Line(LocalDate on, String says, Span clause) {}
}
