/** Switzerland: the list of SECO, in which delisted targets stay with a modification that says so. */
@NullMarked
package parley.lists.seco;

import org.jspecify.annotations.NullMarked;
