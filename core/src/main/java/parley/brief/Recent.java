package parley.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.facts.ActRow;
import parley.facts.Confidence;
import parley.facts.Reading;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.standing.Standing;
import parley.text.Span;

/** What changed since the day before: what the record tells, and what followed from it. */
final class Recent {
    private final Desk desk;
    private final LocalDate since;
    private final LocalDate day;

    /** One line: {@code what} follows from the text, or the record tells it. */
    private record Change(
            LocalDate on, String says, boolean message, List<Span> clauses, List<String> facts, boolean sure) {}

    Recent(Desk desk) {
        this.desk = desk;
        this.since = desk.before.asOf();
        this.day = desk.now.asOf();
    }

    void write() {
        Html html = desk.html;
        desk.section("recent", "What changed since " + Desk.day(since));
        List<Change> changes = new ArrayList<>();
        acts(changes);
        events(changes);
        readings(changes);
        states(changes);
        changes.sort(Comparator.comparing(Change::on).reversed().thenComparing(Change::says));
        if (changes.isEmpty()) {
            html.el("p", "The record tells of nothing.").close("section").line();
            return;
        }
        desk.table("Newest first", "Day", "What", "Behind it");
        for (Change c : changes) {
            html.open("tr").el("td", Desk.day(c.on()), "class", "day").open("td");
            if (c.message()) {
                desk.prose(c.says());
            } else {
                html.text(c.says());
            }
            html.text(c.sure() ? "." : " (to be confirmed).").close().open("td");
            desk.cited.links(c.clauses(), c.facts());
            html.close("tr").line();
        }
        desk.endTable();
        html.close("section").line();
    }

    private boolean recent(LocalDate on) {
        return on.isAfter(since) && !on.isAfter(day);
    }

    private void acts(List<Change> changes) {
        Map<String, ActRow> last = new HashMap<>();
        for (ActRow a : desk.facts.acts()) {
            ActRow before = last.put(a.partner() + " " + a.measure(), a);
            if (recent(a.date())) {
                boolean prolongs =
                        before != null && before.verb().leadsTo() == a.verb().leadsTo();
                String did = prolongs
                        ? (a.verb().eases() ? "prolonged the relief of " : "prolonged ") + a.measure()
                        : a.verb().did(a.measure());
                String answers = a.answers().isEmpty() ? "" : ", in answer to moves on " + a.answers();
                String says = "%s %s%s".formatted(a.partner(), did, answers);
                changes.add(
                        new Change(a.date(), says, true, List.of(), List.of(a.id()), a.confidence() == Confidence.A));
            }
        }
    }

    private void events(List<Change> changes) {
        Map<String, String> titles =
                desk.theCase.events().stream().collect(Collectors.toMap(Event::series, Event::heading, (a, _) -> a));
        desk.facts.occurrences().stream().filter(o -> recent(o.date())).forEach(o -> {
            String title = o.title().isEmpty() ? titles.getOrDefault(o.series(), o.series()) : o.title();
            changes.add(new Change(o.date(), title, false, List.of(), List.of(o.id()), o.confidence() == Confidence.A));
        });
    }

    private void readings(List<Change> changes) {
        Set<String> seen = new HashSet<>();
        desk.counted().forEach(i -> readings(i, seen, changes));
        desk.theCase.indicators().forEach(i -> readings(i, seen, changes));
    }

    private void readings(Indicator i, Set<String> seen, List<Change> changes) {
        if (!seen.add(i.series())) {
            return;
        }
        boolean stock = i.kind() == Indicator.Kind.STOCK;
        Reading last = null;
        for (Reading r : desk.facts.readings()) {
            Double value = r.value();
            if (!r.series().equals(i.series()) || value == null) {
                continue;
            }
            if (recent(r.date()) && (stock || value != 0)) {
                Double before = last == null || !stock ? null : last.value();
                String was = last == null || before == null
                        ? ""
                        : ", %s on %s".formatted(Desk.number(before), Desk.day(last.date()));
                String says = "%s: %s%s".formatted(i.heading(), Desk.number(value), was);
                changes.add(
                        new Change(r.date(), says, false, List.of(), List.of(r.id()), r.confidence() == Confidence.A));
            }
            last = r;
        }
    }

    private void states(List<Change> changes) {
        differ(
                changes,
                desk.before.concessions(),
                desk.now.concessions(),
                Standing.ConcessionState::concession,
                c -> c.state().word(),
                c -> c.since(),
                c -> c.because());
        differ(
                changes,
                desk.before.phases(),
                desk.now.phases(),
                Standing.PhaseState::phase,
                Standing.PhaseState::state,
                Standing.PhaseState::since,
                Standing.PhaseState::because);
        for (Standing.Duty d : desk.now.duties()) {
            if (recent(d.arose()) && !d.arose().equals(d.done())) {
                String says = "%s of %s is owed by %s, due %s".formatted(d.what(), d.thing(), d.partner(), d.due());
                changes.add(new Change(
                        d.arose(),
                        says,
                        true,
                        d.because().clauses(),
                        d.because().facts(),
                        true));
            }
        }
    }

    private <T> void differ(
            List<Change> changes,
            List<T> before,
            List<T> now,
            Function<T, String> name,
            Function<T, String> state,
            Function<T, LocalDate> on,
            Function<T, Standing.Because> because) {
        Map<String, String> was = before.stream().collect(Collectors.toMap(name, state));
        for (T t : now) {
            @Nullable String old = was.get(name.apply(t));
            if (!state.apply(t).equals(old)) {
                Standing.Because why = because.apply(t);
                String says = "%s is %s".formatted(name.apply(t), state.apply(t));
                changes.add(new Change(on.apply(t), says, true, why.clauses(), why.facts(), true));
            }
        }
    }
}
