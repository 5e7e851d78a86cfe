/** The rules of evidence, worked out by hand or by a slow second way. */
@NullMarked
package parley.evidence;

import org.jspecify.annotations.NullMarked;
