/**
 * Text, places in it, and what is to be said about them.
 *
 * <pre>
 *   Source ──▶ Span ──▶ Diagnostic (what, where, why, how to mend it) ──▶ DiagnosticText (terminal)
 * </pre>
 *
 * Nothing here knows the roadmap language; readers of list files and of facts speak through the same records.
 */
@NullMarked
package parley.text;

import org.jspecify.annotations.NullMarked;
