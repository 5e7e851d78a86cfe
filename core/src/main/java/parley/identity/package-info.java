/**
 * Who is who: one neutral description of a person, organisation or vessel, whatever list or customer file it came from.
 *
 * <pre>
 *   list record, customer row ──▶ Subject ──▶ name (prepared, coded) ──▶ score ──┐
 *                                    │                                           ├──▶ match: name n, bits, band, explanation
 *                                    └──▶ evidence (identifiers, dates …) ───────┘                │
 *   register ──▶ candidate (index, 200 to look at)                        judgements ──▶ resolver ──▶ clusters
 * </pre>
 *
 * Nothing here reads a file or a clock, and nothing corrects what a source says: what is derived stands beside it.
 */
@NullMarked
package parley.identity;

import org.jspecify.annotations.NullMarked;
