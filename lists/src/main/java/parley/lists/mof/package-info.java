/** Japan: the workbook of the Ministry of Finance and the export lists of METI. */
@NullMarked
package parley.lists.mof;

import org.jspecify.annotations.NullMarked;
