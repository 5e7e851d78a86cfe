/**
 * Finite stochastic games whose players take turns, and what can be said of them for certain.
 *
 * <pre>
 *   intermediate form ──▶ exploration ──▶ Game (flat arrays) ──▶ graph answers, intervals ──▶ certificate ──▶ checker
 * </pre>
 *
 * Knows no word of a roadmap. Every answer is a graph verdict or an interval that contains the truth.
 */
@NullMarked
package parley.game;

import org.jspecify.annotations.NullMarked;
