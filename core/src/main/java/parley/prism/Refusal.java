package parley.prism;

/** Carries a problem from deep inside a reader or an exploration to its edge, where it becomes a value. */
final class Refusal extends RuntimeException {
    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    Refusal(int line, int column, String message) {
        this(new Problem(line, column, message));
    }

    Problem problem() {
        return problem;
    }
}
