/**
 * Models in the PRISM language: read, explored, written.
 *
 * <pre>
 *   text ──▶ Source ──▶ Model (Var, Command) ──▶ exploration ──▶ Explored (parley.game.Game, values of each state)
 *            as written   names resolved            │
 *                              │                    └ Steps: first trees, then bytecode of our own
 *                              ├──▶ Interpreter: the same by the slow obvious way, for tests
 *                              └──▶ PrismWriter: back to text
 * </pre>
 *
 * Whoever builds a game from something else (a roadmap, say) starts at {@code Model}. Numbers are exact throughout:
 * probabilities and rewards are fractions, never doubles.
 */
@NullMarked
package parley.prism;

import org.jspecify.annotations.NullMarked;
