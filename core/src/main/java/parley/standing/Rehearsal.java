package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.facts.Truth;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Ref;
import parley.roadmap.Scenario;
import parley.text.Span;

/** Plays the scenarios of a case and holds what comes of them against what they expect. */
public final class Rehearsal {
    private final Case theCase;
    private final Map<String, Declaration> names;
    private final Set<Span> fired = new HashSet<>();

    private Rehearsal(Case theCase) {
        this.theCase = theCase;
        this.names = theCase.byName();
    }

    /** What one scenario gave: {@code failures} is empty if everything came as expected. */
    public record Outcome(Scenario scenario, int expectations, List<Failure> failures) {
        public Outcome {
            failures = List.copyOf(failures);
        }
    }

    /** An expectation that did not come true: what was found instead. */
    public record Failure(Span at, String found) {}

    /** A branch of a step that no scenario lets fire. */
    public record Unrehearsed(String step, Span at) {}

    /** What all scenarios gave, in the order of their titles, and the branches none of them lets fire. */
    public record Report(List<Outcome> outcomes, List<Unrehearsed> unrehearsed) {
        public Report {
            outcomes = List.copyOf(outcomes);
            unrehearsed = List.copyOf(unrehearsed);
        }

        public boolean passes() {
            return outcomes.stream().allMatch(o -> o.failures().isEmpty());
        }
    }

    /** Plays all scenarios of a case. */
    public static Report of(Case theCase) {
        var rehearsal = new Rehearsal(theCase);
        List<Outcome> outcomes = theCase.scenarios().stream()
                .map(rehearsal::play)
                .sorted(java.util.Comparator.comparing(o -> o.scenario().title()))
                .toList();
        return new Report(outcomes, rehearsal.unrehearsed());
    }

    /** Says whether every scenario comes true; it stops at the first that does not. */
    public static boolean passes(Case theCase) {
        var rehearsal = new Rehearsal(theCase);
        return theCase.scenarios().stream()
                .allMatch(s -> rehearsal.play(s).failures().isEmpty());
    }

    private List<Unrehearsed> unrehearsed() {
        return theCase.steps().stream()
                .flatMap(s -> s.branches().stream().map(b -> new Unrehearsed(s.id(), b.at())))
                .filter(u -> !fired.contains(u.at()))
                .toList();
    }

    private void cover(Run run) {
        for (StepTrack s : run.steps()) {
            for (int i = 0; i < s.step.branches().size(); i++) {
                if (s.everFired(i)) {
                    fired.add(s.step.branches().get(i).at());
                }
            }
        }
    }

    private Outcome play(Scenario scenario) {
        LocalDate first = StoryRows.beginning(theCase, scenario.lines());
        var soFar = new StoryRows(theCase, names, first);
        var whole = new StoryRows(theCase, names, first);
        scenario.lines().stream()
                .filter(l -> !(l instanceof Scenario.Line.Expect))
                .forEach(whole::tell);
        var told = new Run(theCase, whole.story(), LocalDate.MAX, first);
        List<Failure> failures = new ArrayList<>();
        int expectations = 0;
        for (int i = 0; i < scenario.lines().size(); i++) {
            if (scenario.lines().get(i) instanceof Scenario.Line.Expect expect) {
                expectations++;
                LocalDate on = expect.on();
                LocalDate day = on != null && on.isAfter(soFar.day()) ? on : soFar.day();
                boolean alike = !told.played(day.plusDays(1)) && nothingLaterBy(scenario.lines(), i, day);
                check(expect, day, alike ? told : new Run(theCase, soFar.story(), day, first), failures);
            } else {
                soFar.tell(scenario.lines().get(i));
            }
        }
        return new Outcome(scenario, expectations, failures);
    }

    /** Says whether the whole story and the story so far are alike up to a day: nothing told later happens by then. */
    private static boolean nothingLaterBy(List<Scenario.Line> lines, int from, LocalDate day) {
        return lines.subList(from, lines.size()).stream()
                .filter(l -> !(l instanceof Scenario.Line.Expect))
                .map(StoryRows::begins)
                .noneMatch(d -> d == null || !d.isAfter(day));
    }

