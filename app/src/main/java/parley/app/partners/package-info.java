/**
 * Partners side by side: who owes what, how fast each answers, where they diverge.
 *
 * <pre>
 *   standing ──▶ PartnerLines, replies as a picture ──▶ page
 * </pre>
 */
@NullMarked
package parley.app.partners;

import org.jspecify.annotations.NullMarked;
