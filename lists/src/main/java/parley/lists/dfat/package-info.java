/** Australia: the consolidated list as a workbook, before and after November 2025. */
@NullMarked
package parley.lists.dfat;

import org.jspecify.annotations.NullMarked;
