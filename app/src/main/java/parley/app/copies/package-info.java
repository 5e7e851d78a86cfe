/**
 * The text of a case as each kind of reader may see it.
 *
 * <pre>
 *   text in force ──▶ parley.copy for each label held ──▶ reading_copy ──▶ row security ──▶ the reader's own copy
 * </pre>
 */
@NullMarked
package parley.app.copies;

import org.jspecify.annotations.NullMarked;
