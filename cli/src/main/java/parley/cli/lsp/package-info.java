/**
 * The language server: a case as an editor sees it, while it is being written.
 *
 * <pre>
 *   editor ──▶ Server ──▶ Texts ──▶ Worker (one thread, in order)
 *                                     │
 *              open buffers ─┐        ▼
 *              files on disk ┴──▶ OpenCase ──▶ Study: what the case means now ──▶ Findings, Completing, Renaming, Lenses, …
 * </pre>
 *
 * Files on disk are read through a {@link parley.cli.lsp.Shelf}; the server's editor has one of texts in memory, and speaks
 * through a {@link parley.cli.lsp.Conversation}.
 *
 * <p>A {@link parley.cli.lsp.Study} never changes; each keystroke makes a new one. Positions of the protocol count lines
 * and UTF-16 units from 0, spans of Parley count UTF-16 units of the file: {@link parley.cli.lsp.Places} translates.
 */
@NullMarked
package parley.cli.lsp;

import org.jspecify.annotations.NullMarked;
