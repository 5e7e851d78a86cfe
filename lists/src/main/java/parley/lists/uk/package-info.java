/** The United Kingdom: the UK Sanctions List as XML and CSV, and the consolidated list that was closed on 28 January 2026. */
@NullMarked
package parley.lists.uk;

import org.jspecify.annotations.NullMarked;
