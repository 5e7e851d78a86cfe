package parley.prism;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.game.Fraction;
import parley.prism.Expr.Op;

/** Reads expressions from tokens by precedence climbing. */
class ExprParser {
    private static final int DEEPEST = 2_000;
    private static final int MOST_DIGITS = 10_000;

    private final List<Token> tokens;
    private int at;
    private int depth;

    ExprParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Returns the one expression that a text consists of. */
    static Expr whole(String text) {
        var parser = new ExprParser(Lexer.tokens(text));
        Expr read = parser.expression();
        Token rest = parser.peek();
        if (rest.kind() != Token.Kind.END) {
            throw rest.refusal("The expression ends before %s.".formatted(rest.shown()));
        }
        return read;
    }

    final Token peek() {
        return tokens.get(at);
    }

    final Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    final Token take() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    final boolean takeIf(String sign) {
        boolean there = peek().is(sign);
        if (there) {
            take();
        }
        return there;
    }

    final Token expect(String sign) {
        if (!peek().is(sign)) {
            throw peek().refusal("Here `%s` is expected, not %s.".formatted(sign, peek().shown()));
        }
        return take();
    }

    final Token expectWord(String what) {
        if (peek().kind() != Token.Kind.WORD) {
            throw peek().refusal("Here %s is expected, not %s.".formatted(what, peek().shown()));
        }
        return take();
    }

    final Expr expression() {
        if (++depth > DEEPEST) {
            throw peek().refusal("The expression is nested more than %d deep.".formatted(DEEPEST));
        }
        Expr test = binary(Op.IMPLIES.strength);
        if (takeIf("?")) {
            Expr then = expression();
            expect(":");
            test = new Expr.If(test, then, expression());
        }
        depth--;
        return test;
    }

    private Expr binary(int weakest) {
        if (weakest == Op.STRENGTH_OF_NOT && peek().is("!")) {
            return not();
        }
        Expr left = weakest >= Op.STRENGTH_OF_SIGN ? sign() : binary(weakest + 1);
        for (Op op = op(weakest); op != null; op = op(weakest)) {
            take();
            // An implication groups to the right, everything else to the left.
            left = new Expr.Binary(op, left, binary(op == Op.IMPLIES ? weakest : weakest + 1));
        }
        return left;
    }

    private Expr not() {
        int many = 0;
        while (takeIf("!")) {
            many++;
        }
        Expr operand = binary(Op.EQUAL.strength);
        return many % 2 == 0 ? new Expr.Not(new Expr.Not(operand)) : new Expr.Not(operand);
    }

    private @Nullable Op op(int strength) {
        if (peek().kind() == Token.Kind.SIGN) {
            for (Op op : Op.values()) {
                if (op.strength == strength && peek().text().equals(op.sign)) {
                    return op;
                }
            }
        }
        return null;
    }

    private Expr sign() {
        if (takeIf("-")) {
            return new Expr.Negative(sign());
        }
        return basic();
    }

    private Expr basic() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> number(token.text());
            case QUOTED -> new Expr.Label(token.text(), token.line(), token.column());
            case WORD -> word(token);
            case SIGN -> {
                if (token.is("!")) {
                    yield new Expr.Not(sign());
                }
                if (!token.is("(")) {
                    throw token.refusal("Here an expression is expected, not %s.".formatted(token.shown()));
                }
                Expr inner = expression();
                expect(")");
                yield inner;
            }
            case END -> throw token.refusal("Here an expression is expected, not the end of the text.");
        };
    }

    static Expr number(String text) {
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            var value = new BigInteger(text);
            return value.bitLength() < Long.SIZE
                    ? new Expr.Int(value.longValueExact())
                    : new Expr.Real(new Fraction(value, BigInteger.ONE));
        }
        var value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new Refusal(0, 0, "The number %s has more than %d digits.".formatted(text, MOST_DIGITS));
        }
        return new Expr.Real(decimal(value));
    }

    private static Fraction decimal(BigDecimal value) {
        BigInteger digits = value.unscaledValue();
        return value.scale() > 0
                ? new Fraction(digits, BigInteger.TEN.pow(value.scale()))
                : new Fraction(digits.multiply(BigInteger.TEN.pow(-value.scale())), BigInteger.ONE);
    }

    private Expr word(Token word) {
        if (word.is("true")) {
            return Expr.Bool.TRUE;
        }
        if (word.is("false")) {
            return Expr.Bool.FALSE;
        }
        if (!peek().is("(")) {
            return new Expr.Name(word.text(), word.line(), word.column());
        }
        take();
        Token name = word;
        if (word.is("func")) {
            name = expectWord("the name of a function");
            expect(",");
        }
        var arguments = new ArrayList<Expr>();
        do {
            arguments.add(expression());
        } while (takeIf(","));
        expect(")");
        return call(name, arguments);
    }

    private static Expr call(Token name, List<Expr> arguments) {
        for (Expr.Function function : Expr.Function.values()) {
            if (function.word().equals(name.text().toLowerCase(Locale.ROOT))) {
                boolean fits = switch (function) {
                    case MIN, MAX -> !arguments.isEmpty();
                    case FLOOR, CEIL, ROUND -> arguments.size() == 1;
                    case POW, MOD, LOG -> arguments.size() == 2;
                };
                if (!fits) {
                    throw name.refusal(
                            "The function `%s` does not take %d values.".formatted(name.text(), arguments.size()));
                }
                return new Expr.Call(function, arguments);
            }
        }
        throw name.refusal("No function is called `%s`; there are min, max, floor, ceil, round, pow, mod and log."
                .formatted(name.text()));
    }
}
