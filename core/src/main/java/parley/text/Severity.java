package parley.text;

/** How much a diagnostic weighs: an error stops the use of a text, a warning does not. */
public enum Severity {
    ERROR,
    WARNING;

    /** Returns the word printed before the code. */
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}
