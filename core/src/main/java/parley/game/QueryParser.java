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
    private static final Set<String> CLOSED = Set.of("]", "");
    private static final Set<String> ENDS = Set.of("&", "|", "=>", "<=>", ")", "]", "U", "W", "R", ";", "");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> begins = new ArrayList<>();
    private final Atoms atoms;
    private final PathParser paths = new PathParser(this);
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
            throw Unsupported.operator(operator).orElseGet(() -> unexpected("P, R or T"));
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
        return switch (next()) {
            case "C" -> {
                at++;
                yield accept("<=") ? new Query.Until.Within(whole(raw(CLOSED))) : new Query.Until.Forever();
            }
            case "I" -> {
                at++;
                expect("=");
                yield new Query.Until.At(whole(raw(CLOSED)));
            }
            case "F0" -> {
                at++;
                yield new Query.Until.Reached(formula(), Query.Missed.NOTHING);
            }
            case "Fc" -> {
                at++;
                yield new Query.Until.Reached(formula(), Query.Missed.KEPT);
            }
            case "F", "(" -> {
                Query.Path path = path();
                if (!(path instanceof Query.Path.Reaches(Formula.Truth(boolean left), Formula target, var bound))
                        || !left
                        || !(bound instanceof Query.Bound.None)) {
                    throw Unsupported.coSafe();
                }
                yield new Query.Until.Reached(target, Query.Missed.INFINITE);
            }
            case "S", "LTL" -> throw Unsupported.operator("S").orElseThrow();
            default -> throw Unsupported.coSafe();
        };
    }

    private Query.Path path() throws Unanswerable {
        return paths.path();
    }

    /** The bound of a path operator, if there is one. */
    Query.Bound bound() throws Unanswerable {
        if (accept("^")) {
            return collected();
        }
        if (accept("[")) {
            int from = whole(raw(Set.of(",", "")));
            expect(",");
            int to = whole(raw(CLOSED));
            expect("]");
            return new Query.Bound.Steps(from, to);
        }
        return switch (next()) {
            case "<=" -> new Query.Bound.Steps(0, steps(0));
            case "<" -> new Query.Bound.Steps(0, steps(-1));
            case ">=" -> new Query.Bound.Steps(steps(0), null);
            case ">" -> new Query.Bound.Steps(steps(1), null);
            case "=" -> {
                int exactly = steps(0);
                yield new Query.Bound.Steps(exactly, exactly);
            }
            default -> new Query.Bound.None();
        };
    }

    /** The number behind a sign: a word, a number, or an expression in brackets. */
    private int steps(int more) throws Unanswerable {
        at++;
        String number = next().equals("(") ? bracketed() : take();
        int steps = whole(number) + more;
        if (steps < 0) {
            throw new Unanswerable("No path is shorter than 0 steps.");
        }
        return steps;
    }

    /** {@code {rew{"r"}<=B}}. */
    private Query.Bound collected() throws Unanswerable {
        expect("{");
        expect("rew");
        Query.Structure structure = rewards();
        String sign = take();
        if (!Set.of("<=", "<", ">=", ">").contains(sign)) {
            at--;
            throw unexpected("<=, <, >= or >");
        }
        int amount = whole(raw(Set.of("}", "")));
        expect("}");
        return new Query.Bound.Collected(
                structure, sign.startsWith(">"), amount + (sign.equals(">") ? 1 : sign.equals("<") ? -1 : 0));
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

    Formula formula() throws Unanswerable {
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
    int closing(int open) {
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

    String next() {
        return tokenAt(at);
    }

    int at() {
        return at;
    }

    void back() {
        at--;
    }

    String tokenAt(int place) {
        return place < tokens.size() ? tokens.get(place) : "";
    }

    String take() throws Unanswerable {
        if (next().isEmpty()) {
            throw unexpected("more");
        }
        return tokens.get(at++);
    }

    boolean accept(String token) {
        if (next().equals(token)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String token) throws Unanswerable {
        if (!accept(token)) {
            throw unexpected("`" + token + "`");
        }
    }

    Unanswerable unexpected(String wanted) {
        String found = next().isEmpty() ? "its end" : "`" + next() + "`";
        return new Unanswerable("The question has " + found + " where it should have " + wanted + ".");
    }
}
