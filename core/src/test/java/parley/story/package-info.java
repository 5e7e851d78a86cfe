/** Stories with figures. */
@NullMarked
package parley.story;

import org.jspecify.annotations.NullMarked;
