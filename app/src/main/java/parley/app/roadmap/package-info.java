/**
 * The roadmap on screen: phases, steps and their states as a picture to walk, and a page for every name of the case.
 *
 * <pre>
 *   Visit ──▶ standing on the day ──▶ RoadmapPicture (SVG) ──▶ page
 *                                └──▶ About (clause, state, why, facts, who owes what) ──▶ page
 * </pre>
 */
@NullMarked
package parley.app.roadmap;

import org.jspecify.annotations.NullMarked;
