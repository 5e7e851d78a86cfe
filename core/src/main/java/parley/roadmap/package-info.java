/**
 * The case model: what a text means, as records with the places they were read from.
 *
 * <pre>
 *   language ──▶ Case ──▶ standing, proof, lab, views
 * </pre>
 *
 * A {@link parley.roadmap.Case} is plain data in canonical order: declarations sorted by name, so that the order of
 * files and lines never shows. References are names with their place ({@link parley.roadmap.Ref}); the checker has
 * made sure that they resolve before anybody else sees the case.
 */
@NullMarked
package parley.roadmap;

import org.jspecify.annotations.NullMarked;
