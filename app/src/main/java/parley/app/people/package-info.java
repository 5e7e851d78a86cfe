/**
 * Who is who: persons, their accounts, how they sign in, what they are in a case.
 *
 * <pre>
 *   Invitations (one-time link) ──▶ Credentials (passphrase and second factor) ──▶ SignIn ──▶ WebSessions (cookie) ──▶ Account
 *   Roles (given by one, confirmed by another, in the record) ──▶ membership ──▶ what row security lets an account read
 * </pre>
 *
 * Four eyes are counted in persons, not accounts. Wrong names, wrong passphrases and wrong codes get one answer.
 */
@NullMarked
package parley.app.people;

import org.jspecify.annotations.NullMarked;
