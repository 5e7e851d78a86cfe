/** Tests of the lists: own fixtures of every official format, faults, and the real files in {@code ../shared/lists}. */
@NullMarked
package parley.lists.screening;

import org.jspecify.annotations.NullMarked;
