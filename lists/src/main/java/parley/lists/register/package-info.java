/**
 * The register: every state of every list that somebody signed, for ever.
 *
 * <pre>
 *   register/
 *     raw/ab/abcd…            the files as they came, by their SHA-256
 *     states/12/listings.jsonl.gz   the listings of import 12, in the order of their ids
 *     journal.jsonl           imports, signatures, rollbacks: each line carries the hash of the one before
 *
 *   files ──▶ stage ──▶ preview ──▶ sign ──▶ live ──▶ as of (a day, as known at a moment)
 *                                    │
 *                                    └──▶ roll back: an older state is signed again, nothing is deleted
 * </pre>
 *
 * Nothing is ever overwritten: a file is written beside, forced to disk and moved to its name; the journal only grows. A
 * line that breaks off at its end is a crash while writing and is taken back; any other damage is told by {@code fsck}.
 */
@NullMarked
package parley.lists.register;

import org.jspecify.annotations.NullMarked;
