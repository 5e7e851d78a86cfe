/** What holds for the whole repository: who may use whom, and what reviewers should not have to see. */
@NullMarked
package parley;

import org.jspecify.annotations.NullMarked;
