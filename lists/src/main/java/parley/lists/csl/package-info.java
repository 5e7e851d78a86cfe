/** The United States consolidated screening list and the denied persons of the Bureau of Industry and Security. */
@NullMarked
package parley.lists.csl;

import org.jspecify.annotations.NullMarked;
