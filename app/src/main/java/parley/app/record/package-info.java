/**
 * The record: one chain of entries a case, only ever added to.
 *
 * <pre>
 *   command ──▶ CaseRecord.write (one writer a case) ──▶ Entry: text, hash of the one before ──▶ entry table ──▶ Heads file
 *                                                                                              │
 *   reader ◀── Deed ◀── Entry ◀── row security: only the entries of the reader's label ◀───────┘
 * </pre>
 *
 * What was wrong is mended by a further entry. The order of entries, not the clock, says what was known when.
 */
@NullMarked
package parley.app.record;

import org.jspecify.annotations.NullMarked;
