/**
 * Facts beside the name, each worth so many bits for or against "the same subject".
 *
 * <pre>
 *   Subject × Subject ─▶ identifiers (checked by their digit), dates, countries, genders, places, positions ─▶ List of Fact
 * </pre>
 *
 * A fact is log2(m/u): how much likelier the observation is for one subject than for two. Facts of one kind do not add up:
 * the best pair of dates counts, not each.
 */
@NullMarked
package parley.identity.evidence;

import org.jspecify.annotations.NullMarked;
