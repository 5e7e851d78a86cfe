@NullMarked
package parley.diff;

import org.jspecify.annotations.NullMarked;
