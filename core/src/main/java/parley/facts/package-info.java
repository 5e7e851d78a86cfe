/**
 * The record: what was observed, done, signed and said, and what it answers on a day.
 *
 * <pre>
 *   Source ──▶ FactFiles ──▶ Facts ──▶ Facts.knownAt(day) ──▶ FactIndex ──▶ Evaluator ──▶ Answer
 *                  │                                                            ▲
 *                  └──▶ Diagnostic                                  StateReader ┘
 * </pre>
 *
 * {@link parley.facts.Facts} is sorted when it is built, so the order of rows never shows. What only states of the
 * roadmap can tell is asked of a {@link parley.facts.StateReader}.
 */
@NullMarked
package parley.facts;

import org.jspecify.annotations.NullMarked;
