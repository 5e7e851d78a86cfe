@NullMarked
package parley.app.pdf;

import org.jspecify.annotations.NullMarked;
