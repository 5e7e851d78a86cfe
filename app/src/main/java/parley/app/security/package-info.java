/**
 * What stands before every page: who asks, from where, with which headers it is answered.
 *
 * <pre>
 *   request ──▶ OwnHost ──▶ headers ──▶ CookieSessions (who) ──▶ FormTokens (from our own page) ──▶ page or "not found"
 * </pre>
 */
@NullMarked
package parley.app.security;

import org.jspecify.annotations.NullMarked;
