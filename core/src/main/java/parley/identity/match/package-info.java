/**
 * Two records held against each other: how near the names are, what the facts beside them say, and which band that makes.
 *
 * <pre>
 *   Subject ─▶ PreparedSubject ─┐
 *                               ├─▶ Matcher ─▶ Match (name n, bits, band, score) ─▶ Explanation (gives the same numbers)
 *   Subject ─▶ PreparedSubject ─┘        ▲
 *                                   Thresholds (measured, with date, data and n)
 * </pre>
 */
@NullMarked
package parley.identity.match;

import org.jspecify.annotations.NullMarked;
