package parley.prism;

/**
 * Why a model cannot be read or explored, in one sentence.
 *
 * @param line from 1; 0 where no place in the text can be named
 * @param column from 1; 0 where no place in the text can be named
 */
public record Problem(int line, int column, String message) {
    @Override
    public String toString() {
        return line == 0 ? message : "%d:%d: %s".formatted(line, column, message);
    }
}
