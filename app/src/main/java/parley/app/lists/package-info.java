/**
 * The official lists on screen: how each stands, import, preview, signature by a second person, rollback.
 *
 * <pre>
 *   file dropped, or found in DATA/lists-in ──▶ OfficialLists ──▶ Register (DATA/register) ──▶ LiveRegister (index)
 *                                                   │                                           │
 *                                             RegisterPages                              screening, alignment
 * </pre>
 */
@NullMarked
package parley.app.lists;

import org.jspecify.annotations.NullMarked;
