/** What programs ask. */
@NullMarked
package parley.app.api;

import org.jspecify.annotations.NullMarked;
