/**
 * The time machine: any day, as known at the end of any day.
 *
 * <pre>
 *   Visit (day, day of knowledge) ──▶ standing then ──▶ differences to now ──▶ page
 * </pre>
 */
@NullMarked
package parley.app.time;

import org.jspecify.annotations.NullMarked;
