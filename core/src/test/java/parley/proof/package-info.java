@NullMarked
package parley.proof;

import org.jspecify.annotations.NullMarked;
