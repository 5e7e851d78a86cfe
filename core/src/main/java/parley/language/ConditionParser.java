package parley.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Condition;
import parley.roadmap.Length;
import parley.roadmap.Ref;

/** Reads conditions. {@code and} binds closer than {@code or}. */
final class ConditionParser {
    private static final int DEEPEST = 60;
    private static final Set<String> AMOUNTS = Set.of("relief", "delivered", "reserve", "broken");
    private static final Set<String> FIRST_OF_STATES = Set.of("in");

    private ConditionParser() {}

    static Condition read(Cursor c) {
        return any(c, 0);
    }

    private static Condition any(Cursor c, int depth) {
        int start = c.mark();
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(all(c, depth));
        } while (takeLink(c, "or"));
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts, c.from(start));
    }

    private static Condition all(Cursor c, int depth) {
        int start = c.mark();
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(atom(c, depth));
        } while (takeLink(c, "and"));
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts, c.from(start));
    }

    private static boolean takeLink(Cursor c, String word) {
        int mark = c.mark();
        c.pause();
        if (c.take(word)) {
            return true;
        }
        c.back(mark);
        return false;
    }

    private static Condition atom(Cursor c, int depth) {
        int start = c.mark();
        if (depth > DEEPEST) {
            throw c.expected("a condition with at most %d brackets inside each other".formatted(DEEPEST));
        }
        if (c.take("(")) {
            Condition inner = any(c, depth + 1);
            c.need(")");
            return inner;
        }
        if (c.take("not")) {
            return new Condition.Not(atom(c, depth + 1), c.from(start));
        }
        if (c.take("no")) {
            Ref event = c.name("an event");
            c.need("for");
            Length during = c.length();
            return new Condition.Absent(event, during, c.from(start));
        }
        if (c.take("any")) {
            return occurs(c, Condition.Comparison.AT_LEAST, 1, start);
        }
        if (c.take("more than")) {
            return occurs(c, Condition.Comparison.ABOVE, c.count(), start);
        }
        if (c.take("at least")) {
            return occurs(c, Condition.Comparison.AT_LEAST, c.count(), start);
        }
        if (c.take("owed by")) {
            Ref partner = c.name("a partner");
            return new Condition.Owed(partner, c.from(start));
        }
        return named(c, start);
    }

    private static Condition occurs(Cursor c, Condition.Comparison comparison, int count, int start) {
        Ref event = c.name("an event");
        Length within = c.take("within") ? c.length() : null;
        return new Condition.Occurs(event, comparison, count, within, c.from(start));
    }

    private static Condition named(Cursor c, int start) {
        Ref thing = c.name("an indicator, an event, a concession, a measure or a phase");
        if (c.take("totals")) {
            Condition.Comparison comparison = needComparison(c);
            double value = c.number();
            c.need("within");
            Length within = c.length();
            return new Condition.Total(thing, comparison, value, within, c.from(start));
        }
        if (c.takeAny("falls by", "fall by")) {
            return change(c, thing, true, start);
        }
        if (c.takeAny("rises by", "rise by")) {
            return change(c, thing, false, start);
        }
        Condition.Comparison comparison = comparison(c);
        if (comparison != null) {
            return level(c, thing, comparison, start);
        }
        String state = state(c);
        Length hold = c.take("for") ? c.length() : null;
        return new Condition.InState(thing, state, hold, c.from(start));
    }

    private static String state(Cursor c) {
        if (c.take("in reserve")) {
            return "in reserve";
        }
        c.wish("a state");
        if (c.seesAny(FIRST_OF_STATES) || !c.sees(Token.Kind.WORD)) {
            throw c.expected("a comparison or a state");
        }
        return c.token().text();
    }

    private static Condition change(Cursor c, Ref thing, boolean falls, int start) {
        double by = c.number();
        c.need("within");
        Length within = c.length();
        return new Condition.Change(thing, falls, by, within, c.from(start));
    }

    private static Condition level(Cursor c, Ref thing, Condition.Comparison comparison, int start) {
        double value = c.number();
        if (AMOUNTS.contains(thing.id())) {
            return new Condition.Amount(thing.id(), comparison, value, c.from(start));
        }
        Length.Unit per = c.takeAny("a", "per") ? c.unit() : null;
        Length hold = c.take("for") ? c.length() : null;
        return new Condition.Level(thing, comparison, value, per, hold, c.from(start));
    }

    private static Condition.Comparison needComparison(Cursor c) {
        Condition.Comparison comparison = comparison(c);
        if (comparison == null) {
            throw c.expected("at most, at least, above, below or exactly");
        }
        return comparison;
    }

    static Condition.@Nullable Comparison comparison(Cursor c) {
        for (Condition.Comparison comparison : Condition.Comparison.values()) {
            if (c.take(comparison.words())) {
                return comparison;
            }
        }
        return null;
    }
}
