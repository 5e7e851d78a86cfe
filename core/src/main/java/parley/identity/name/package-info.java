/**
 * A name as written becomes tokens that can be compared with tokens of any other script.
 *
 * <pre>
 *   text ──▶ Cleaning (marks, apostrophes, mixed scripts, glued words, alternatives)
 *              └▶ words ──▶ Reading (any script to Latin letters) ──▶ PhoneticCode ──▶ Token
 *                   └▶ GivenNames, WordLists (particles, titles, legal forms, what organisations are called) ─▶ roles, weights
 *                                                                                         └▶ PreparedName
 *   Romanisation: the official tables, both ways (proved against the examples their makers state)
 * </pre>
 *
 * Words and tables are resources beside the classes. What was taken off is kept for the explanation.
 */
@NullMarked
package parley.identity.name;

import org.jspecify.annotations.NullMarked;
