package parley.bench;

import java.util.Locale;

/** Prints the rows of the table; each is complete by itself, because each part runs in a JVM of its own. */
final class Table {
    private Table() {}

    static void row(String what, String wanted, String measured) {
        IO.println("| %s | %s | %s |".formatted(what, wanted.isEmpty() ? "" : "< " + wanted, measured));
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
