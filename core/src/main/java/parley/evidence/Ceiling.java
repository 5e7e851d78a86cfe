package parley.evidence;

import java.util.List;

/**
 * The highest rung that the material of a claim allows. Reviewers sign at or below it, never above.
 *
 * @param rung what is allowed
 * @param missing what the next rung lacks, as words; empty on the highest
 */
public record Ceiling(Rung rung, Independence independence, List<String> missing) {
    public Ceiling {
        missing = List.copyOf(missing);
    }
}
