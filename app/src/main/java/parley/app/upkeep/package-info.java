/**
 * Looking after the record: checking it, making again what is derived from it, taking it out as plain files and back in.
 *
 * <pre>
 *   entry table ──▶ Fsck: chain, columns, heads, derived tables ──▶ findings
 *               ──▶ Rebuild: membership, reading copies
 *               ──▶ Backup.write (one moment of the database) ──▶ folder of plain files ──▶ Backup.restore ──▶ Rebuild ──▶ Fsck
 * </pre>
 */
@NullMarked
package parley.app.upkeep;

import org.jspecify.annotations.NullMarked;
