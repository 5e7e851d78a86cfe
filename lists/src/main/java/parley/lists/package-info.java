/**
 * The official lists: read strictly, kept for ever, compared in words.
 *
 * <pre>
 *   file ──▶ source ──▶ ofac, eu, uk, … ──▶ intake ──▶ register ──▶ difference, alignment
 *            fields     one Listing         bounds,     signed       who lists whom,
 *            with a     a record            fill rates  snapshots    since when
 *            place
 * </pre>
 */
@NullMarked
package parley.lists;

import org.jspecify.annotations.NullMarked;
