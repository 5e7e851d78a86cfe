package parley.language;

import java.util.ArrayList;
import java.util.List;
import parley.text.Source;

/** Sets a text in the house layout; only spaces, line ends and indentation change; two or
 * more spaces before a comment stay. Formatting twice changes nothing. */
public final class Formatter {
    private Formatter() {}

    /** Returns the text in house layout: declarations at the margin, clauses by two, reactions by four. */
    public static String format(Source source) {
        List<Token> tokens = Lexer.tokens(source, new Problems());
        var out = new StringBuilder();
        List<Token> line = new ArrayList<>();
        var state = new Layout(source.text());
        for (Token token : tokens) {
            switch (token.kind()) {
                case NEWLINE -> {
                    state.line(line, out);
                    line.clear();
                }
                case PROSE -> {
                    if (!line.isEmpty()) {
                        state.line(line, out);
                        line.clear();
                    }
                    out.append(token.text());
                    state.restart();
                }
                case SPACE -> {}
                case WORD, NUMBER, DATE, TEXT, MARK, BAD, COMMENT -> line.add(token);
            }
        }
        if (!line.isEmpty()) {
            state.line(line, out);
        }
        return state.trimmed(source, out);
    }

    /** Where the next line belongs. */
    private static final class Layout {
        private final String text;
        private boolean inStep;
        private boolean belowBranch;
        private int indent;
        private int blank;
        private boolean continued;

        Layout(String text) {
            this.text = text;
        }

        void restart() {
            inStep = false;
            belowBranch = false;
            indent = 0;
            blank = 0;
            continued = false;
        }

        void line(List<Token> tokens, StringBuilder out) {
            if (tokens.isEmpty()) {
                if (blank++ == 0) {
                    out.append('\n');
                }
                return;
            }
            blank = 0;
            out.append(" ".repeat(depth(tokens)));
            write(tokens, out);
            out.append('\n');
        }

        private int depth(List<Token> tokens) {
            Token first = tokens.getFirst();
            if (first.kind() == Token.Kind.COMMENT) {
                return atMargin(first) ? 0 : indent;
            }
            boolean goesOn = continued || first.is("and") || first.is("or") || first.is(",");
            continued = lastSpoken(tokens).is(",");
            if (goesOn) {
                return indent + 2;
            }
            indent = begin(tokens);
            return indent;
        }

        /** A comment at the margin is a heading of what follows, not a remark on the clauses above it. */
        private boolean atMargin(Token comment) {
            int start = comment.at().start();
            return start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
        }

        private int begin(List<Token> tokens) {
            Token word = firstWord(tokens);
            boolean clause =
                    word.is("member") && tokens.size() > 1 && tokens.get(1).is("of");
            if (word.kind() == Token.Kind.WORD && Parser.isKeyword(word.text()) && !clause) {
                inStep = word.is("step");
                belowBranch = false;
                return 0;
            }
            if (!inStep) {
                return 2;
            }
            boolean branch = word.is("when") || word.is("on") || word.is("otherwise");
            if (branch) {
                belowBranch = true;
                return 2;
            }
            return belowBranch ? 4 : 2;
        }

        private static Token lastSpoken(List<Token> tokens) {
            Token last = tokens.getFirst();
            for (Token t : tokens) {
                if (t.speaks()) {
                    last = t;
                }
            }
            return last;
        }

        private static Token firstWord(List<Token> tokens) {
            int at = 0;
            if (tokens.getFirst().is("[")) {
                while (at < tokens.size() - 1 && !tokens.get(at).is("]")) {
                    at++;
                }
                at = Math.min(at + 1, tokens.size() - 1);
            }
            return tokens.get(at);
        }

        private void write(List<Token> tokens, StringBuilder out) {
            Token before = null;
            for (Token t : tokens) {
                if (before != null) {
                    out.append(gap(before, t));
                }
                out.append(t.kind() == Token.Kind.COMMENT ? withoutEnd(t.text()) : t.text());
                before = t;
            }
        }

        private String gap(Token before, Token t) {
            if (t.kind() == Token.Kind.COMMENT) {
                return beforeComment(text.substring(before.at().end(), t.at().start()));
            }
            if (t.is("[") && before.kind() != Token.Kind.MARK) {
                return "  ";
            }
            boolean tight = t.is(",") || t.is(";") || t.is("]") || t.is(")") || before.is("[") || before.is("(");
            boolean percent = t.is("%") && before.at().end() == t.at().start();
            boolean odd = before.kind() == Token.Kind.BAD || t.kind() == Token.Kind.BAD;
            return tight || percent || (odd && before.at().end() == t.at().start()) ? "" : " ";
        }

        /** Comments at the ends of lines may stand below each other: what the author aligned stays aligned. */
        private static String beforeComment(String written) {
            return written.length() > 2 && written.isBlank() && written.chars().allMatch(c -> c == ' ')
                    ? written
                    : "  ";
        }

        String trimmed(Source source, StringBuilder out) {
            if (source.name().endsWith(".md")) {
                return out.toString();
            }
            String text = withoutEnd(out.toString());
            int start = 0;
            while (start < text.length() && isSpace(text.charAt(start))) {
                start++;
            }
            return text.isEmpty() ? "" : text.substring(start) + "\n";
        }

        /** What Java calls white space holds characters that the lexer reports; those must stay to be seen. */
        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t' || c == '\n';
        }

        private static String withoutEnd(String text) {
            int end = text.length();
            while (end > 0 && isSpace(text.charAt(end - 1))) {
                end--;
            }
            return text.substring(0, end);
        }
    }
}
