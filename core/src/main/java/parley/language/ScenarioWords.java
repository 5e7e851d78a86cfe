package parley.language;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.Scenario;

/** Says the lines of a story in the words of the language. */
final class ScenarioWords {
    private ScenarioWords() {}

    static String of(Scenario.Line line) {
        return switch (line) {
            case Scenario.Line.Given g ->
                "given " + g.thing() + " " + g.state() + day(" on ", g.on()) + lasts(g.expiry());
            case Scenario.Line.Expect e -> "expect " + expected(e.what()) + saysOn(e);
            case Scenario.Line.Reads r ->
                on(r.on()) + r.indicator() + (r.total() ? " totals " : " is ") + Words.number(r.value());
            case Scenario.Line.Happens h -> on(h.on()) + (h.times() == 1 ? "" : h.times() + " ") + h.event();
            case Scenario.Line.Verifies v ->
                on(v.on()) + acting(v.verifier().id(), "verif", "ies", "y") + v.concession();
            case Scenario.Line.Claims c -> on(c.on()) + "counterpart claims " + c.concession();
            case Scenario.Line.Disputes d ->
                on(d.on()) + d.who() + (d.settles() ? " settles " : " disputes ") + d.concession();
            case Scenario.Line.Acts a ->
                on(a.on()) + Words.names(a.actors()) + " "
                        + Words.verb(a.verb(), a.actors().size() > 1) + " " + a.measure() + lasts(a.expiry());
            case Scenario.Line.Decides d ->
                on(d.on()) + d.partner() + " " + d.stage().singular() + " "
                        + d.verb().noun() + " of " + d.measure();
            case Scenario.Line.Consults c -> on(c.on()) + c.partner() + " consults " + c.stakeholder();
            case Scenario.Line.Leaves l -> on(l.on()) + l.partner() + " leaves";
            case Scenario.Line.Passes p -> on(p.on()) + "nobody decides";
        };
    }

    /** A panel has as a rule a name in the plural: {@code monitors verify}. */
    private static String acting(String who, String stem, String singular, String plural) {
        return who + " " + stem + (who.endsWith("s") ? plural : singular) + " ";
    }

    private static String on(LocalDate day) {
        return "on " + day + " ";
    }

    private static String day(String before, @Nullable LocalDate day) {
        return day == null ? "" : before + day;
    }

    private static String lasts(Expiry expiry) {
        return expiry instanceof Expiry.Unsaid ? "" : " " + Words.of(expiry);
    }

    /** The day of a state is part of the expectation itself. */
    private static String saysOn(Scenario.Line.Expect e) {
        return e.what() instanceof Scenario.Expectation.Says ? day(" on ", e.on()) : "";
    }

    private static String expected(Scenario.Expectation what) {
        return switch (what) {
            case Scenario.Expectation.InState s ->
                s.thing() + (s.negated() ? " not " : " ") + s.state() + day(" on ", s.since());
            case Scenario.Expectation.Owes o -> owes(o);
            case Scenario.Expectation.Decision d ->
                d.partner() + " " + d.verb().noun() + " of " + d.measure() + " " + d.state();
            case Scenario.Expectation.OwesNothing n ->
                n.partner() == null ? "nobody owes anything" : n.partner() + " owes nothing";
            case Scenario.Expectation.Says s ->
                (s.negated() ? "no " : "") + s.kind() + (s.words().isEmpty() ? "" : " \"" + s.words() + "\"");
            case Scenario.Expectation.Unknown u -> u.concession() + " unknown";
        };
    }

    private static String owes(Scenario.Expectation.Owes o) {
        return o.partner()
                + (o.negated() ? " owes no " : " owes ")
                + o.noun()
                + (o.thing() == null ? "" : " of " + o.thing())
                + day(" by ", o.by());
    }
}
