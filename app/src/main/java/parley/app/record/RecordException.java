package parley.app.record;

import java.sql.SQLException;

/** The record could not be read or written; nothing is half-written. The message is a sentence for the user. */
public final class RecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What became of the command. */
    public enum Outcome {
        /** Nothing was written, because the database failed. */
        FAILED,
        /** Nothing was written, because the command may not be given any more. */
        REFUSED,
        /** The database was lost at the moment of writing and could not be asked afterwards. */
        IN_DOUBT
    }

    private final Outcome outcome;

    private RecordException(Outcome outcome, String message, SQLException cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    RecordException(SQLException cause) {
        this(Outcome.FAILED, sentence(cause), cause);
    }

    RecordException(Outcome outcome, String message) {
        super(message);
        this.outcome = outcome;
    }

    /** Returns what to throw where the database failed. */
    public static RecordException of(SQLException cause) {
        return new RecordException(cause);
    }

    static RecordException inDoubt(SQLException cause) {
        return new RecordException(
                Outcome.IN_DOUBT,
                "The database was lost at the moment of writing. Look at the page again before you repeat it: it may stand.",
                cause);
    }

    /** Returns what became of the command. */
    public Outcome outcome() {
        return outcome;
    }

    private static String sentence(SQLException e) {
        String state = e.getSQLState();
        return switch (state == null ? "" : state) {
            case "53100" -> "The disk is full. Nothing was written; make room and try again.";
            case "25006" -> "The database takes no writes now. Nothing was written.";
            default -> "The database did not answer as it should. Nothing was written; try again.";
        };
    }
}
