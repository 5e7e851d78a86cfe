/**
 * What an operator watches: whether the server answers, and figures in the text format of Prometheus.
 *
 * <pre>
 *   requests ──▶ Timings ──┐
 *   database, disk, JVM ───┴──▶ /health (for everybody, one word) and /api/v1/metrics (for who looks after the server)
 * </pre>
 */
@NullMarked
package parley.app.operations;

import org.jspecify.annotations.NullMarked;
