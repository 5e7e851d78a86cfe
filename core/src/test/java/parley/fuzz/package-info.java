/** Texts and records that nobody would write: whatever they hold, reading them ends and says what is wrong. */
@NullMarked
package parley.fuzz;

import org.jspecify.annotations.NullMarked;
