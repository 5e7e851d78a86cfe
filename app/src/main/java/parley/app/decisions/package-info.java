/**
 * How partners come to act: proposals, the steps of each partner's own procedure, positions of members, consultation.
 *
 * <pre>
 *   standing (what is to be decided) ──▶ desk opens a proposal ──▶ positions, consultations, stages in the record
 *                                                                        │
 *                              act in the facts ◀── effective ◀── adopted or prepared
 * </pre>
 *
 * Positions of members are for the partner and its members alone; what was decided is for all partners.
 */
@NullMarked
package parley.app.decisions;

import org.jspecify.annotations.NullMarked;
