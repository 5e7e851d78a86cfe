package parley.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads questions as PRISM writes them. What it does not know as part of a formula it takes as an expression over the
 * variables of the model, for {@link Atoms}.
 */
public final class QueryParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<quoted>\"[^\"]*\")|(?<word>[A-Za-z_][A-Za-z_0-9]*)|(?<number>[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
                    + "|(?<sign><=>|<<|>>|=>|<=|>=|!=|=\\?|\\S))");
    private static final Pattern OPERATOR = Pattern.compile("[PRT](max|min)?(max|min)?");
    private static final Set<String> ENDS = Set.of("&", "|", "=>", "<=>", ")", "]", "U", "W", "R", ";", "");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> begins = new ArrayList<>();
    private final Atoms atoms;
    private int at;

    private QueryParser(String text, Atoms atoms) {
        this.text = text;
        this.atoms = atoms;
        Matcher matcher = TOKEN.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            tokens.add(matcher.group().strip());
            begins.add(matcher.end() - tokens.getLast().length());
            from = matcher.end();
        }
    }

    public static Query parse(String text, Atoms atoms) throws Unanswerable {
        var parser = new QueryParser(text, atoms);
        Query query = parser.query();
        parser.accept(";");
        if (!parser.next().isEmpty()) {
            throw parser.unexpected("the end of the question");
        }
        return query;
    }

    private Query query() throws Unanswerable {
        Query.Coalition coalition = accept("<<") ? coalition() : null;
        String operator = take();
        Matcher letters = OPERATOR.matcher(operator);
        if (!letters.matches()) {
            at--;
            throw unexpected("P, R or T");
        }
        Query.Structure structure = operator.startsWith("T") ? new Query.Structure.Steps() : rewards();
        Query.Toward first = toward(letters.group(1));
        Query.Toward second = toward(letters.group(2));
        if (first == null && OPERATOR.matcher("P" + next()).matches()) {
            Matcher more = OPERATOR.matcher("P" + take());
            first = more.matches() ? toward(more.group(1)) : null;
            second = first == null ? null : toward(more.group(2));
        }
        Query.Asked asked = accept("=?") ? new Query.Asked.Value(first, second) : threshold();
        expect("[");
        Query query = operator.startsWith("P")
                ? new Query.Chance(coalition, asked, path())
                : new Query.Collected(coalition, asked, structure, until());
        expect("]");
        return query;
    }

    private static Query.@Nullable Toward toward(@Nullable String letters) {
        return letters == null ? null : letters.equals("max") ? Query.Toward.MAX : Query.Toward.MIN;
    }

    private Query.Coalition coalition() throws Unanswerable {
        var members = new ArrayList<String>();
        while (!accept(">>")) {
            members.add(take());
            accept(",");
        }
        return new Query.Coalition(members);
    }

    private Query.Structure rewards() throws Unanswerable {
        if (!accept("{")) {
            return new Query.Structure.Rewards(null);
        }
        String name = take();
        expect("}");
        return new Query.Structure.Rewards(unquoted(name));
    }

    private Query.Asked threshold() throws Unanswerable {
        String sign = take();
        for (Query.Relation relation : Query.Relation.values()) {
            if (relation.sign().equals(sign)) {
                return new Query.Asked.Threshold(relation, atoms.number(raw(Set.of("[", ""))));
            }
        }
        at--;
        throw unexpected("=?, >=, >, <= or <");
    }

    private Query.Until until() throws Unanswerable {
        return switch (take()) {
            case "C" -> {
                expect("<=");
                yield new Query.Until.Within(whole(raw(Set.of("]", ""))));
            }
            case "I" -> {
                expect("=");
                yield new Query.Until.At(whole(raw(Set.of("]", ""))));
            }
            case "F" -> new Query.Until.Reached(formula(), Query.Missed.INFINITE);
            case "F0" -> new Query.Until.Reached(formula(), Query.Missed.NOTHING);
            case "Fc" -> new Query.Until.Reached(formula(), Query.Missed.KEPT);
            default -> {
                at--;
                throw unexpected("F, C<= or I=; other rewards are not known here");
            }
        };
    }

    private Query.Path path() throws Unanswerable {
        var truth = new Formula.Truth(true);
        // A path in brackets of its own.
        if (next().equals("(") && Set.of("F", "G", "X").contains(tokenAt(at + 1)) && closing(at) == tokens.size() - 2) {
            expect("(");
            Query.Path inner = path();
            expect(")");
            return inner;
        }
        if (accept("X")) {
            return new Query.Path.Next(formula());
        }
        if (accept("F")) {
            Integer steps = steps();
            return new Query.Path.Reaches(truth, formula(), steps);
        }
        if (accept("G")) {
            Integer steps = steps();
            return new Query.Path.Never(truth, new Formula.Not(formula()), steps);
        }
        Formula left = formula();
        String operator = take();
        Integer steps = steps();
        return switch (operator) {
            case "U" -> new Query.Path.Reaches(left, formula(), steps);
            case "W" -> {
                Formula right = formula();
                Formula neither = new Formula.And(new Formula.Not(left), new Formula.Not(right));
                yield new Query.Path.Never(new Formula.Not(right), neither, steps);
            }
            case "R" -> new Query.Path.Never(new Formula.Not(left), new Formula.Not(formula()), steps);
            default -> {
                at--;
                throw unexpected("U, W or R");
            }
        };
    }

    private @Nullable Integer steps() throws Unanswerable {
        if (next().equals("^") || next().equals("[") || next().equals("=") || next().startsWith(">")) {
            throw unexpected("a bound of the form <=k");
        }
        boolean strict = next().equals("<");
        if (!accept("<=") && !accept("<")) {
            return null;
        }
        String number = next().equals("(") ? bracketed() : take();
        return whole(number) - (strict ? 1 : 0);
    }

    private int whole(String expression) throws Unanswerable {
        Fraction number = atoms.number(expression);
        if (!number.denominator().equals(java.math.BigInteger.ONE)
                || number.signum() < 0
                || number.numerator().bitLength() > 30) {
            throw new Unanswerable("`" + expression + "` is not a number of steps.");
        }
        return number.numerator().intValueExact();
    }

    private Formula formula() throws Unanswerable {
        Formula left = implication();
        while (accept("<=>")) {
            Formula right = implication();
            left = new Formula.Or(
                    new Formula.And(left, right), new Formula.And(new Formula.Not(left), new Formula.Not(right)));
        }
        return left;
    }

    private Formula implication() throws Unanswerable {
        Formula left = or();
        return accept("=>") ? new Formula.Or(new Formula.Not(left), implication()) : left;
    }

    private Formula or() throws Unanswerable {
        Formula left = and();
        while (accept("|")) {
            left = new Formula.Or(left, and());
        }
        return left;
    }

    private Formula and() throws Unanswerable {
        Formula left = unary();
        while (accept("&")) {
            left = new Formula.And(left, unary());
        }
        return left;
    }

    private Formula unary() throws Unanswerable {
        String next = next();
        if (accept("!")) {
            return new Formula.Not(unary());
        }
        if (next.startsWith("\"")) {
            at++;
            return new Formula.Label(unquoted(next));
        }
        boolean operator = !next.startsWith("T") && OPERATOR.matcher(next).matches() && !ENDS.contains(tokenAt(at + 1));
        if (next.equals("<<") || operator) {
            return new Formula.Asked(query());
        }
        if (next.equals("(") && ENDS.contains(tokenAt(closing(at) + 1))) {
            at++;
            Formula inner = formula();
            expect(")");
            return inner;
        }
        String expression = raw(ENDS);
        return switch (expression) {
            case "true" -> new Formula.Truth(true);
            case "false" -> new Formula.Truth(false);
            case "" -> throw unexpected("a formula");
            default -> new Formula.Expression(expression);
        };
    }

    /** The text up to one of {@code ends}, outside of brackets. */
    private String raw(Set<String> ends) {
        int from = at;
        while (!ends.contains(next())) {
            at = next().equals("(") ? closing(at) + 1 : at + 1;
        }
        at = Math.min(at, tokens.size());
        return from == at
                ? ""
                : text.substring(
                        begins.get(from),
                        begins.get(at - 1) + tokens.get(at - 1).length());
    }

    private String bracketed() {
        int from = at;
        at = Math.min(closing(at) + 1, tokens.size());
        return text.substring(
                begins.get(from), begins.get(at - 1) + tokens.get(at - 1).length());
    }

    /** Where the bracket that opens at {@code open} closes; behind the last token if it does not. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private static String unquoted(String word) {
        return word.startsWith("\"") ? word.substring(1, word.length() - 1) : word;
    }

    private String next() {
        return tokenAt(at);
    }

    private String tokenAt(int place) {
        return place < tokens.size() ? tokens.get(place) : "";
    }

    private String take() throws Unanswerable {
        if (next().isEmpty()) {
            throw unexpected("more");
        }
        return tokens.get(at++);
    }

    private boolean accept(String token) {
        if (next().equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String token) throws Unanswerable {
        if (!accept(token)) {
            throw unexpected("`" + token + "`");
        }
    }

    private Unanswerable unexpected(String wanted) {
        String found = next().isEmpty() ? "its end" : "`" + next() + "`";
        return new Unanswerable("The question has " + found + " where it should have " + wanted + ".");
    }
}
