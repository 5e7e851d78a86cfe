package parley.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import parley.language.CaseText;
import parley.language.Checked;
import parley.language.Mutations;
import parley.roadmap.Case;
import parley.standing.Rehearsal;
import parley.text.Severity;
import parley.text.Source;

/** Plays the scenarios against every text that differs in one threshold, deadline or default. */
final class Mutants {
    private static final int AT_ONCE = 2;

    private Mutants() {}

    /** What came of it: how many changes make sense, and those that no scenario noticed. */
    record Report(int all, List<Mutations.Mutation> unnoticed) {
        Report {
            unnoticed = List.copyOf(unnoticed);
        }

        double percent() {
            return all == 0 ? 100 : 100.0 * (all - unnoticed.size()) / all;
        }
    }

    private record Tried(Mutations.Mutation mutation, boolean makesSense, boolean noticed) {}

    static Report of(List<Source> sources, PrintWriter err) {
        List<Mutations.Mutation> mutations =
                sources.stream().flatMap(s -> Mutations.of(s).stream()).toList();
        List<Tried> tried = new ArrayList<>();
        var progress = new Progress("rehearsing", mutations.size(), err);
        mutations.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, m -> attempt(m, sources)))
                .forEach(t -> {
                    tried.add(t);
                    progress.step();
                });
        progress.end();
        Stream<Tried> sensible = tried.stream().filter(Tried::makesSense);
        List<Mutations.Mutation> unnoticed = tried.stream()
                .filter(t -> t.makesSense() && !t.noticed())
                .map(Tried::mutation)
                .toList();
        return new Report((int) sensible.count(), unnoticed);
    }

    private static Tried attempt(Mutations.Mutation m, List<Source> sources) {
        List<Source> changed = sources.stream()
                .map(s -> s.name().equals(m.changed().name()) ? m.changed() : s)
                .toList();
        Checked checked = CaseText.read(changed);
        Case theCase = checked.theCase();
        boolean errors = checked.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
        if (theCase == null || errors) {
            return new Tried(m, false, false);
        }
        return new Tried(m, true, !Rehearsal.passes(theCase));
    }
}
