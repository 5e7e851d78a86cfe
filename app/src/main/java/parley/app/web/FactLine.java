package parley.app.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.facts.Confidence;
import parley.facts.Facts;

/**
 * One row of the facts in words.
 *
 * @param sure whether it decides anything: rows of confidence B are shown and decide nothing
 */
public record FactLine(String id, java.time.LocalDate day, String says, String source, boolean sure) {

    /** Returns the rows of these ids, by day. */
    public static List<FactLine> of(Facts facts, Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        return all(facts).stream().filter(f -> wanted.contains(f.id())).toList();
    }

    /** Returns every row, by day. */
    public static List<FactLine> all(Facts facts) {
        List<FactLine> lines = new ArrayList<>();
        facts.readings()
                .forEach(r -> lines.add(new FactLine(
                        r.id(),
                        r.date(),
                        "%s: %s".formatted(r.series(), number(r.value())),
                        r.source(),
                        sure(r.confidence()))));
        facts.occurrences()
                .forEach(o -> lines.add(new FactLine(
                        o.id(),
                        o.date(),
                        o.title().isEmpty() ? o.series() : o.title(),
                        o.source(),
                        sure(o.confidence()))));
        facts.acts()
                .forEach(a -> lines.add(new FactLine(
                        a.id(),
                        a.date(),
                        a.partner() + " " + a.verb().did(a.measure())
                                + (a.instrument().isEmpty() ? "" : ", " + a.instrument()),
                        a.source(),
                        sure(a.confidence()))));
        facts.signatures()
                .forEach(s -> lines.add(new FactLine(
                        s.id(),
                        s.date(),
                        "%s found %s %s"
                                .formatted(
                                        s.verifier(),
                                        s.concession(),
                                        s.finding().word()),
                        s.source(),
                        sure(s.confidence()))));
        facts.consultations()
                .forEach(c -> lines.add(new FactLine(
                        c.id(),
                        c.date(),
                        "%s consulted %s".formatted(c.partner(), c.stakeholder()),
                        c.source(),
                        sure(c.confidence()))));
        facts.decisions()
                .forEach(d -> lines.add(new FactLine(
                        d.id(),
                        d.date(),
                        "%s on the %s of %s: %s"
                                .formatted(
                                        d.partner(),
                                        d.verb().noun(),
                                        d.measure(),
                                        d.stage().word()),
                        d.source(),
                        sure(d.confidence()))));
        lines.sort(Comparator.comparing(FactLine::day).thenComparing(FactLine::id));
        return lines;
    }

    private static boolean sure(Confidence confidence) {
        return confidence == Confidence.A;
    }

    /** A reading without a value says that somebody looked and could not tell. */
    private static String number(@Nullable Double value) {
        if (value == null) {
            return "not known";
        }
        double number = value;
        return number == Math.rint(number) ? "%,d".formatted((long) number) : Double.toString(number);
    }
}
