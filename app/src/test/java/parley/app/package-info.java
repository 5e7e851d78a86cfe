/** A whole server for tests, with a clock that is set by hand. */
@NullMarked
package parley.app;

import org.jspecify.annotations.NullMarked;
