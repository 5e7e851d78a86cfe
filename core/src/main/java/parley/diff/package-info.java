/**
 * What a change of the text changes, for whom.
 *
 * <pre>
 *   Case before ──▶ tree of nodes ──┐
 *                                   ├──▶ pairs by key ──▶ Change: who, what, a sentence, both places
 *   Case after ───▶ tree of nodes ──┘
 * </pre>
 *
 * A node is a declaration, a clause, a branch, a duty of one partner or one of its terms. The clauses are those that
 * {@link parley.language.CasePrinter} prints, so nothing a text can say is overlooked, and what a text cannot say
 * (comments, layout, order) is no difference.
 */
@NullMarked
package parley.diff;

import org.jspecify.annotations.NullMarked;
