package parley.app.roadmap;

import java.util.List;
import parley.app.web.Svg;
import parley.app.web.Visit;
import parley.language.Mentions;
import parley.language.Words;
import parley.roadmap.Concession;
import parley.roadmap.Phase;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.standing.Standing;

/** The roadmap in one look: a column for each phase, a box for each step, a light for what it waits for and what it owes. */
final class RoadmapPicture {
    private static final int COLUMN = 300;
    private static final int GAP = 46;
    private static final int HEAD = 96;
    private static final int BOX = 74;
    private static final int SPACE = 10;
    private static final int PAD = 10;
    private static final double LETTER = 13;

    private final Visit visit;
    private final Standing standing;
    private final List<Phase> phases;
    private final Svg svg;

    private RoadmapPicture(Visit visit) {
        this.visit = visit;
        this.standing = visit.standing();
        this.phases = Moved.by(visit.theCase()).phases();
        int most = phases.stream().mapToInt(p -> steps(p).size()).max().orElse(0);
        int width = phases.size() * COLUMN + (phases.size() - 1) * GAP;
        int height = HEAD + most * (BOX + SPACE) + PAD;
        this.svg = new Svg(Math.max(width, COLUMN), height, "The roadmap: phases from left to right, steps in each");
    }

    static String of(Visit visit) {
        return new RoadmapPicture(visit).draw();
    }

    private List<Step> steps(Phase phase) {
        return visit.theCase().steps().stream()
                .filter(s -> s.phase() != null && s.phase().id().equals(phase.id()))
                .sorted((a, b) -> a.at().compareTo(b.at()))
                .toList();
    }

    private String draw() {
        for (int i = 0; i < phases.size(); i++) {
            column(phases.get(i), i * (COLUMN + GAP));
            if (i > 0) {
                arrow(i * (COLUMN + GAP) - GAP);
            }
        }
        return svg.whole();
    }

    private void column(Phase phase, int x) {
        String state = standing.phases().stream()
                .filter(p -> p.phase().equals(phase.id()))
                .map(Standing.PhaseState::state)
                .findFirst()
                .orElse("closed");
        List<Step> steps = steps(phase);
        int height = HEAD + steps.size() * (BOX + SPACE);
        svg.open("g", "class", state);
        svg.empty(
                "rect",
                "class",
                "phase",
                "x",
                Svg.number(x),
                "y",
                "0",
                "width",
                Svg.number(COLUMN),
                "height",
                Svg.number(height),
                "rx",
                "6");
        svg.open("a", "href", visit.path("about/" + phase.id()));
        light(x + PAD + 5, 20, Lights.ofPhase(state));
        int y = 25;
        for (String line : Svg.wrapped(phase.heading(), COLUMN - 4 * PAD, 15, 2)) {
            svg.text(x + 2 * PAD + 6, y, "name", line);
            y += 18;
        }
        svg.close();
        String opens = phase.first() || phase.opens() == null
                ? state
                : state + (state.equals("closed") ? ", opens when " + Words.of(phase.opens()) : "");
        for (String line : Svg.wrapped(opens, COLUMN - 4 * PAD, 12, 2)) {
            svg.text(x + 2 * PAD + 6, y, "sub", line);
            y += 15;
        }
        y = HEAD;
        for (Step step : steps) {
            box(step, x + PAD, y);
            y += BOX + SPACE;
        }
        svg.close();
    }

    private void box(Step step, int x, int y) {
        int width = COLUMN - 2 * PAD;
        svg.open("a", "href", visit.path("about/" + step.id()));
        svg.empty(
                "rect",
                "class",
                "box",
                "x",
                Svg.number(x),
                "y",
                Svg.number(y),
                "width",
                Svg.number(width),
                "height",
                Svg.number(BOX),
                "rx",
                "5");
        int lineY = y + 19;
        for (String line : Svg.wrapped(step.heading(), width - 20, LETTER, 2)) {
            svg.text(x + PAD, lineY, "name", line);
            lineY += 16;
        }
        int lightX = x + PAD + 5;
        for (Standing.ConcessionState c : concessions(step)) {
            light(lightX, y + BOX - 14, Lights.of(c.state()));
            lightX += 15;
        }
        svg.text(lightX + 2, y + BOX - 10, "sub", says(step));
        svg.close();
    }

    private List<Standing.ConcessionState> concessions(Step step) {
        List<String> names = step.branches().stream()
                .flatMap(b -> Mentions.of(b.trigger()).stream())
                .map(Ref::id)
                .distinct()
                .toList();
        return standing.concessions().stream()
                .filter(c -> names.contains(c.concession()))
                .toList();
    }

    /** What stands out most: something late, something due, else what the other side has done. */
    private String says(Step step) {
        long late = duties(step, Standing.DutyState.LATE);
        long due = duties(step, Standing.DutyState.DUE);
        if (late > 0) {
            return late + " overdue" + (due > 0 ? ", " + due + " due" : "");
        }
        if (due > 0) {
            return due + " due";
        }
        List<Standing.ConcessionState> states = concessions(step);
        return states.size() == 1
                ? states.getFirst().state().word()
                : states.stream()
                        .filter(c -> c.state() != Concession.State.OPEN && c.state() != Concession.State.CLOSED)
                        .map(c -> c.state().word())
                        .findFirst()
                        .orElse(
                                states.isEmpty()
                                        ? ""
                                        : states.getFirst().state().word());
    }

    private long duties(Step step, Standing.DutyState state) {
        return standing.duties().stream()
                .filter(d -> d.step().equals(step.id()) && d.state() == state)
                .count();
    }

    private void light(int x, int y, String colour) {
        svg.empty("circle", "class", colour, "cx", Svg.number(x), "cy", Svg.number(y), "r", "5");
    }

    private void arrow(int x) {
        svg.empty("path", "class", "arrow", "d", "M%d 20H%dm-7 -5l7 5l-7 5".formatted(x + 8, x + GAP - 8));
    }
}
