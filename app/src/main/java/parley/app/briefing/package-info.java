/**
 * The briefing of a case for one reader on one day: the page that {@code parley brief} writes, from what the reader may
 * see.
 *
 * <pre>
 *   Visit ──▶ copy of the case, facts, standing now and before ──▶ parley.brief.Briefing ──▶ HTML, print
 * </pre>
 */
@NullMarked
package parley.app.briefing;

import org.jspecify.annotations.NullMarked;
