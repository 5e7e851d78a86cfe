/**
 * Telling other programs that a record has grown. The server itself sends nothing to anybody: it signs messages, and a
 * program that the operator runs fetches and delivers them.
 *
 * <pre>
 *   entries the account may read, after what was told ──▶ Hooks: message, signed ──▶ HooksApi ──▶ parley hooks send ──▶ the address
 *                                    Hooks: told, or tried again later  ◀── outcome ◀──┘
 * </pre>
 */
@NullMarked
package parley.app.hooks;

import org.jspecify.annotations.NullMarked;
