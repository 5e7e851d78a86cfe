/**
 * The database: PostgreSQL that comes with Parley and keeps its data, or any other by its address.
 *
 * <pre>
 *   data folder ──▶ Binaries (unpacked once) ──▶ Postgres (started, supervised) ──┐
 *   address given ────────────────────────────────────────────────────────────────┴──▶ Database: migrated, two pools
 * </pre>
 *
 * The pool {@code readers} is bound by row security to what one account may see; the pool {@code keeper} appends to the
 * record and serves jobs that need all of it.
 */
@NullMarked
package parley.app.database;

import org.jspecify.annotations.NullMarked;
