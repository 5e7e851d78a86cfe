@NullMarked
package parley.copy;

import org.jspecify.annotations.NullMarked;
