/**
 * What the entries of a record are to the rules of evidence.
 *
 * <pre>
 *   all entries of a case ──▶ Books (one book a case, read by the keeper) ──▶ Translation: entry ──▶ events of parley.evidence
 *                                                                                     │
 *   Book.at(last entry, moment) ──▶ EvidenceState ──▶ ClaimLine: rung, signatures, what is missing, does it count?
 *                                                     └──▶ rows of facts: confidence A while it counts, B before
 * </pre>
 *
 * How well a claim is established is the same for everybody who may read the claim, so a book is made from the whole record; what
 * a reader is shown of it is chosen by the entries that reader may read.
 */
@NullMarked
package parley.app.evidence;

import org.jspecify.annotations.NullMarked;
