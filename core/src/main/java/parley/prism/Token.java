package parley.prism;

/**
 * A piece of text that cannot be divided.
 *
 * @param text a word, a number, a sign, or the text between quotes; empty at the end
 */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        WORD,
        NUMBER,
        QUOTED,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
    }

    String shown() {
        return switch (kind) {
            case END -> "the end of the text";
            case QUOTED -> "\"" + text + "\"";
            case WORD, NUMBER, SIGN -> "`" + text + "`";
        };
    }

    Refusal refusal(String message) {
        return new Refusal(line, column, message);
    }
}
