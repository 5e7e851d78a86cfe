/**
 * One identity out of many records: what people judged, and what follows from it.
 *
 * <pre>
 *   Judgement (left, right, same | different | unsure, who, when, why) ─▶ Resolver.asOf(instant) ─▶ Resolution
 *        ▲                                                                      ├─ clusters, canonical ids
 *        └─ Retraction: takes a judgement back; nothing is ever edited          └─ conflicts, each with its path
 * </pre>
 *
 * A program's proposal is no judgement. The log only grows, so every past state can be asked for.
 */
@NullMarked
package parley.identity.resolver;

import org.jspecify.annotations.NullMarked;
