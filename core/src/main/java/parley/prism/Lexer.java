package parley.prism;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens; comments run from {@code //} to the end of the line. */
final class Lexer {
    private static final List<String> LONG_SIGNS = List.of("<=>", "=>", "->", "..", "!=", "<=", ">=", "<<", ">>");
    private static final String SIGNS = "()[]{}<>=!&|+-*/:;,?'^.#%";

    private final String text;
    private final List<Token> found = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        while (lexer.skipBlank()) {
            lexer.next();
        }
        lexer.add(Token.Kind.END, lexer.at, "");
        return lexer.found;
    }

    private boolean skipBlank() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                lineStart = at + 1;
            } else if (c == '/' && at + 1 < text.length() && text.charAt(at + 1) == '/') {
                int end = text.indexOf('\n', at);
                at = (end < 0 ? text.length() : end) - 1;
            } else if (!Character.isWhitespace(c) && c != '\uFEFF') {
                return true;
            }
            at++;
        }
        return false;
    }

    private void next() {
        int start = at;
        char c = text.charAt(at);
        if (Character.isLetter(c) || c == '_') {
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            add(Token.Kind.WORD, start, text.substring(start, at));
        } else if (digit(at) || (c == '.' && digit(at + 1))) {
            number();
            add(Token.Kind.NUMBER, start, text.substring(start, at));
        } else if (c == '"') {
            quoted();
        } else {
            String sign = LONG_SIGNS.stream()
                    .filter(s -> text.startsWith(s, at))
                    .findFirst()
                    .orElse(String.valueOf(c));
            if (SIGNS.indexOf(c) < 0) {
                throw new Refusal(line, at - lineStart + 1, "The sign `%s` has no meaning here.".formatted(sign));
            }
            at += sign.length();
            add(Token.Kind.SIGN, start, sign);
        }
    }

    /** In {@code 0..3} the first dot belongs to the range, not to the number. */
    private void number() {
        while (digit(at)) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '.' && digit(at + 1)) {
            at++;
            while (digit(at)) {
                at++;
            }
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int signed = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
            if (digit(signed)) {
                at = signed;
                while (digit(at)) {
                    at++;
                }
            }
        }
    }

    private void quoted() {
        int start = at;
        int end = text.indexOf('"', at + 1);
        if (end < 0 || text.substring(at, end).indexOf('\n') >= 0) {
            throw new Refusal(line, at - lineStart + 1, "The quote that opens here is not closed on its line.");
        }
        at = end + 1;
        add(Token.Kind.QUOTED, start, text.substring(start + 1, end));
    }

    private boolean digit(int place) {
        return place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
    }

    private void add(Token.Kind kind, int start, String content) {
        found.add(new Token(kind, content, line, start - lineStart + 1));
    }
}
