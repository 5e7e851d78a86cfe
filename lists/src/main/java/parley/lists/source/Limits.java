package parley.lists.source;

/** Limits on hostile input. The largest official list at hand has 25 MB and depth 6. */
final class Limits {
    static final long FILE_BYTES = 300L << 20;
    static final int DEPTH = 64;
    static final int ATTRIBUTES = 200;
    static final int ATTRIBUTE_CHARS = 64 << 10;
    /** Bytes without the beginning of a tag: longer than any statement of reasons. */
    static final int RUN_BYTES = 4 << 20;

    static final int TEXT_CHARS = 4 << 20;
    static final int FIELDS_OF_A_RECORD = 200_000;
    static final int ZIP_RATIO = 100;
    static final long ZIP_BYTES = 1L << 30;
    static final int ZIP_ENTRIES = 100_000;

    private Limits() {}
}
