package parley.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.language.CaseText;
import parley.language.Checked;
import parley.proof.Proofs;
import parley.proof.Repairs;
import parley.proof.Verdict;
import parley.roadmap.Case;
import parley.roadmap.Catalogue;
import parley.text.Severity;
import parley.text.Source;
import parley.text.Span;

/** What a command asks the prover: all that a text claims and the catalogue, or only what the command line says. */
final class Asking {
    /** The name under which a property asked on the command line is read. */
    private static final String ASKED = "(command line)";

    private final List<String> properties;

    Asking(List<String> properties) {
        this.properties = List.copyOf(properties);
    }

    /** Returns the case with what the command line asks in place of what the text claims. */
    @Nullable
    Case of(Case theCase, Map<String, Source> sources, PrintWriter err) {
        if (properties.isEmpty()) {
            return theCase;
        }
        var text = new StringBuilder();
        for (String property : properties) {
            boolean whole = property.startsWith("prove ") || property.startsWith("ask ");
            text.append(whole ? "" : "prove ").append(property).append('\n');
        }
        Source source = new Source(ASKED, text.toString());
        List<Source> all = new ArrayList<>(sources.values());
        all.add(source);
        Checked checked = CaseText.read(all);
        Case with = checked.theCase();
        boolean wrong = checked.diagnostics().stream()
                .anyMatch(d -> d.severity() == Severity.ERROR
                        && d.where().stream().anyMatch(w -> w.at().file().equals(ASKED)));
        if (with == null || wrong) {
            err.println("parley: `--property` cannot be read: %s".formatted(String.join("; ", properties)));
            checked.diagnostics().stream()
                    .filter(d -> d.where().stream().anyMatch(w -> w.at().file().equals(ASKED)))
                    .forEach(d -> err.println("        " + d.what()));
            err.println("        Write it as after `prove`: `snapback within 45 days despite 1 veto`. The catalogue: "
                    + String.join(", ", Catalogue.names()) + ".");
            return null;
        }
        sources.put(ASKED, source);
        return with;
    }

    List<Verdict> verdicts(Case theCase, PrintWriter err) {
        boolean some = !properties.isEmpty();
        int all = some
                ? properties.size()
                : theCase.claims().size() + Catalogue.names().size();
        var progress = new Progress("proving", all, err);
        Predicate<Proofs.Asked> wanted = some ? a -> a.clause().file().equals(ASKED) : a -> true;
        List<Verdict> verdicts = Proofs.of(theCase, wanted, v -> progress.step());
        progress.end();
        return verdicts;
    }

    /** Returns the verdicts on what the text claims and asks of itself. */
    List<Verdict> claimed(Case theCase, PrintWriter err) {
        var progress = new Progress("proving", theCase.claims().size(), err);
        List<Verdict> verdicts = Proofs.of(theCase, a -> !a.clause().equals(Span.NOWHERE), v -> progress.step());
        progress.end();
        return verdicts;
    }

    /** Returns the verdicts with the changes of the text that were tried for each refuted claim. */
    static List<Verdict> mended(List<Verdict> verdicts, Map<String, Source> sources, PrintWriter err) {
        var repairs = new Repairs(sources, verdicts);
        var progress = new Progress("trying repairs", verdicts.size(), err);
        List<Verdict> mended = new ArrayList<>();
        for (Verdict v : verdicts) {
            boolean tries = v.claimed() && v.outcome() == Verdict.Outcome.REFUTED;
            mended.add(tries ? v.with(repairs.of(v)) : v);
            progress.step();
        }
        progress.end();
        return mended;
    }
}
