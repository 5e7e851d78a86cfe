/** Attacks on the web: numbers are those of the list in the design's security reference. */
@NullMarked
package parley.app.security;

import org.jspecify.annotations.NullMarked;
