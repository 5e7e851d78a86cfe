/** Signing in, roles, and what each may read. */
@NullMarked
package parley.app.people;

import org.jspecify.annotations.NullMarked;
