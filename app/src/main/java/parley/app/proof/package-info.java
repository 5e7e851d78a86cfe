/**
 * What the reader's own copy of the text guarantees.
 *
 * <pre>
 *   Visit ──▶ copy, its hash ──▶ ProofStore.ask ──▶ table proof (waiting) ──▶ Prover: one thread, low priority
 *                                                        │                        │ parley.proof.Proofs, Repairs
 *   page, briefing ◀── StoredVerdicts ◀── row security ◀─┴────── JSON of verdicts ◀┘
 * </pre>
 *
 * A copy is proved once for each version of the engine. What is computed comes from the copy alone, so it can tell nothing
 * of what the copy leaves out. After a restart the thread goes on with what was waiting.
 */
@NullMarked
package parley.app.proof;

import org.jspecify.annotations.NullMarked;
