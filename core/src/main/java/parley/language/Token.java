package parley.language;

import parley.text.Span;

/** The smallest piece of a text. All tokens of a file, spaces and comments included, make up the file again. */
record Token(Kind kind, String text, Span at) {
    enum Kind {
        WORD,
        NUMBER,
        DATE,
        TEXT,
        MARK,
        SPACE,
        COMMENT,
        NEWLINE,
        PROSE,
        BAD
    }

    boolean is(String what) {
        return (kind == Kind.WORD || kind == Kind.MARK) && text.equals(what);
    }

    boolean speaks() {
        return switch (kind) {
            case WORD, NUMBER, DATE, TEXT, MARK -> true;
            case SPACE, COMMENT, NEWLINE, PROSE, BAD -> false;
        };
    }
}
