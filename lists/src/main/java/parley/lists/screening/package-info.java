/**
 * Who on the official lists may be meant by a name, and why.
 *
 * <pre>
 *   ListState (what is live of a list) ──▶ Subjects (Listing ──▶ Subject) ──▶ LiveIndex ──▶ Hit with Explanation
 *                                                                               ▲
 *   question ──▶ Query ──▶ Subject ─────────────────────────────────────────────┘
 *   Blue-green: LiveRegister answers from the old index until the new one stands.
 * </pre>
 */
@NullMarked
package parley.lists.screening;

import org.jspecify.annotations.NullMarked;
