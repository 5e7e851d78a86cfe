/**
 * What changed between two states of a list, in words.
 *
 * <pre>
 *   Listing ──▶ Canonical (fields sorted, NFC, blanks squeezed) ──▶ Difference: added, removed, changed by kind
 * </pre>
 */
@NullMarked
package parley.lists.difference;

import org.jspecify.annotations.NullMarked;
