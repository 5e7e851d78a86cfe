/** Proofs without the web around them. */
@NullMarked
package parley.app.proof;

import org.jspecify.annotations.NullMarked;
