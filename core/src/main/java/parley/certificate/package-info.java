/**
 * What an answer rests on, and the small program that checks it without believing the engine.
 *
 * <pre>
 *   bounds of the engine ──▶ Certificate ──▶ text ──▶ Certificate ──▶ checker, in fractions ──▶ accepted, or why not
 * </pre>
 */
@NullMarked
package parley.certificate;

import org.jspecify.annotations.NullMarked;
