/**
 * The text: the reader's own copy with its versions, and how a new version comes into force.
 *
 * <pre>
 *   Visit ──▶ ReadingCopies.Version ──▶ Listing (lines, anchors) · Comparison (what changes, for whom) ──▶ pages
 *
 *   editor ──▶ Draft ──▶ Finding (what is wrong, fixes)                        Conversation (language server)
 *                │                                                                   ▲
 *                ▼                                                                   ▼
 *             NewTexts.propose ──▶ record ──▶ ProposedCopies            LanguageSocket ◀──▶ script of the page
 *             NewTexts.sign (each desk that is bound) ──▶ NewTexts.adopt ──▶ ReadingCopies
 * </pre>
 *
 * Only who keeps the whole text edits it. Everybody else sees a proposal as a copy, and not at all if nothing in that copy
 * changes. Pages that show a core clause are logged before they are sent.
 */
@NullMarked
package parley.app.text;

import org.jspecify.annotations.NullMarked;
