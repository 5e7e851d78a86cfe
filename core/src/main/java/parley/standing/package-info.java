/**
 * Where a roadmap stands on a day, from what was known on a day.
 *
 * <pre>
 *   case ─────────────┐
 *   facts known at T ─┼──▶ Standings.of ──▶ Standing: concessions, duties, measures, phases, deviations, alarms
 *   as of D ──────────┘
 * </pre>
 *
 * A pure function: the same inputs give the same answer for ever, and every line names the clause and the facts that
 * made it so.
 */
@NullMarked
package parley.standing;

import org.jspecify.annotations.NullMarked;
