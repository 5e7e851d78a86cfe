/**
 * From files to a verdict on them: which format, what was read, what is wrong, and whether it may be used.
 *
 * <pre>
 *   files ──▶ Formats (which) ──▶ ListReader ──▶ Reading: listings streamed out, counts, fill rates, findings
 *                                                   │
 *   list.yml ──▶ Card ──────────────────────────────┴──▶ Plausibility ──▶ read, or refused with the reason
 * </pre>
 */
@NullMarked
package parley.lists.intake;

import org.jspecify.annotations.NullMarked;
