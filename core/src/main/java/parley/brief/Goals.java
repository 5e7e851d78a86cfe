package parley.brief;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Phase;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.standing.Standing;
import parley.text.Span;

/** How far each phase is: its concessions, what the record says of them, and the numbers drawn over time. */
final class Goals {
    private final Desk desk;
    private final Html html;

    Goals(Desk desk) {
        this.desk = desk;
        this.html = desk.html;
    }

    /** Says whether a concession belongs to the roadmap and not to the history told beside it. */
    static boolean ofRoadmap(Desk desk, String concession) {
        return desk.named(concession) instanceof Concession c && c.runs() == null;
    }

    void write() {
        desk.section("goals", "Where the goals stand");
        new Stocks(desk).write();
        new Figures(desk).write();
        desk.annexes.forEach(a -> a.write(desk));
        for (Phase p : inOrder()) {
            phase(p);
        }
        html.close("section").line();
    }

    /** Phases of the roadmap first, in the order in which their gates follow each other, then those of the record. */
    private List<Phase> inOrder() {
        return desk.theCase.phases().stream()
                .sorted(Comparator.comparingInt((Phase p) -> history(p) ? 2 : p.runs() == null ? 0 : 1)
                        .thenComparingLong(p -> p.runs() == null
                                ? 0
                                : (history(p) ? -1 : 1) * p.runs().from().toEpochDay())
                        .thenComparing(p -> !p.first())
                        .thenComparing(Phase::at))
                .toList();
    }

    private boolean history(Phase p) {
        return p.runs() != null && p.runs().to().isBefore(desk.theCase.from());
    }

    private void phase(Phase p) {
        Standing.PhaseState state = desk.now.phases().stream()
                .filter(s -> s.phase().equals(p.id()))
                .findFirst()
                .orElseThrow();
        Set<String> names = new LinkedHashSet<>();
        for (Step step : desk.theCase.steps()) {
            if (step.phase().id().equals(p.id())) {
                asked(step, names);
            }
        }
        html.open("h3", "id", "phase-" + p.id()).text(p.heading() + " ");
        html.el("span", state.state(), "class", "state " + state.state()).close();
        html.open("p").text(p.goal().isEmpty() ? "" : p.goal() + ". ");
        Standing.Next next = state.next();
        html.text(next == null ? "" : "%s on %s.".formatted(capital(next.what()), Desk.day(next.on())));
        desk.cited.links(state.because());
        html.close().line();
        if (!names.isEmpty()) {
            concessions(p, names);
        }
    }

    private static String capital(String says) {
        return Character.toUpperCase(says.charAt(0)) + says.substring(1);
    }

    private static void asked(Step step, Set<String> names) {
        for (Step.Branch b : step.branches()) {
            if (b.trigger() instanceof Trigger.When(var condition)) {
                for (Condition leaf : condition.leaves()) {
                    if (leaf instanceof Condition.InState in) {
                        names.add(in.thing().id());
                    }
                }
            }
        }
    }

    private void concessions(Phase p, Set<String> names) {
        desk.table("Concessions of " + p.heading(), "What is asked", "Stands", "What the record says", "Next");
        for (Standing.ConcessionState c : desk.now.concessions()) {
            if (names.contains(c.concession())) {
                concession(c);
            }
        }
        desk.endTable();
    }

    private void concession(Standing.ConcessionState c) {
        html.open("tr").open("th", "scope", "row");
        desk.title(c.concession()).close().open("td");
        html.el("span", state(c), "class", "state");
        html.text(
                c.state() == Concession.State.OPEN || c.state() == Concession.State.CLOSED
                        ? ""
                        : " since " + Desk.day(c.since()));
        html.text(c.disputed() ? ", disputed" : "").close().open("td");
        if (c.settled()) {
            desk.sentence(c.because().says()).text(" ");
        } else {
            html.el("span", truth(c), "class", "truth").text(" ");
            desk.prose(String.join("; ", c.holds().reasons())).text(". ");
        }
        desk.cited.links(
                clauses(c), c.settled() ? c.because().facts() : c.holds().factIds());
        Standing.Next next = c.next();
        html.close()
                .el("td", next == null ? "" : "%s on %s".formatted(next.what(), Desk.day(next.on())))
                .close("tr")
                .line();
    }

    /** What nobody has to sign is met by the record alone. */
    private String state(Standing.ConcessionState c) {
        boolean unsigned = desk.named(c.concession()) instanceof Concession d && d.verifiedBy() == null;
        return c.state() == Concession.State.VERIFIED && unsigned
                ? "met on the record"
                : c.state().word();
    }

    private List<Span> clauses(Standing.ConcessionState c) {
        return desk.named(c.concession()) instanceof Concession d
                        && c.because().clauses().contains(d.at())
                ? List.of(d.met().at())
                : c.because().clauses();
    }

    private static String truth(Standing.ConcessionState c) {
        return switch (c.holds().truth()) {
            case TRUE -> "Holds:";
            case FALSE -> "Does not hold:";
            case UNKNOWN -> "Not known:";
        };
    }
}
