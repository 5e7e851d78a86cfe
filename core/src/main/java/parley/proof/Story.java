package parley.proof;

import java.time.LocalDate;
import java.util.List;
import parley.text.Span;

/**
 * A refutation as people tell it: what happened, on which day, by which clause.
 *
 * @param scenario the same story as text that {@code parley rehearse} plays, or empty if it could not be staged
 */
public record Story(List<Line> lines, String scenario, Core core) {
    public Story {
        lines = List.copyOf(lines);
    }

    Story(List<Line> lines, String scenario) {
        this(lines, scenario, Core.UNKNOWN);
    }

    Story with(Core forced) {
        return new Story(lines, scenario, forced);
    }

    /**
     * The clauses that are enough to let it come to this.
     *
     * @param minimal whether none of them can be spared; if not, the time for finding out was over
     */
    public record Core(List<Span> clauses, boolean minimal) {
        static final Core UNKNOWN = new Core(List.of(), false);

        public Core {
            clauses = List.copyOf(clauses);
        }

        Core and(Span clause) {
            return clauses.contains(clause)
                    ? this
                    : new Core(
                            java.util.stream.Stream.concat(clauses.stream(), java.util.stream.Stream.of(clause))
                                    .toList(),
                            minimal);
        }
    }

    /** One change; {@code clause} is {@link Span#NOWHERE} for what no clause says. */
    public record Line(LocalDate on, String says, Span clause) {}
}
