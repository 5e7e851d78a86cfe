/**
 * Pages as PDF, made on this machine from nothing but their own text, with fonts that write Latin and Cyrillic.
 *
 * <pre>
 *   HTML of a page + its sheet for paper ──▶ Pdf ──▶ bytes
 * </pre>
 */
@NullMarked
package parley.app.pdf;

import org.jspecify.annotations.NullMarked;
