/**
 * Evidence: from an item to a verdict that moves the roadmap. Pure rules over an append-only log; no clock, no dice.
 *
 * <pre>
 *   Entry(index, instant, Event) ──▶ EvidenceState.of(entries, KnownAt) ──▶ known claims, asOf(day)
 *            ▲                                   │
 *   refusal(event): may it be appended?          ├──▶ independence(items, interested)     Origins, Independence
 *                                                ├──▶ ceiling(claim, demand)              Ladder, Grade
 *                                                ├──▶ chain(hash), why(claim)             FourEyes: what counts, what not
 *                                                ├──▶ Disputes, Falls                     what is frozen, what falls with a fact
 *                                                └──▶ Verdicts.derive(clause, day) ──▶ Verdict ──▶ Certificates (signed note)
 *   ListSnapshot ──▶ Snapshots (difference, membership)      PersonFacts ──▶ Outcomes, Counts ──▶ SmallCells (what may be public)
 * </pre>
 *
 * A state is the fold of the entries below a log size; it never changes afterwards and may be kept and shared. What a
 * wrong entry says is left out and listed in {@link parley.evidence.EvidenceState#refused()}: a log cannot be edited.
 */
@NullMarked
package parley.evidence;

import org.jspecify.annotations.NullMarked;
