/**
 * The briefing: one page that says where a case stands, for people.
 *
 * <pre>
 *   case, record, standing now and some weeks ago ──▶ Briefing.html ──▶ one file, no network, printable
 * </pre>
 *
 * Nothing is computed here that the standing does not say; every line points to the clause and the rows it rests on.
 */
@NullMarked
package parley.brief;

import org.jspecify.annotations.NullMarked;
