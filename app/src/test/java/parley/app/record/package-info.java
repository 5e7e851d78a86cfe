/** The record: order, hashes, crashes. */
@NullMarked
package parley.app.record;

import org.jspecify.annotations.NullMarked;
