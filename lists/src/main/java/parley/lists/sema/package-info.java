/** Canada: the autonomous sanctions list, whose records have no id of their own. */
@NullMarked
package parley.lists.sema;

import org.jspecify.annotations.NullMarked;
