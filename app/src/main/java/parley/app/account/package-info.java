/**
 * The pages about people: signing in, one's own account, the cases one may read, who is who in a case.
 *
 * <pre>
 *   form ──▶ Credentials, WebSessions, Roles, ApiTokens of parley.app.people ──▶ page
 * </pre>
 */
@NullMarked
package parley.app.account;

import org.jspecify.annotations.NullMarked;
