package parley.prism;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import parley.prism.Token.Kind;

/**
 * A file of properties, cut into pieces: constants and labels are read, properties stay text, for whoever knows the
 * operators. Properties end at a semicolon, or at the end of a line if what follows cannot go on with them.
 */
public final class PropertiesFile {
    private static final Pattern RESULT = Pattern.compile("//\\s*RESULT\\s*(?:\\(([^)]*)\\))?\\s*:\\s*(.*?)\\s*");

    private final List<Property> properties;
    private final List<Source.Constant> constants;
    private final List<Source.Definition> labels;
    private final Map<String, String> given;

    /**
     * One question.
     *
     * @param name {@code ""} without one
     * @param line where the text begins, from 1
     * @param expected what the comments before it say it should give
     */
    public record Property(String name, String text, int line, List<Expected> expected) {}

    /** A line {@code // RESULT (constants): value}; {@code constants} may be empty. */
    public record Expected(String constants, String value) {}

    private PropertiesFile(
            List<Property> properties,
            List<Source.Constant> constants,
            List<Source.Definition> labels,
            Map<String, String> given) {
        this.properties = List.copyOf(properties);
        this.constants = List.copyOf(constants);
        this.labels = List.copyOf(labels);
        this.given = Map.copyOf(given);
    }

    /** The file without a word, with values for constants that expressions may use. */
    public static PropertiesFile empty() {
        return new PropertiesFile(List.of(), List.of(), List.of(), Map.of());
    }

    /**
     * Cuts a file.
     *
     * @param given values, as expressions, of the constants that the file leaves open; others are not looked at
     */
    public static Result<PropertiesFile> read(String text, Map<String, String> given) {
        return Result.of(() -> cut(text, given));
    }

    public List<Property> properties() {
        return properties;
    }

    /** Tells a scope about the constants and labels of this file. */
    void addTo(Scope scope) {
        constants.forEach(scope::add);
        labels.forEach(label -> scope.label(label.name().text(), label.body()));
    }

    boolean hasLabel(String name) {
        return labels.stream().anyMatch(label -> label.name().text().equals(name));
    }

    Map<String, String> given() {
        return given;
    }

    private static PropertiesFile cut(String text, Map<String, String> given) {
        List<Token> tokens = Lexer.tokens(text);
        var lines = text.lines().toList();
        var properties = new ArrayList<Property>();
        var constants = new ArrayList<Source.Constant>();
        var labels = new ArrayList<Source.Definition>();
        int lastLine = 0;
        for (int at = 0; tokens.get(at).kind() != Kind.END; ) {
            int end = end(tokens, at);
            Token first = tokens.get(at);
            if (first.is("const")) {
                constants.add(ModelParser.constant(new ExprParser(ended(tokens.subList(at + 1, end)))));
            } else if (first.is("label")) {
                labels.add(label(ended(tokens.subList(at + 1, end))));
            } else if (!first.is(";")) {
                properties.add(property(tokens.subList(at, end), lines, lastLine));
            }
            lastLine = tokens.get(end - 1).line();
            at = tokens.get(end).is(";") ? end + 1 : end;
        }
        return new PropertiesFile(properties, constants, labels, given);
    }

    /** Closes a piece with a semicolon, as the parser of models expects it. */
    private static List<Token> ended(List<Token> piece) {
        var closed = new ArrayList<>(piece);
        int line = piece.isEmpty() ? 1 : piece.getLast().line();
        closed.add(new Token(Kind.SIGN, ";", line, 1));
        closed.add(new Token(Kind.END, "", line, 1));
        return closed;
    }

    private static Source.Definition label(List<Token> piece) {
        var parser = new ExprParser(piece);
        Token name = parser.take();
        parser.expect("=");
        Expr body = parser.expression();
        parser.expect(";");
        return new Source.Definition(name, body);
    }

    private static int end(List<Token> tokens, int start) {
        int depth = 0;
        for (int at = start; ; at++) {
            Token token = tokens.get(at);
            if (token.kind() == Kind.END) {
                return at;
            }
            if (depth == 0 && at > start && (token.is(";") || breaks(tokens.get(at - 1), token))) {
                return at;
            }
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
            }
            if (depth == 0 && at == start && token.is(";")) {
                return at + 1;
            }
        }
    }

    /** Whether a token on a new line begins something new: the one before ends an expression, this one starts one. */
    private static boolean breaks(Token before, Token token) {
        boolean ends = before.kind() != Kind.SIGN || before.is("]") || before.is(")");
        boolean starts = token.kind() != Kind.SIGN
                || token.is("<<")
                || token.is("!")
                || (token.is("(") && before.kind() != Kind.WORD);
        return token.line() > before.line() && ends && starts;
    }

    private static Property property(List<Token> tokens, List<String> lines, int lastLine) {
        boolean named = tokens.size() > 2
                && tokens.getFirst().kind() == Kind.QUOTED
                && tokens.get(1).is(":");
        Token first = tokens.get(named ? 2 : 0);
        Token last = tokens.getLast();
        var expected = new ArrayList<Expected>();
        for (int l = lastLine; l < tokens.getFirst().line() - 1; l++) {
            var result = RESULT.matcher(lines.get(l).strip());
            if (result.matches()) {
                String constants = result.group(1);
                expected.add(new Expected(constants == null ? "" : constants, result.group(2)));
            }
        }
        String name = named ? tokens.getFirst().text() : "";
        return new Property(name, between(lines, first, last), first.line(), List.copyOf(expected));
    }

    private static String between(List<String> lines, Token first, Token last) {
        var text = new StringBuilder();
        for (int l = first.line(); l <= last.line(); l++) {
            String line = lines.get(l - 1);
            int from = l == first.line() ? first.column() - 1 : 0;
            int quotes = last.kind() == Kind.QUOTED ? 2 : 0;
            int to = l == last.line() ? last.column() - 1 + last.text().length() + quotes : line.length();
            String piece = line.substring(from, to);
            int comment = l == last.line() ? -1 : piece.indexOf("//");
            text.append(text.isEmpty() ? "" : " ").append((comment < 0 ? piece : piece.substring(0, comment)).strip());
        }
        return text.toString();
    }
}
