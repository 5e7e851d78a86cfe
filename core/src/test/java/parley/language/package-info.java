/** What the language says, shown by texts. */
@NullMarked
package parley.language;

import org.jspecify.annotations.NullMarked;
