/** Signed notes against the vectors of the specification. */
@NullMarked
package parley.note;

import org.jspecify.annotations.NullMarked;
