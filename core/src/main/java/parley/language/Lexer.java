package parley.language;

import java.util.ArrayList;
import java.util.List;
import parley.text.Fix;
import parley.text.Source;
import parley.text.Span;

/** Cuts a file into tokens that make up the file again. In Markdown everything outside fenced blocks is prose. */
final class Lexer {
    private final String file;
    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** Nothing but space so far: a byte order mark here stands at the front, for the formatter takes the space away. */
    private boolean blank = true;

    private static final int MOST_BAD = 20;

    private int reportedBad;

    private Lexer(Source source, Problems problems) {
        this.file = source.name();
        this.text = source.text();
        this.problems = problems;
    }

    static List<Token> tokens(Source source, Problems problems) {
        var lexer = new Lexer(source, problems);
        if (source.name().endsWith(".md")) {
            lexer.markdown();
        } else {
            lexer.range(source.text().length());
        }
        return lexer.tokens;
    }

    private void markdown() {
        boolean inside = false;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            String line = text.substring(at, next).strip();
            if (line.startsWith("```")) {
                inside = !inside && line.equals("```parley");
                prose(next);
            } else if (inside) {
                range(next);
            } else {
                prose(next);
            }
        }
    }

    private void prose(int end) {
        add(Token.Kind.PROSE, at, end);
    }

    private void add(Token.Kind kind, int start, int end) {
        tokens.add(new Token(kind, text.substring(start, end), new Span(file, start, end)));
        blank &= kind == Token.Kind.SPACE || kind == Token.Kind.NEWLINE;
        at = end;
    }

    private void range(int limit) {
        while (at < limit) {
            one(limit);
        }
    }

    private void one(int limit) {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            boolean pair = c == '\r' && at + 1 < limit && text.charAt(at + 1) == '\n';
            add(Token.Kind.NEWLINE, at, at + (pair ? 2 : 1));
        } else if (c == ' ' || c == '\t' || c == '\u00A0' || (c == '\uFEFF' && blank)) {
            int end = at + 1;
            while (end < limit && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
                end++;
            }
            add(Token.Kind.SPACE, at, end);
        } else if (c == '#') {
            int end = lineEnd(limit);
            hidden(at, end);
            add(Token.Kind.COMMENT, at, end);
        } else if (c == '"') {
            quoted(limit);
        } else if (OddCharacters.opensText(c)) {
            curly(limit);
        } else if (isDigit(c) || (c == '-' && at + 1 < limit && isDigit(text.charAt(at + 1)))) {
            number(limit);
        } else if (Character.isLetter(c)) {
            word(limit);
        } else if (",;()[]%".indexOf(c) >= 0) {
            add(Token.Kind.MARK, at, at + 1);
        } else {
            bad(limit);
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int lineEnd(int limit) {
        int end = at;
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void quoted(int limit) {
        int lineEnd = lineEnd(limit);
        int close = text.indexOf('"', at + 1);
        if (close < 0 || close >= lineEnd) {
            problems.add(
                    Code.R002,
                    "this text in quotes does not end on its line",
                    new Span(file, at, lineEnd),
                    closing(lineEnd));
            hidden(at, lineEnd);
            add(Token.Kind.TEXT, at, lineEnd);
        } else {
            hidden(at, close);
            add(Token.Kind.TEXT, at, close + 1);
        }
    }

    /** A quote of a word processor may stand where the straight one is missing. */
    private Fix closing(int lineEnd) {
        int curly = OddCharacters.closingQuote(text, at, lineEnd);
        return curly < 0
                ? Fix.replace("close it with a quote", new Span(file, lineEnd, lineEnd), "\"")
                : Fix.replace("close it with a straight quote", new Span(file, curly, curly + 1), "\"");
    }

    /** Reads a text in the quotes of a word processor, so that its words are not taken for names. */
    private void curly(int limit) {
        int close = OddCharacters.closingQuote(text, at, lineEnd(limit));
        if (close < 0) {
            bad(limit);
            return;
        }
        if (reportedBad++ < MOST_BAD) {
            problems.add(
                    Code.R001,
                    "%s is no quote of a roadmap".formatted(OddCharacters.name(text.charAt(at))),
                    new Span(file, at, close + 1),
                    OddCharacters.straightQuotes(file, at, close));
        }
        hidden(at, close);
        add(Token.Kind.TEXT, at, close + 1);
    }

    /** Reports characters inside texts and comments that change what a reader sees. */
    private void hidden(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (OddCharacters.turnsDirection(c)) {
                problems.add(
                        Code.R005,
                        "U+%04X turns the direction of the text".formatted((int) c),
                        new Span(file, i, i + 1),
                        Fix.replace("delete it", new Span(file, i, i + 1), ""));
            } else if ((c < ' ' && c != '\t') || loneSurrogate(i) || c == '\uFFFE') {
                badCharacter(i);
            }
        }
    }

    private boolean loneSurrogate(int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private void badCharacter(int i) {
        if (reportedBad++ < MOST_BAD) {
            int character = text.codePointAt(i);
            Span here = new Span(file, i, i + Character.charCount(character));
            problems.add(
                    Code.R001,
                    "the character %s has no place in a roadmap".formatted(OddCharacters.name(character)),
                    here,
                    OddCharacters.fix(character, here));
        }
    }

    private void number(int limit) {
        int end = at + 1;
        if (isDate(limit)) {
            add(Token.Kind.DATE, at, at + 10);
            return;
        }
        OddCharacters.OtherDate other = OddCharacters.date(text, at, limit);
        if (other != null) {
            otherDate(other);
            return;
        }
        while (end < limit
                && (isDigit(text.charAt(end))
                        || (text.charAt(end) == '.' && end + 1 < limit && isDigit(text.charAt(end + 1))))) {
            end++;
        }
        add(Token.Kind.NUMBER, at, end);
    }

    private void otherDate(OddCharacters.OtherDate date) {
        Span span = new Span(file, at, at + date.text().length());
        if (!date.days().isEmpty()) {
            String what = "`%s` is not how a roadmap writes a date".formatted(date.text());
            problems.add(Code.R001, what, span, date.fix(span));
        }
        add(Token.Kind.DATE, span.start(), span.end());
    }

    private boolean isDate(int limit) {
        if (at + 10 > limit) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(at + i);
            boolean hyphen = i == 4 || i == 7;
            if (hyphen ? c != '-' : !isDigit(c)) {
                return false;
            }
        }
        return at + 10 == limit || !isDigit(text.charAt(at + 10));
    }

    private void word(int limit) {
        int end = at;
        boolean plain = true;
        while (end < limit) {
            char c = text.charAt(end);
            boolean latin = (c >= 'a' && c <= 'z') || isDigit(c) || c == '-' || c == '_';
            if (!latin && !Character.isLetterOrDigit(c)) {
                break;
            }
            plain &= latin;
            end++;
        }
        while (text.charAt(end - 1) == '-') {
            end--;
        }
        Span span = new Span(file, at, end);
        if (!plain) {
            oddName(span);
        }
        add(Token.Kind.WORD, at, end);
    }

    private void oddName(Span span) {
        String word = text.substring(span.start(), span.end());
        String lower = word.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        boolean ascii = word.chars().allMatch(c -> c < 128);
        if (ascii) {
            problems.add(
                    Code.R004,
                    "`%s` is not a name: names are lower-case with hyphens".formatted(shorten(word)),
                    span,
                    Fix.replace("write `%s`".formatted(shorten(lower)), span, lower));
        } else {
            problems.add(
                    Code.R004,
                    "`%s` holds letters outside a to z".formatted(shorten(word)),
                    span,
                    Fix.advice("write the name with the letters a to z, digits and hyphens"));
        }
    }

    private static String shorten(String word) {
        return word.length() <= 60 ? word : word.substring(0, 57) + "…";
    }

    private void bad(int limit) {
        int end = at;
        while (end < limit && isBad(text.charAt(end))) {
            end++;
        }
        end = Math.max(end, at + 1);
        if (OddCharacters.turnsDirection(text.charAt(at))) {
            hidden(at, at + 1);
        } else {
            badCharacter(at);
        }
        add(Token.Kind.BAD, at, end);
    }

    private static boolean isBad(char c) {
        return !Character.isLetterOrDigit(c)
                && !Character.isWhitespace(c)
                && ",;()[]%\"#-".indexOf(c) < 0
                && !OddCharacters.opensText(c);
    }
}
