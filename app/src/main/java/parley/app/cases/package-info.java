/**
 * Cases as their readers may see them.
 *
 * <pre>
 *   case folder ──▶ CaseImport ──▶ record
 *   record, read by the account ──▶ Dossier (entries, texts) ──▶ Dossier.knownAt(K) ──▶ Known: case, facts ──▶ Known.on(D): standing
 * </pre>
 *
 * A reader's case is the copy made for its label, so what is computed from it can show nothing else.
 */
@NullMarked
package parley.app.cases;

import org.jspecify.annotations.NullMarked;
