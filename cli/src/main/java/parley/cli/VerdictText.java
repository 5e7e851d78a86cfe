package parley.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.proof.Ground;
import parley.proof.Proofs;
import parley.proof.Story;
import parley.proof.Verdict;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Case;
import parley.text.DiagnosticText;
import parley.text.Source;
import parley.text.Span;

/** Verdicts for people: one line each, and for what fails the story, the clauses and what would mend it. */
final class VerdictText {
    private static final int STORIES_AT_FIRST = 1;
    private static final int CAUSES_AT_FIRST = 6;
    private static final int MENDS_AT_FIRST = 4;

    private final Case theCase;
    private final Map<String, Source> sources;
    private final boolean whole;
    private final StringBuilder out = new StringBuilder();

    /** @param whole whether everything found is told, not only the first of each */
    VerdictText(Case theCase, Map<String, Source> sources, boolean whole) {
        this.theCase = theCase;
        this.sources = sources;
        this.whole = whole;
    }

    String of(List<Verdict> verdicts) {
        out.append("%s, as written, with every delay, veto and signature against it; grid %d days, to %s%n%n"
                .formatted(theCase.title(), theCase.gridDays(), theCase.to()));
        List<Verdict> claimed = verdicts.stream().filter(Verdict::claimed).toList();
        claimed.forEach(v -> tell(v, true));
        List<Verdict> usual = verdicts.stream().filter(v -> !v.claimed()).toList();
        if (!usual.isEmpty()) {
            out.append("%nAsked by default; the text does not claim it%n%n".formatted());
            usual.forEach(v -> tell(v, false));
        }
        long failing = claimed.stream()
                .filter(v -> v.outcome() == Outcome.REFUTED || v.outcome() == Outcome.OPEN)
                .count();
        out.append(
                "%n%d claimed or asked, %d of them refuted or open; %d asked by default, %d of them refuted or open%n"
                        .formatted(
                                claimed.size(),
                                failing,
                                usual.size(),
                                usual.stream()
                                        .filter(v -> v.outcome() == Outcome.REFUTED || v.outcome() == Outcome.OPEN)
                                        .count()));
        if (usual.stream().anyMatch(v -> v.outcome() == Outcome.REFUTED)) {
            out.append(
                    "`--property NAME` tells the story behind one of them, with the clauses and what would mend it.%n"
                            .formatted());
        }
        return out.toString();
    }

    private void tell(Verdict v, boolean inFull) {
        String name = name(v);
        String where = v.claimed() ? place(v.clause()) : "";
        out.append("%-14s  %s  %s%n".formatted(v.outcome().word(), name, where.isEmpty() ? "" : "· " + where));
        line(v.says() + basis(v.ground()));
        if (v.ground().vacuous() != null) {
            line("vacuous: " + v.ground().vacuous());
        }
        line(readings(v));
        if (inFull) {
            details(v);
        }
    }

    static String name(Verdict v) {
        boolean sentence = v.property().equals("formula") || v.property().equals("ask");
        return sentence ? v.parameters() : (v.property() + " " + v.parameters()).strip();
    }

    private void line(String says) {
        if (!says.isEmpty()) {
            out.append("                %s%n".formatted(DiagnosticText.shown(says)));
        }
    }

    private static String basis(Ground g) {
        return g.states() == 0 ? "" : String.format(Locale.ROOT, " (%,d states)", g.states());
    }

    private static String readings(Verdict v) {
        String free = Proofs.ifWeMayRefuse(v);
        return free.isEmpty() ? "" : "if partners may refuse: " + free;
    }

    private void details(Verdict v) {
        int told = whole
                ? v.ground().stories().size()
                : Math.min(STORIES_AT_FIRST, v.ground().stories().size());
        for (Story story : v.ground().stories().subList(0, told)) {
            out.append(String.format("%n"));
            story.lines().forEach(this::storyLine);
            forced(story.core());
        }
        if (told > 0) {
            out.append(String.format("%n"));
        }
        list("because", v.causes().stream().map(this::cause).toList(), CAUSES_AT_FIRST);
        list("mend", v.mends(), MENDS_AT_FIRST);
        v.repairs()
                .forEach(r -> out.append("    tried       %s → %s%n"
                        .formatted(r.edit(), r.verdict().word() + r.breaksWords())));
        out.append(String.format("%n"));
    }

    private String cause(Verdict.Cause c) {
        String at = place(c.at());
        return c.says() + (at.isEmpty() ? "" : "  [" + at + "]");
    }

    /** The clauses that are enough; what nobody looked for is not told. */
    private void forced(Story.Core core) {
        if (!core.clauses().isEmpty()) {
            String word = core.minimal() ? "none can be spared" : "perhaps fewer are enough";
            out.append("    these lines are enough (%s): %s%n"
                    .formatted(
                            word,
                            String.join(
                                    ", ",
                                    core.clauses().stream()
                                            .map(this::place)
                                            .filter(p -> !p.isEmpty())
                                            .distinct()
                                            .toList())));
        }
    }

    private void storyLine(Story.Line line) {
        String at = place(line.clause());
        out.append("    %s  %s%s%n".formatted(line.on(), line.says(), at.isEmpty() ? "" : "  [" + at + "]"));
    }

    private void list(String word, List<String> lines, int atFirst) {
        int shown = whole ? lines.size() : Math.min(atFirst, lines.size());
        for (int i = 0; i < shown; i++) {
            out.append("    %-10s  %s%n".formatted(i == 0 ? word : "", lines.get(i)));
        }
        if (shown < lines.size()) {
            out.append("                and %d more%n".formatted(lines.size() - shown));
        }
    }

    private String place(Span at) {
        return place(at, sources);
    }

    static String place(Span at, Map<String, Source> sources) {
        Source source = sources.get(at.file());
        return at.equals(Span.NOWHERE)
                ? ""
                : source == null ? at.file() : "%s:%d".formatted(at.file(), source.line(at.start()));
    }
}
