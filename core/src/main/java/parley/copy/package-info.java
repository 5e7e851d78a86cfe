/**
 * What a reader may see of a case.
 *
 * <pre>
 *   Case, Reader ──▶ clauses the label opens ──▶ what they name ──▶ Case ──▶ text with day and hash, read again
 * </pre>
 *
 * The copy is made from what may be seen, never by striking out what may not: nothing secret is in the way of its bytes.
 */
@NullMarked
package parley.copy;

import org.jspecify.annotations.NullMarked;
