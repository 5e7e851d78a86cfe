package parley.brief;

import java.util.List;
import parley.proof.Story;
import parley.proof.Verdict;

/** What the text guarantees and what it does not: the claims of the text with their verdicts, and one story for what fails. */
final class Proved {
    private final Desk desk;
    private final Html html;
    private final List<Verdict> verdicts;

    Proved(Desk desk, List<Verdict> verdicts) {
        this.desk = desk;
        this.html = desk.html;
        this.verdicts = verdicts;
    }

    void write() {
        desk.section("proved", "What the text guarantees");
        html.el(
                "p",
                "Proved of the text, not of the world: with every delay, veto, signature and deed of the other side against it, to %s, on a grid of %d days."
                        .formatted(Desk.day(desk.theCase.to()), desk.theCase.gridDays()));
        if (verdicts.isEmpty()) {
            html.el(
                            "p",
                            desk.theCase.claims().isEmpty()
                                    ? "The text claims nothing."
                                    : "What it claims has not been proved yet.")
                    .close("section")
                    .line();
            return;
        }
        desk.table("What the text claims and asks of itself", "Claim", "Verdict", "Because");
        for (Verdict v : verdicts) {
            html.open("tr").el("td", name(v)).el("td", v.outcome().word()).el("td", v.says());
            html.close("tr").line();
        }
        desk.endTable();
        verdicts.stream()
                .filter(v -> v.outcome() == Verdict.Outcome.REFUTED
                        && !v.ground().stories().isEmpty())
                .forEach(v -> story(name(v), v.ground().stories().getFirst()));
        html.close("section").line();
    }

    private static String name(Verdict v) {
        boolean sentence = v.property().equals("formula") || v.property().equals("ask");
        String words = sentence ? v.parameters() : v.property() + " " + v.parameters();
        return words.replaceFirst("^prove ", "").strip();
    }

    private void story(String name, Story story) {
        desk.table("How `%s` fails".formatted(name), "Day", "What happens");
        for (Story.Line line : story.lines()) {
            html.open("tr").el("td", Desk.day(line.on()), "class", "day").el("td", line.says());
            html.close("tr").line();
        }
        desk.endTable();
    }
}
