/** Checking, backing up and restoring the record. */
@NullMarked
package parley.app.upkeep;

import org.jspecify.annotations.NullMarked;
