/**
 * A roadmap as a finite model: what everybody may do in each tick of a grid, as variables and commands of
 * {@link parley.prism.Model}, each command with the clauses that license it. Only a slice of the roadmap is compiled at a
 * time, the one a question depends on.
 */
@NullMarked
package parley.model;

import org.jspecify.annotations.NullMarked;
