/**
 * What programs ask: JSON over HTTP with a word of their own, and the calendar feed.
 *
 * <pre>
 *   Authorization: Bearer word ──▶ BearerFilter (account, scope) ──▶ Visit ──▶ the same standing and commands as the pages ──▶ JSON
 * </pre>
 *
 * The paths are described in {@code openapi.json}, which the server hands out; a test holds both against each other.
 */
@NullMarked
package parley.app.api;

import org.jspecify.annotations.NullMarked;
