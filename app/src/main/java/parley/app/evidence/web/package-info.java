/**
 * Evidence on screen: claims by state, one form to file one, a page for each with its signatures, origins and disputes.
 *
 * <pre>
 *   form ──▶ EvidencePages ──▶ Evidence: one command, checked by the rules against the record as it then is ──▶ entries
 *   entries the reader may read, Book ──▶ ClaimLine ──▶ ClaimView, OriginPicture ──▶ page
 * </pre>
 */
@NullMarked
package parley.app.evidence.web;

import org.jspecify.annotations.NullMarked;
