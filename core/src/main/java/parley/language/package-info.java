/**
 * The language of roadmaps: from characters to a checked case.
 *
 * <pre>
 *   Source ──▶ Lexer ──▶ tokens (lossless) ──▶ Sentences ──▶ Parser ──▶ declarations ──▶ Checker ──▶ Checked
 *                             └──▶ Formatter
 * </pre>
 *
 * A sentence that cannot be read is reported and skipped; everything is reported in one run.
 */
@NullMarked
package parley.language;

import org.jspecify.annotations.NullMarked;
