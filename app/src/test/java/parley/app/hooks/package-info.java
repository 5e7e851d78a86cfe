@NullMarked
package parley.app.hooks;

import org.jspecify.annotations.NullMarked;
