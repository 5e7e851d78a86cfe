/**
 * Starting and stopping: {@code parley serve}.
 *
 * <pre>
 *   ServeCommand ──▶ data folder, database ──▶ cases brought in ──▶ Server (Spring) ──▶ address and first sign-in
 * </pre>
 */
@NullMarked
package parley.app.server;

import org.jspecify.annotations.NullMarked;
