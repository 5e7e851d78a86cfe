/**
 * What a text implies, property by property: verdicts with the clauses that cause them and what would mend them.
 *
 * <pre>
 *   case ──▶ obligations ──▶ property of the catalogue ──▶ Verdict: holds, refuted, open or not applicable, and because of what
 * </pre>
 *
 * The properties here need the text alone; those that need the game are answered elsewhere.
 */
@NullMarked
package parley.proof;

import org.jspecify.annotations.NullMarked;
