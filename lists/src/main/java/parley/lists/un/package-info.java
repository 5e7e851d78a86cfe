/** The consolidated list of the United Nations Security Council. */
@NullMarked
package parley.lists.un;

import org.jspecify.annotations.NullMarked;
