package parley.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parley.roadmap.Expiry;
import parley.roadmap.Ref;
import parley.roadmap.Scenario;
import parley.roadmap.Secrecy;
import parley.roadmap.Stage;
import parley.roadmap.Verb;

/** Reads scenarios. */
final class ScenarioParser {
    private ScenarioParser() {}

    static Scenario scenario(Block block) {
        var at = block.head().here();
        String title = block.head().text();
        Secrecy label = block.head().label();
        List<Scenario.Line> lines = new ArrayList<>();
        for (Cursor c : block.body()) {
            c.sentence(() -> {
                line(c, lines);
                if (!c.done()) {
                    throw c.expected("the end of the sentence");
                }
            });
        }
        return new Scenario(title, lines, label == null ? block.label() : label, at);
    }

    private static void line(Cursor c, List<Scenario.Line> lines) {
        if (c.take("given")) {
            do {
                lines.add(given(c));
            } while (c.take(","));
        } else if (c.take("on")) {
            LocalDate on = c.date();
            do {
                lines.add(happening(c, on));
            } while (c.take(","));
        } else if (c.take("expect")) {
            lines.add(expect(c));
        } else {
            throw c.expected("given, on DATE or expect");
        }
    }

    private static String state(Cursor c) {
        return c.take("in reserve") ? "in reserve" : c.name("a state").id();
    }

    private static Scenario.Line given(Cursor c) {
        int start = c.mark();
        Ref thing = c.name("a measure or a concession");
        String state = state(c);
        LocalDate on = c.take("on") ? c.date() : null;
        Expiry expiry = c.sees("for") || c.sees("until") ? Expiries.read(c) : new Expiry.Unsaid();
        return new Scenario.Line.Given(thing, state, on, expiry, c.from(start));
    }

    private static Scenario.Line happening(Cursor c, LocalDate on) {
        int start = c.mark();
        if (c.take("nobody decides")) {
            return new Scenario.Line.Passes(on, c.from(start));
        }
        if (c.sees(Token.Kind.NUMBER)) {
            int times = c.count();
            Ref event = c.name("an event");
            return new Scenario.Line.Happens(on, event, times, c.from(start));
        }
        List<Ref> who = c.names("a partner, a panel, an indicator or an event", Set.of());
        Ref first = who.getFirst();
        if (c.takeAny("totals", "total")) {
            double value = c.number();
            return new Scenario.Line.Reads(on, first, value, true, c.from(start));
        }
        if (c.takeAny("is", "are")) {
            double value = c.number();
            if (c.take("a")) {
                c.unit();
            }
            return new Scenario.Line.Reads(on, first, value, false, c.from(start));
        }
        return deed(c, on, who, start);
    }

    private static Scenario.Line deed(Cursor c, LocalDate on, List<Ref> who, int start) {
        Ref first = who.getFirst();
        if (c.takeAny("verifies", "verify")) {
            Ref concession = c.name("a concession");
            return new Scenario.Line.Verifies(on, first, concession, c.from(start));
        }
        if (c.takeAny("claims", "claim")) {
            Ref concession = c.name("a concession");
            return new Scenario.Line.Claims(on, concession, c.from(start));
        }
        boolean disputes = c.takeAny("disputes", "dispute");
        if (disputes || c.takeAny("settles", "settle")) {
            Ref concession = c.name("a concession");
            return new Scenario.Line.Disputes(on, first, concession, !disputes, c.from(start));
        }
        if (c.takeAny("consults", "consult")) {
            Ref stakeholder = c.name("a stakeholder");
            return new Scenario.Line.Consults(on, first, stakeholder, c.from(start));
        }
        if (c.takeAny("reviews", "review")) {
            Ref step = c.name("a step");
            return new Scenario.Line.Consults(on, first, step, c.from(start));
        }
        for (Stage stage : Stage.values()) {
            if (c.take(stage.singular())) {
                return decides(c, on, first, stage, start);
            }
        }
        if (c.takeAny("leaves", "leave")) {
            return new Scenario.Line.Leaves(on, first, c.from(start));
        }
        Verb verb = StepParser.verb(c);
        if (verb != null) {
            Ref measure = c.name("a measure");
            Expiry expiry = Expiries.read(c);
            return new Scenario.Line.Acts(on, who, verb, measure, expiry, c.from(start));
        }
        if (c.done() || c.sees(",")) {
            return new Scenario.Line.Happens(on, first, 1, c.from(start));
        }
        throw c.expected("totals, is, verifies, claims, disputes, consults, reviews, leaves or the verb of an act");
    }

    private static Scenario.Line decides(Cursor c, LocalDate on, Ref partner, Stage stage, int start) {
        Verb verb = noun(c);
        c.need("of");
        Ref measure = c.name("a measure");
        return new Scenario.Line.Decides(on, partner, stage, verb, measure, c.from(start));
    }

    private static Verb noun(Cursor c) {
        Verb verb = Verb.ofNoun(c.name("an act, for example suspension").id());
        if (verb == null) {
            throw c.expected("imposition, suspension, licence, lifting, restoration, revocation, grant or withdrawal");
        }
        return verb;
    }

    private static Scenario.Expectation decision(Cursor c, Ref partner) {
        Verb verb = noun(c);
        c.need("of");
        Ref measure = c.name("a measure");
        String state = c.take("not started")
                ? "not started"
                : c.name("a state of the decision").id();
        return new Scenario.Expectation.Decision(partner, verb, measure, state);
    }

    private static Scenario.Line expect(Cursor c) {
        int start = c.mark();
        boolean no = c.take("no");
        for (String kind : new String[] {"warning", "deviation", "alarm"}) {
            if (c.take(kind)) {
                String words = c.optionalText();
                LocalDate on = c.take("on") ? c.date() : null;
                return new Scenario.Line.Expect(new Scenario.Expectation.Says(kind, words, no), on, c.from(start));
            }
        }
        if (c.take("nobody owes anything")) {
            return new Scenario.Line.Expect(new Scenario.Expectation.OwesNothing(null), null, c.from(start));
        }
        Ref thing = c.name("a concession, a measure, a phase or a partner");
        if (c.takeAny("owes", "owe")) {
            Scenario.Expectation owes = owes(c, thing);
            return new Scenario.Line.Expect(owes, null, c.from(start));
        }
        if (c.take("unknown")) {
            return new Scenario.Line.Expect(new Scenario.Expectation.Unknown(thing), null, c.from(start));
        }
        Token noun = c.look(0);
        Token of = c.look(1);
        if (noun != null && of != null && of.is("of") && Verb.ofNoun(noun.text()) != null) {
            Scenario.Expectation decision = decision(c, thing);
            return new Scenario.Line.Expect(decision, null, c.from(start));
        }
        boolean negated = c.take("not");
        String state = state(c);
        LocalDate since = c.take("on") ? c.date() : null;
        return new Scenario.Line.Expect(
                new Scenario.Expectation.InState(thing, state, negated, since), since, c.from(start));
    }

    private static Scenario.Expectation owes(Cursor c, Ref partner) {
        if (c.take("nothing")) {
            return new Scenario.Expectation.OwesNothing(partner);
        }
        boolean negated = c.take("no");
        String noun = c.name("what is owed, for example suspension").id();
        c.need("of");
        Ref thing = c.name("a measure, a step or a stakeholder");
        LocalDate by = c.take("by") ? c.date() : null;
        return new Scenario.Expectation.Owes(partner, noun, thing, by, negated);
    }
}
