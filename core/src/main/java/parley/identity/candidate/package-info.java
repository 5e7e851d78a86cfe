/**
 * Which of many records are worth comparing with a name: an index in memory, and screening with it.
 *
 * <pre>
 *   PreparedSubjects ─▶ Keys (skeletons, letters with one lost, pairs, neighbours joined) ─▶ CandidateIndex (flat arrays)
 *                                                                              │
 *   query ─▶ the same keys ─▶ votes by rarity ─▶ 200 candidates ─▶ Screener ─▶ hits with explanation
 * </pre>
 */
@NullMarked
package parley.identity.candidate;

import org.jspecify.annotations.NullMarked;
