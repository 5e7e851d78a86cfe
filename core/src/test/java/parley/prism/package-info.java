/** Models in the PRISM language, held against other tools and against a slow way to the same answers. */
@NullMarked
package parley.prism;

import org.jspecify.annotations.NullMarked;
