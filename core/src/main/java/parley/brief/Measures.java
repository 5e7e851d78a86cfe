package parley.brief;

import java.util.List;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;
import parley.standing.Standing;

/** Every measure, reserve and offer, by who decides about it. */
final class Measures {
    private final Desk desk;
    private final Html html;

    Measures(Desk desk) {
        this.desk = desk;
        this.html = desk.html;
    }

    void write() {
        desk.section("measures", "Measures, reserves and offers");
        html.open("p");
        for (MeasureState state : MeasureState.values()) {
            long count =
                    desk.now.measures().stream().filter(m -> m.state() == state).count();
            if (count > 0) {
                html.text("%d %s. ".formatted(count, state.word()));
            }
        }
        if (desk.now.asOf().isAfter(desk.now.recordEnds())) {
            html.text("After %s, where the record ends, this is what stands if nobody acted."
                    .formatted(Desk.day(desk.now.recordEnds())));
        }
        html.close();
        for (Partner p : desk.theCase.partners()) {
            List<Standing.MeasureLine> lines = desk.now.measures().stream()
                    .filter(m -> desk.named(m.measure()) instanceof Measure d && d.ownedBy(p.id()))
                    .toList();
            if (!lines.isEmpty()) {
                desk.table(p.heading(), "Measure", "Stands", "Legal acts", "Next", "Behind it");
                lines.forEach(this::measure);
                desk.endTable();
            }
        }
        html.close("section").line();
    }

    private void measure(Standing.MeasureLine line) {
        Measure m = (Measure) java.util.Objects.requireNonNull(desk.named(line.measure()));
        boolean waits = line.state() == MeasureState.RESERVE || line.state() == MeasureState.OFFERED;
        html.open("tr").open("th", "scope", "row");
        desk.title(m.id()).close();
        html.el(
                "td",
                line.state().word() + (waits ? "" : " since " + Desk.day(line.since())),
                "class",
                line.state().eased() ? "eased" : "stands");
        html.el("td", String.join("; ", m.acts()));
        Standing.Next next = line.next();
        Length ready = m.readyIn();
        String waitsFor = waits && ready != null ? "ready in " + ready.words() : "";
        html.el("td", next == null ? waitsFor : "%s on %s".formatted(next.what(), Desk.day(next.on())))
                .open("td");
        unconfirmed(line, m);
        desk.cited.links(line.because());
        html.close("tr").line();
    }

    /** What is general knowledge decides nothing, but a reader has to know of it. */
    private void unconfirmed(Standing.MeasureLine line, Measure m) {
        boolean guessed = line.because().says().endsWith("to be confirmed") || desk.guessed(m.id(), line.since());
        String later = desk.unconfirmed(m.id(), line.since());
        html.text(guessed ? "To be confirmed. " : "");
        html.text(later.isEmpty() ? "" : "To be confirmed: " + later + ". ");
    }
}
