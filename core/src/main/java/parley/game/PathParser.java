package parley.game;

import java.util.Set;

/**
 * Reads what stands in the brackets of {@code P}: one operator over states, or operators in each other that mean the
 * same as one. {@code X F a} is {@code F>=1 a}, and {@code (F a)|(F b)} is {@code F (a|b)}; what would need a product
 * with an automaton is refused.
 */
final class PathParser {
    private static final Formula TRUE = new Formula.Truth(true);
    private static final Query.Bound NOW = new Query.Bound.Steps(0, 0);
    private static final Query.Bound NEXT = new Query.Bound.Steps(1, 1);
    private static final Set<String> OPERATORS = Set.of("X", "F", "G");
    private static final Set<String> ENDS = Set.of("]", ")", "|", "&");

    private final QueryParser in;

    PathParser(QueryParser in) {
        this.in = in;
    }

    Query.Path path() throws Unanswerable {
        Query.Path left = one();
        while (true) {
            if (in.accept("|")) {
                left = either(left, one());
            } else if (in.accept("&")) {
                left = opposite(either(opposite(left), opposite(one())));
            } else {
                return left;
            }
        }
    }

    private Query.Path one() throws Unanswerable {
        boolean own = in.next().equals("(") && speaksOfPaths() && ENDS.contains(in.tokenAt(in.closing(in.at()) + 1));
        if (own) {
            in.expect("(");
            Query.Path inner = path();
            in.expect(")");
            return inner;
        }
        return switch (in.next()) {
            case "X" -> {
                in.expect("X");
                yield later(operand(), NEXT);
            }
            case "F" -> {
                in.expect("F");
                Query.Bound bound = in.bound();
                yield later(operand(), bound);
            }
            case "G" -> {
                in.expect("G");
                Query.Bound bound = in.bound();
                yield opposite(later(opposite(operand()), bound));
            }
            default -> binary();
        };
    }

    /** Whether an operator of paths stands in the brackets that open here, outside of questions of their own. */
    private boolean speaksOfPaths() {
        int end = in.closing(in.at());
        int depth = 0;
        for (int i = in.at(); i < end; i++) {
            depth += in.tokenAt(i).equals("[") ? 1 : in.tokenAt(i).equals("]") ? -1 : 0;
            if (depth == 0
                    && (OPERATORS.contains(in.tokenAt(i))
                            || Set.of("U", "W", "R").contains(in.tokenAt(i)))) {
                return true;
            }
        }
        return false;
    }

    /** What an operator with one operand speaks of: a path, or a formula as the path that is there already. */
    private Query.Path operand() throws Unanswerable {
        boolean path = OPERATORS.contains(in.next()) || (in.next().equals("(") && speaksOfPaths());
        return path ? one() : now(in.formula());
    }

    private static Query.Path now(Formula formula) {
        return new Query.Path.Reaches(TRUE, formula, NOW);
    }

    private Query.Path binary() throws Unanswerable {
        Formula left = in.formula();
        String operator = in.take();
        Query.Bound bound = in.bound();
        return switch (operator) {
            case "U" -> new Query.Path.Reaches(left, in.formula(), bound);
            case "W" -> {
                Formula right = in.formula();
                Formula neither = new Formula.And(new Formula.Not(left), new Formula.Not(right));
                yield new Query.Path.Never(new Formula.Not(right), neither, bound);
            }
            case "R" -> new Query.Path.Never(new Formula.Not(left), new Formula.Not(in.formula()), bound);
            default -> {
                in.back();
                throw in.unexpected("U, W or R");
            }
        };
    }

    /** {@code F bound (path)}, or {@code X (path)} with the bound of one step. */
    private static Query.Path later(Query.Path path, Query.Bound bound) throws Unanswerable {
        if (path instanceof Query.Path.Never never && bound.equals(NEXT)) {
            return opposite(later(opposite(never), bound));
        }
        if (!(path instanceof Query.Path.Reaches(Formula left, Formula right, Query.Bound inner))
                || !left.equals(TRUE)) {
            throw nested();
        }
        if (inner.equals(NOW)) {
            return new Query.Path.Reaches(TRUE, right, bound);
        }
        return new Query.Path.Reaches(TRUE, right, sum(bound, inner));
    }

    /** Delays add up: within a to b steps, and from there within c to d, is within a + c to b + d. */
    private static Query.Bound sum(Query.Bound first, Query.Bound second) throws Unanswerable {
        Query.Bound.Steps a = steps(first);
        Query.Bound.Steps b = steps(second);
        Integer aTo = a.to();
        Integer bTo = b.to();
        int from = a.from() + b.from();
        if (aTo == null || bTo == null) {
            return from == 0 ? new Query.Bound.None() : new Query.Bound.Steps(from, null);
        }
        return new Query.Bound.Steps(from, aTo + bTo);
    }

    private static Query.Bound.Steps steps(Query.Bound bound) throws Unanswerable {
        return switch (bound) {
            case Query.Bound.None _ -> new Query.Bound.Steps(0, null);
            case Query.Bound.Steps steps -> steps;
            case Query.Bound.Collected _ -> throw nested();
        };
    }

    /** Two paths of which one must happen: only if they differ in nothing but the target. */
    private static Query.Path either(Query.Path one, Query.Path other) throws Unanswerable {
        if (one instanceof Query.Path.Reaches(Formula left, Formula a, Query.Bound bound)
                && other instanceof Query.Path.Reaches(Formula otherLeft, Formula b, Query.Bound otherBound)
                && left.equals(TRUE)
                && otherLeft.equals(TRUE)
                && bound.equals(otherBound)) {
            return new Query.Path.Reaches(TRUE, new Formula.Or(a, b), bound);
        }
        throw nested();
    }

    private static Query.Path opposite(Query.Path path) {
        if (path.bound().equals(NOW) && path.left().equals(TRUE)) {
            return switch (path) {
                case Query.Path.Reaches reaches -> now(new Formula.Not(reaches.right()));
                case Query.Path.Never never -> now(never.right());
            };
        }
        return switch (path) {
            case Query.Path.Reaches(Formula left, Formula right, Query.Bound bound) ->
                new Query.Path.Never(left, right, bound);
            case Query.Path.Never(Formula left, Formula right, Query.Bound bound) ->
                new Query.Path.Reaches(left, right, bound);
        };
    }

    private static Unanswerable nested() {
        return new Unanswerable(
                "Operators over paths stand in each other in a way that needs an automaton, which is not done here; ask with one of X, F, G, U, W or R.");
    }
}
