package parley.brief;

import java.util.List;
import parley.facts.Truth;
import parley.roadmap.Condition;
import parley.roadmap.Reaction;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.standing.Standing;

/** What could be answered now: concessions that the record shows, with what each partner said it would do. */
final class Answers {
    private final Desk desk;
    private final Html html;

    Answers(Desk desk) {
        this.desk = desk;
        this.html = desk.html;
    }

    void write() {
        desk.section("answers", "What could be answered now");
        List<Standing.ConcessionState> there = desk.now.concessions().stream()
                .filter(c -> Goals.ofRoadmap(desk, c.concession()) && waits(c))
                .toList();
        if (there.isEmpty()) {
            html.el("p", "No concession of the roadmap holds on the record.");
        }
        there.forEach(this::concession);
        close();
        html.close("section").line();
    }

    /** Says whether it is there and not answered: what is verified and owed stands under the duties, or is done. */
    private static boolean waits(Standing.ConcessionState c) {
        return switch (c.state()) {
            case CLOSED, OPEN, CLAIMED -> c.holds().truth() == Truth.TRUE;
            case MET -> true;
            case VERIFIED, BROKEN, EXPIRED -> false;
        };
    }

    private void concession(Standing.ConcessionState c) {
        html.open("h3");
        desk.title(c.concession()).close();
        html.open("p").text("On the record: ");
        desk.prose(String.join("; ", c.holds().reasons())).text(". ");
        html.text("Stands: " + c.state().word() + ".");
        desk.cited.links(List.of(), c.holds().factIds());
        html.close();
        for (Step s : desk.theCase.steps()) {
            for (Step.Branch b : s.branches()) {
                if (b.trigger() instanceof Trigger.When(var condition) && keeps(condition, c.concession())) {
                    reactions(s, b);
                }
            }
        }
    }

    /** Says whether a trigger asks for the concession kept; what answers its breaking is not an answer to it. */
    private static boolean keeps(Condition c, String concession) {
        return switch (c) {
            case Condition.InState in ->
                in.thing().id().equals(concession) && !in.state().equals("broken");
            case Condition.All all -> all.parts().stream().anyMatch(p -> keeps(p, concession));
            case Condition.Any any -> any.parts().stream().anyMatch(p -> keeps(p, concession));
            case Condition.Not _,
                    Condition.By _,
                    Condition.Level _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Absent _,
                    Condition.Occurs _,
                    Condition.Amount _,
                    Condition.Owed _ -> false;
        };
    }

    private void reactions(Step s, Step.Branch b) {
        html.open("p").text("Once verified, the text answers (");
        desk.title(s.id()).text("):").close().open("ul");
        for (Reaction r : b.reactions()) {
            html.open("li").el("q", desk.words(r.at()).replaceAll("\\s+", " "));
            desk.cited.links(List.of(r.at()), List.of());
            html.close().line();
        }
        html.close("ul").line();
    }

    /** What is true but for one part: the shortest way to the next answer. */
    private void close() {
        List<Standing.ConcessionState> unknown = desk.now.concessions().stream()
                .filter(c -> Goals.ofRoadmap(desk, c.concession()) && c.holds().truth() == Truth.UNKNOWN)
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        html.el("h3", "Not known, because the record is silent or old").open("ul");
        for (Standing.ConcessionState c : unknown) {
            html.open("li");
            desk.title(c.concession()).text(": ");
            desk.prose(String.join("; ", c.holds().reasons())).text(".").close().line();
        }
        html.close("ul").line();
    }
}
