package parley.text;

/**
 * A stretch of one file: {@code start} inclusive, {@code end} exclusive, counted in UTF-16 units from 0.
 *
 * @param file the path as the reader was given it, relative to the case folder, with {@code /}
 */
public record Span(String file, int start, int end) implements Comparable<Span> {

    /** Stands for "no place in any text", for things that come from a program and not from a file. */
    public static final Span NOWHERE = new Span("", 0, 0);

    /** @throws IllegalArgumentException if the end lies before the start or the start is negative */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span of %s cannot run from %d to %d.".formatted(file, start, end));
        }
    }

    /** Returns the smallest span that holds this one and {@code other}; both must lie in one file. */
    public Span to(Span other) {
        if (!file.equals(other.file)) {
            throw new IllegalArgumentException("%s and %s are different files.".formatted(file, other.file));
        }
        return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Says whether {@code offset} of the same file lies inside or at the end of this span. */
    public boolean touches(int offset) {
        return start <= offset && offset <= end;
    }

    @Override
    public int compareTo(Span other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
