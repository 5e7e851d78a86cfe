/**
 * Names that are looked for, what was found, and what people decided about it.
 *
 * <pre>
 *   name, table ──▶ Screenings.ask ──▶ LiveIndex ──▶ event "ran" (sealed) ─┐
 *   decision of a person ──────────────────────────▶ event "decided" ──────┴──▶ Screened: what is open, what stays closed
 *   a list changed ──▶ Rescreening ──▶ event "ran"
 * </pre>
 */
@NullMarked
package parley.app.screening;

import org.jspecify.annotations.NullMarked;
