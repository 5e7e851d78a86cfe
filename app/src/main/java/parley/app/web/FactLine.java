package parley.app.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.facts.ActRow;
import parley.facts.Confidence;
import parley.facts.Consultation;
import parley.facts.DecisionRow;
import parley.facts.Facts;
import parley.facts.Occurrence;
import parley.facts.Reading;
import parley.facts.Signature;

/**
 * One row of the facts in words.
 *
 * @param sure whether it decides anything: rows of confidence B are shown and decide nothing
 */
public record FactLine(String id, LocalDate day, String says, String source, boolean sure) {

    /** Returns the rows of these ids, by day. */
    public static List<FactLine> of(Facts facts, Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        return wanted.isEmpty()
                ? List.of()
                : told(facts, (_, id) -> wanted.contains(id), Integer.MAX_VALUE).reversed();
    }

    /** Returns the last rows up to a day, the newest first. */
    public static List<FactLine> last(Facts facts, LocalDate day, int most) {
        return told(facts, (on, _) -> !on.isAfter(day), most);
    }

    /** Puts the chosen rows into words, the newest first and no more than {@code most}. */
    private static List<FactLine> told(Facts facts, BiPredicate<LocalDate, String> chosen, int most) {
        List<FactLine> lines = new ArrayList<>();
        add(
                lines,
                facts.readings(),
                Reading::date,
                Reading::id,
                chosen,
                most,
                r -> new FactLine(
                        r.id(),
                        r.date(),
                        "%s: %s".formatted(r.series(), number(r.value())),
                        r.source(),
                        sure(r.confidence())));
        add(
                lines,
                facts.occurrences(),
                Occurrence::date,
                Occurrence::id,
                chosen,
                most,
                o -> new FactLine(
                        o.id(),
                        o.date(),
                        o.title().isEmpty() ? o.series() : o.title(),
                        o.source(),
                        sure(o.confidence())));
        add(
                lines,
                facts.acts(),
                ActRow::date,
                ActRow::id,
                chosen,
                most,
                a -> new FactLine(
                        a.id(),
                        a.date(),
                        a.partner() + " " + a.verb().did(a.measure())
                                + (a.instrument().isEmpty() ? "" : ", " + a.instrument()),
                        a.source(),
                        sure(a.confidence())));
        add(
                lines,
                facts.signatures(),
                Signature::date,
                Signature::id,
                chosen,
                most,
                s -> new FactLine(
                        s.id(),
                        s.date(),
                        "%s found %s %s"
                                .formatted(
                                        s.verifier(),
                                        s.concession(),
                                        s.finding().word()),
                        s.source(),
                        sure(s.confidence())));
        add(
                lines,
                facts.consultations(),
                Consultation::date,
                Consultation::id,
                chosen,
                most,
                c -> new FactLine(
                        c.id(),
                        c.date(),
                        "%s consulted %s".formatted(c.partner(), c.stakeholder()),
                        c.source(),
                        sure(c.confidence())));
        add(
                lines,
                facts.decisions(),
                DecisionRow::date,
                DecisionRow::id,
                chosen,
                most,
                d -> new FactLine(
                        d.id(),
                        d.date(),
                        "%s on the %s of %s: %s"
                                .formatted(
                                        d.partner(),
                                        d.verb().noun(),
                                        d.measure(),
                                        d.stage().word()),
                        d.source(),
                        sure(d.confidence())));
        lines.sort(
                Comparator.comparing(FactLine::day).thenComparing(FactLine::id).reversed());
        return lines.size() > most ? List.copyOf(lines.subList(0, most)) : lines;
    }

    /** The rows of a table lie in the order of days, so the newest are found from its end; only chosen rows become words. */
    private static <T> void add(
            List<FactLine> lines,
            List<T> rows,
            Function<T, LocalDate> day,
            Function<T, String> id,
            BiPredicate<LocalDate, String> chosen,
            int most,
            Function<T, FactLine> line) {
        int found = 0;
        for (int i = rows.size() - 1; i >= 0 && found < most; i--) {
            T row = rows.get(i);
            if (chosen.test(day.apply(row), id.apply(row))) {
                lines.add(line.apply(row));
                found++;
            }
        }
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
