/**
 * How near two names are, as a number that explains itself.
 *
 * <pre>
 *   PreparedName × PreparedName ─▶ similarity of tokens (sounds, dictionary, initials …) ─▶ assignment
 *        ─▶ trace: pairs (similarity, weight), cap, factors ─▶ n = min(mean, cap) × factors
 *                                       └────────────────────▶ NameExplanation, which gives the same n
 * </pre>
 *
 * The inner loop works on arrays of a {@link parley.identity.score.Scratch} that each thread owns, and allocates nothing.
 */
@NullMarked
package parley.identity.score;

import org.jspecify.annotations.NullMarked;
