/** Ukraine: decrees of the National Security and Defence Council, whose listings expire by their term. */
@NullMarked
package parley.lists.nsdc;

import org.jspecify.annotations.NullMarked;
