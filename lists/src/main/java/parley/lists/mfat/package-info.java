/** New Zealand: the Russia sanctions register. */
@NullMarked
package parley.lists.mfat;

import org.jspecify.annotations.NullMarked;
