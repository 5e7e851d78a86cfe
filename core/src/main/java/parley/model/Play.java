package parley.model;

import java.util.Map;
import parley.prism.Expr;
import parley.prism.Model;

/**
 * A slice of a roadmap, compiled.
 *
 * @param moves by the action of its command what each means
 * @param reads the variables by name
 */
public record Play(Slice slice, Model model, Map<String, Move> moves, Map<String, Expr.Read> reads) {}
