package parley.brief;

import java.util.Comparator;
import java.util.List;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;
import parley.roadmap.Stakeholder;
import parley.standing.Standing;
import parley.standing.Standing.Kind;

/** Whether partners act together: divergence, relief that helps nobody, and how fast each answered. */
final class Partners {
    private final Desk desk;
    private final Html html;

    Partners(Desk desk) {
        this.desk = desk;
        this.html = desk.html;
    }

    /** Returns the measures in force that make the relief of this one void. */
    static List<String> against(Desk desk, Standing.MeasureLine line) {
        if (!line.state().eased() || !(desk.named(line.measure()) instanceof Measure m)) {
            return List.of();
        }
        return m.voidWhile().stream()
                .map(parley.roadmap.Ref::id)
                .filter(other -> desk.now.measures().stream()
                        .anyMatch(o -> o.measure().equals(other) && o.state() == MeasureState.IMPOSED))
                .toList();
    }

    void write() {
        desk.section("partners", "Together or apart");
        findings(Kind.DIVERGENCE, "No divergence: nobody eased what others answered with pressure.");
        findings(Kind.WARNING, "");
        replies();
        positions();
        html.close("section").line();
    }

    private void positions() {
        html.open("ul");
        for (Partner p : desk.theCase.partners()) {
            position(p.heading(), p.positions());
        }
        for (Stakeholder s : desk.theCase.all(Stakeholder.class)) {
            position(s.heading(), s.positions());
        }
        html.close().line();
    }

    private void position(String who, List<Partner.Position> positions) {
        positions.stream()
                .filter(p -> !p.from().isAfter(desk.now.asOf()))
                .max(Comparator.comparing(Partner.Position::from))
                .ifPresent(p -> {
                    html.open("li").text("%s, since %s: %s.".formatted(who, Desk.day(p.from()), p.says()));
                    desk.cited.links(List.of(p.at()), List.of());
                    html.close().line();
                });
    }

    private void findings(Kind kind, String none) {
        List<Standing.Finding> found =
                desk.now.findings().stream().filter(f -> f.kind() == kind).toList();
        if (found.isEmpty()) {
            html.el("p", none);
            return;
        }
        html.open("ul");
        for (Standing.Finding f : found) {
            html.open("li");
            desk.sentence(f.says()).text(" ");
            desk.cited.links(f.because());
            html.close().line();
        }
        html.close("ul").line();
    }

    private void replies() {
        List<Standing.Reply> replies = desk.now.replies().stream()
                .sorted(Comparator.comparing(Standing.Reply::on).reversed())
                .toList();
        if (replies.isEmpty()) {
            return;
        }
        int longest = replies.stream().mapToInt(Standing.Reply::days).max().orElse(1);
        html.el("h3", "How many days from deed to answer");
        desk.table("Answers of partners, newest first", "Day", "Who did what", "In answer to", "After", "Record");
        for (Standing.Reply r : replies) {
            html.open("tr").el("td", Desk.day(r.on()), "class", "day").open("td");
            html.text("%s %s ".formatted(r.eases() ? "△" : "▼", desk.heading(r.partner())));
            desk.did(r.act(), r.measure()).close().open("td");
            occasion(r);
            html.close().open("td", "class", "bar");
            bar(r.days(), longest);
            html.text(Desk.count(r.days(), "day", "days")).close().open("td");
            desk.cited.links(List.of(), r.fact().isEmpty() ? List.of() : List.of(r.fact()));
            html.close("tr").line();
        }
        desk.endTable();
        html.el("p", "△ eased, ▼ tightened.", "class", "note");
    }

    private void occasion(Standing.Reply r) {
        switch (r.occasion()) {
            case CLAIMED -> html.text("the claim of ");
            case MET -> html.text("the deed: ");
            case BROKEN -> html.text("the breach of ");
            case SILENCE -> html.text("silence about ");
            case MOVE -> html.text("a move that was not yet ");
        }
        desk.title(r.concession()).text(", " + Desk.day(r.deed()));
    }

    private void bar(int days, int longest) {
        String width = String.valueOf(Math.max(1, Math.round(120.0 * days / Math.max(1, longest))));
        html.open("svg", "width", width, "height", "10", "aria-hidden", "true")
                .empty("rect", "width", width, "height", "10", "class", "ink")
                .close()
                .text(" ");
    }
}
