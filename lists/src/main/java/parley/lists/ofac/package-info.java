/** The lists of the United States Treasury (OFAC): the SDN list and the lists beside it, as CSV, as legacy XML and as advanced XML. */
@NullMarked
package parley.lists.ofac;

import org.jspecify.annotations.NullMarked;
