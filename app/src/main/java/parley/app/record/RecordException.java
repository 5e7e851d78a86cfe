package parley.app.record;

import java.sql.SQLException;

/** The record could not be read or written; nothing is half-written. The message is a sentence for the user. */
public final class RecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordException(SQLException cause) {
        super(sentence(cause), cause);
    }

    RecordException(String message) {
        super(message);
    }

    /** Returns what to throw where the database failed. */
    public static RecordException of(SQLException cause) {
        return new RecordException(cause);
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
