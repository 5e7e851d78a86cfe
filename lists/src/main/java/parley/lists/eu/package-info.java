/** The European Union: the consolidated file of financial sanctions and the annexes of the Official Journal, two sources of their own. */
@NullMarked
package parley.lists.eu;

import org.jspecify.annotations.NullMarked;
