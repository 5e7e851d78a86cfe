/**
 * The language of roadmaps: from characters to a checked case.
 *
 * <pre>
 *   Source ──▶ Lexer ──▶ tokens (lossless) ──▶ Sentences ──▶ Parser ──▶ declarations ──▶ Checker ──▶ Checked
 *                             └──▶ Formatter
 *   Case ──▶ Clauses, Words ──▶ CasePrinter ──▶ text
 * </pre>
 *
 * A sentence that cannot be read is reported and skipped; everything is reported in one run. What the printer writes
 * reads as the same case, places aside; who compares cases or shows a piece of one uses the same words.
 */
@NullMarked
package parley.language;

import org.jspecify.annotations.NullMarked;
