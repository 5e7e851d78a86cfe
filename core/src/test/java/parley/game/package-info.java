@NullMarked
package parley.game;

import org.jspecify.annotations.NullMarked;
