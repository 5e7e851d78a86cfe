/**
 * Who lists whom, who does not, and how long each took.
 *
 * <pre>
 *   register ──┐
 *              ├──▶ Compared ──▶ parley.lists.alignment ──▶ AlignmentPages: matrix, gaps, lags, CSV
 *   judgements ┘
 * </pre>
 */
@NullMarked
package parley.app.alignment;

import org.jspecify.annotations.NullMarked;
