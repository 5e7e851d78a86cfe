package parley.cli.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import parley.language.ClaimScope;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.standing.Rehearsal;
import parley.text.Source;
import parley.text.Span;

/** Above a scenario what came of playing it, above a claim what it is about. */
final class Lenses {
    private static final int MOST_CHARS = 120;

    private Lenses() {}

    static List<CodeLens> of(Ask ask) {
        Source source = ask.source();
        List<CodeLens> lenses = new ArrayList<>();
        Case theCase = ask.study().theCase();
        if (theCase == null) {
            return lenses;
        }
        for (Claim claim : theCase.claims()) {
            boolean proved = claim instanceof Claim.Named || claim instanceof Claim.Formula;
            if (proved && claim.at().file().equals(source.name())) {
                lenses.add(lens(source, claim.at(), about(ClaimScope.of(claim, theCase))));
            }
        }
        boolean tells = theCase.scenarios().stream().anyMatch(s -> s.at().file().equals(source.name()));
        if (tells) {
            scenarios(ask, theCase, lenses);
        }
        return lenses;
    }

    private static String about(ClaimScope scope) {
        if (scope.names().isEmpty()) {
            return "about the whole roadmap: %s, %s"
                    .formatted(counted(scope.allSteps(), "step"), counted(scope.allMeasures(), "measure"));
        }
        String names = String.join(", ", scope.names());
        return "about %s, which %d of %s".formatted(names, scope.steps(), counted(scope.allSteps(), "step"))
                + (scope.steps() == 1 ? " names" : " name");
    }

    private static void scenarios(Ask ask, Case theCase, List<CodeLens> lenses) {
        Source source = ask.source();
        Rehearsal.Report report = ask.study().rehearsed();
        if (report == null) {
            theCase.scenarios().stream()
                    .filter(s -> s.at().file().equals(source.name()))
                    .forEach(s -> lenses.add(lens(source, s.at(), "not played: the text has errors")));
            return;
        }
        for (Rehearsal.Outcome o : report.outcomes()) {
            if (o.scenario().at().file().equals(source.name())) {
                lenses.add(lens(source, o.scenario().at(), verdict(o)));
                o.failures().forEach(f -> lenses.add(lens(source, f.at(), "found " + shortened(f.found()))));
            }
        }
    }

    private static String verdict(Rehearsal.Outcome o) {
        String expectations = counted(o.expectations(), "expectation");
        return o.failures().isEmpty()
                ? "passes: " + expectations
                : "FAILS: %d of %s".formatted(o.failures().size(), expectations);
    }

    private static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private static String shortened(String words) {
        return words.length() <= MOST_CHARS ? words : words.substring(0, MOST_CHARS - 1) + "…";
    }

    /** A lens without a command is text above a line. */
    private static CodeLens lens(Source source, Span at, String title) {
        return new CodeLens(Places.range(source, at), new Command(title, ""), null);
    }
}
