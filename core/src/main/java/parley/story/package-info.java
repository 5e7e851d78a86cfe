/**
 * Gives a story its figures: an abstract path of the prover becomes lines of a scenario, which then have to come true.
 *
 * <pre>
 *   Happening ──▶ Lives ──▶ Goal: true on this day, not before ──▶ Search ──▶ Sheet of figures ──▶ Scenario.Line
 *                                                                                                     │
 *   Staged: lines, and what did not come as told ◀── Replay ◀── parley.standing.Telling ◀─────────────┘
 * </pre>
 *
 * The figures are a guess by construction, the standing is the judge: whatever the guess overlooks shows as a miss.
 */
@NullMarked
package parley.story;

import org.jspecify.annotations.NullMarked;
