/**
 * Who lists whom, since when, and who does not: pure functions over listings and confirmed identities.
 *
 * <pre>
 *   listings, same-judgements ──▶ Alignment ──▶ matrix partner x subject ──▶ coverage with bounds, lags with censoring, first mover
 * </pre>
 *
 * Without a confirmed identity there is no lag: a wrong pair moves a median by months.
 */
@NullMarked
package parley.lists.alignment;

import org.jspecify.annotations.NullMarked;
