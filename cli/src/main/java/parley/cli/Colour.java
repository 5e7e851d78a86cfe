package parley.cli;

import java.io.Console;

/** Whether output is coloured. */
enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    /** Automatic means: on a terminal, unless {@code NO_COLOR} is set. */
    // JDK 25 went back to a console that is null where output is redirected; the check knows JDK 22 to 24 only.
    boolean on() {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                String none = System.getenv("NO_COLOR");
                yield terminal() && (none == null || none.isEmpty());
            }
        };
    }

    /** Says whether a person looks at a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean terminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public String toString() {
        return switch (this) {
            case AUTO -> "auto";
            case ALWAYS -> "always";
            case NEVER -> "never";
        };
    }
}
