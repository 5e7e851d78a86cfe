/** What the record says, worked out by hand. */
@NullMarked
package parley.facts;

import org.jspecify.annotations.NullMarked;
