package parley.cli;

import java.io.Console;

/** Whether output is coloured. */
enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    /** Automatic means: on a terminal, unless {@code NO_COLOR} is set. */
    // JDK 25 went back to a console that is null where output is redirected; the check knows JDK 22 to 24 only.
    @SuppressWarnings("SystemConsoleNull")
    boolean on() {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                Console console = System.console();
                String none = System.getenv("NO_COLOR");
                yield console != null && console.isTerminal() && (none == null || none.isEmpty());
            }
        };
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
