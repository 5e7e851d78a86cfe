package parley.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.text.Edit;
import parley.text.Severity;
import parley.text.Source;
import parley.text.Span;

/**
 * Tries small changes of a text at the clauses behind a refutation, and proves again: the property itself, and every other
 * claim that held before. Nothing is ever changed by itself.
 */
public final class Repairs {
    private final Map<String, Source> sources;
    private final List<Verdict> before;

    /** @param before the verdicts on the text as it is */
    public Repairs(Map<String, Source> sources, List<Verdict> before) {
        this.sources = new TreeMap<>(sources);
        this.before = List.copyOf(before);
    }

    /** Returns what was tried for a refuted verdict: what mends it first. */
    public List<Verdict.Repair> of(Verdict refuted) {
        Case theCase = CaseText.read(List.copyOf(sources.values())).theCase();
        if (theCase == null) {
            return List.of();
        }
        var text = new Clauses(theCase, sources);
        List<Verdict.Repair> tried = new ArrayList<>();
        for (Changes.Change change : Changes.of(text, refuted)) {
            attempt(refuted, change).ifPresent(tried::add);
        }
        tried.sort(Comparator.comparing((Verdict.Repair r) -> r.verdict() != Verdict.Outcome.HOLDS)
                .thenComparingInt(r -> r.breaks().size()));
        return tried;
    }

    /** Returns a text with the edits of a repair. */
    public static Map<String, Source> applied(Map<String, Source> sources, List<Edit> edits) {
        return Clauses.with(sources, edits);
    }

    /** Tries one way after the other until one helps; what cannot be read is passed over. */
    private Optional<Verdict.Repair> attempt(Verdict refuted, Changes.Change change) {
        Verdict.Repair last = null;
        for (List<Edit> edits : change.ways()) {
            Case with = edits.isEmpty() ? null : read(Clauses.with(sources, edits));
            if (with == null) {
                continue;
            }
            Verdict.Outcome outcome = outcome(with, refuted);
            boolean helps = outcome == Verdict.Outcome.HOLDS;
            last = new Verdict.Repair(change.words(), outcome, helps ? breaks(with) : List.of(), edits);
            if (helps) {
                break;
            }
        }
        return Optional.ofNullable(last);
    }

    private static @Nullable Case read(Map<String, Source> texts) {
        Checked checked = CaseText.read(List.copyOf(texts.values()));
        boolean wrong = checked.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
        return wrong ? null : checked.theCase();
    }

    private static Verdict.Outcome outcome(Case with, Verdict refuted) {
        return Proofs.of(with, a -> a.property().equals(refuted.property()), v -> {}).stream()
                .filter(v -> same(v, refuted))
                .findFirst()
                .map(Verdict::outcome)
                .orElse(Verdict.Outcome.OPEN);
    }

    private static boolean same(Verdict a, Verdict b) {
        return a.property().equals(b.property()) && a.parameters().equals(b.parameters());
    }

    /** Names the claims that held before and hold no more. */
    private List<String> breaks(Case with) {
        List<Verdict> after = Proofs.of(with, a -> !a.clause().equals(Span.NOWHERE), v -> {});
        List<String> lost = new ArrayList<>();
        for (Verdict v : before) {
            boolean held = v.claimed() && v.outcome() == Verdict.Outcome.HOLDS;
            boolean holds = after.stream().anyMatch(w -> same(v, w) && w.outcome() == Verdict.Outcome.HOLDS);
            if (held && !holds) {
                lost.add((v.property() + " " + v.parameters()).strip());
            }
        }
        return lost;
    }
}
