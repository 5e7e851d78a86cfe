/**
 * What needs somebody today: duties, decisions, signatures, consultations and alarms, the most pressing first.
 *
 * <pre>
 *   standing, roles of who asks ──▶ Attention ──▶ page, calendar, digest
 * </pre>
 */
@NullMarked
package parley.app.today;

import org.jspecify.annotations.NullMarked;