    private void check(Scenario.Line.Expect expect, LocalDate day, Run run, List<Failure> failures) {
        run.play(day);
        cover(run);
        String found = wrong(expect.what(), run);
        if (!found.isEmpty()) {
            failures.add(new Failure(expect.at(), "on %s: %s".formatted(day, found)));
        }
    }

    /** Says what was found instead, or nothing if all is as expected. */
    private static String wrong(Scenario.Expectation what, Run run) {
        return switch (what) {
            case Scenario.Expectation.InState e -> {
                LocalDate start = run.states().startOf(e.thing().id(), e.state());
                boolean as =
                        e.negated() ? start == null : start != null && (e.since() == null || start.equals(e.since()));
                yield as ? "" : state(e, start, run);
            }
            case Scenario.Expectation.Owes e -> owes(e, run);
            case Scenario.Expectation.OwesNothing e -> {
                Ref partner = e.partner();
                List<String> open = run.duties().all().stream()
                        .filter(DutyTrack::open)
                        .filter(d -> partner == null || d.partner.equals(partner.id()))
                        .map(Rehearsal::words)
                        .toList();
                yield String.join("; ", open);
            }
            case Scenario.Expectation.Says e -> {
                List<String> said = run.findings().stream()
                        .filter(f -> f.kind().word().equals(e.kind()))
                        .map(Standing.Finding::says)
                        .toList();
                boolean there = said.stream().anyMatch(s -> s.contains(e.words()));
                yield there != e.negated()
                        ? ""
                        : said.isEmpty()
                                ? "no %s".formatted(e.kind())
                                : "%s: %s".formatted(e.kind(), String.join("; ", said));
            }
            case Scenario.Expectation.Decision e -> {
                String now = run.decisions().shown().stream()
                        .filter(d -> d.partner().equals(e.partner().id())
                                && d.thing().equals(e.measure().id())
                                && d.what().equals(e.verb().noun()))
                        .map(d -> d.state().word())
                        .findFirst()
                        .orElse("nothing to decide");
                yield now.equals(e.state()) ? "" : "it is: " + now;
            }
            case Scenario.Expectation.Unknown e -> {
                ConcessionTrack c = run.concession(e.concession().id());
                yield c != null && c.holds.truth() == Truth.UNKNOWN
                        ? ""
                        : "it is known: " + (c == null ? "" : String.join("; ", c.holds.reasons()));
            }
        };
    }

    private static String state(Scenario.Expectation.InState e, @Nullable LocalDate start, Run run) {
        if (start != null) {
            return "%s is %s since %s".formatted(e.thing().id(), e.state(), start);
        }
        ConcessionTrack c = run.concession(e.thing().id());
        if (c != null) {
            Standing.ConcessionState shown = c.shown();
            return "%s is %s since %s: %s"
                    .formatted(
                            e.thing().id(), shown.state().word(), shown.since(), String.join("; ", c.holds.reasons()));
        }
        Standing now = run.standing();
        return java.util.stream.Stream.concat(
                        now.measures().stream()
                                .filter(m -> m.measure().equals(e.thing().id()))
                                .map(m -> "%s is %s since %s"
                                        .formatted(m.measure(), m.state().word(), m.since())),
                        now.phases().stream()
                                .filter(p -> p.phase().equals(e.thing().id()))
                                .map(p -> "%s is %s since %s".formatted(p.phase(), p.state(), p.since())))
                .findFirst()
                .orElse("nothing of the kind");
    }

    private static String owes(Scenario.Expectation.Owes e, Run run) {
        Ref thing = e.thing();
        List<DutyTrack> owed = run.duties().all().stream()
                .filter(d -> d.open() && d.partner.equals(e.partner().id()))
                .toList();
        boolean there = owed.stream()
                .anyMatch(d -> d.what.equals(e.noun())
                        && (thing == null || d.thing.equals(thing.id()))
                        && (e.by() == null || d.due.equals(e.by())));
        if (there != e.negated()) {
            return "";
        }
        return owed.isEmpty()
                ? "%s owes nothing".formatted(e.partner().id())
                : String.join("; ", owed.stream().map(Rehearsal::words).toList());
    }

    private static String words(DutyTrack d) {
        return "%s owes %s of %s by %s".formatted(d.partner, d.what, d.thing, d.due);
    }
}
