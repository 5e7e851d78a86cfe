/** Where a case stands: small stories whose end can be worked out by hand. */
@NullMarked
package parley.standing;

import org.jspecify.annotations.NullMarked;
