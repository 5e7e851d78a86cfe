package parley.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.text.Severity;
import parley.text.Source;
import parley.text.Span;

/**
 * Tries small changes of a text at the clauses behind a refutation, and proves again: the property itself, and every other
 * claim that held before. Nothing is ever changed by itself.
 */
public final class Repairs {
    private static final Pattern LASTS =
            Pattern.compile("(for \\d+ (?:days?|weeks?|months?|years?), then it \\w+|until revoked)");
    private static final Pattern WITHIN = Pattern.compile("within \\d+ (?:days?|weeks?|months?)");
    private static final Pattern NEEDS = Pattern.compile("may need (\\d+)|may take (\\d+) days");
    private static final Pattern LIFTS = Pattern.compile("\\b(lifts?|licenses?)\\b([^,\\n]*)(.*)");

    private final Map<String, Source> sources;
    private final List<Verdict> before;

    /** @param before the verdicts on the text as it is */
    public Repairs(Map<String, Source> sources, List<Verdict> before) {
        this.sources = new TreeMap<>(sources);
        this.before = List.copyOf(before);
    }

    /** One way to change a clause; {@code null} if it does not apply. */
    private interface Change {
        @Nullable
        String of(String clause, Verdict.Cause cause);
    }

    /** Returns what was tried for a refuted verdict: what mends it first. */
    public List<Verdict.Repair> of(Verdict refuted) {
        List<Verdict.Repair> tried = new ArrayList<>();
        changes().forEach((words, change) -> attempt(refuted, words, change).ifPresent(tried::add));
        tried.sort(Comparator.comparing((Verdict.Repair r) -> r.verdict() != Verdict.Outcome.HOLDS)
                .thenComparingInt(r -> r.breaks().size()));
        return tried;
    }

    private static Map<String, Change> changes() {
        Map<String, Change> all = new LinkedHashMap<>();
        all.put("let each deadline be as long as the slowest decision", (text, cause) -> {
            Matcher needs = NEEDS.matcher(cause.says());
            Matcher within = WITHIN.matcher(text);
            return needs.find() && within.find()
                    ? within.replaceFirst(
                            "within %s days".formatted(needs.group(1) == null ? needs.group(2) : needs.group(1)))
                    : null;
        });
        all.put(
                "prepare the act: `by a prepared act`",
                (text, cause) -> text.contains("prepared act") || !text.contains(", within")
                        ? null
                        : text.replaceFirst(", within", " by a prepared act, within"));
        all.put("suspend for 6 months instead of lifting or licensing", (text, cause) -> {
            Matcher lifts = LIFTS.matcher(text);
            return lifts.find()
                    ? lifts.replaceFirst((lifts.group(1).endsWith("s") ? "suspends" : "suspend") + "$2"
                            + Matcher.quoteReplacement(
                                    LASTS.matcher(lifts.group(3)).find()
                                            ? LASTS.matcher(lifts.group(3))
                                                    .replaceFirst("for 6 months, then it returns")
                                            : lifts.group(3) + ", for 6 months, then it returns"))
                    : null;
        });
        all.put("let relief end by itself: `for 1 month, then it returns`", (text, cause) -> {
            Matcher lasts = LASTS.matcher(text);
            return lasts.find() ? lasts.replaceFirst("for 1 month, then it returns") : null;
        });
        all.put(
                "write `once` at the concession",
                (text, cause) -> cause.says().contains("can be met again") ? text + " ONCE" : null);
        all.put("keep one less in reserve", (text, cause) -> {
            Matcher keep = Pattern.compile("keep at least (\\d+)").matcher(text);
            return keep.find() ? keep.replaceFirst("keep at least " + (Integer.parseInt(keep.group(1)) - 1)) : null;
        });
        all.put("take the hold out", (text, cause) -> text.contains("hold ") && text.contains(" until ") ? "" : null);
        return all;
    }

    private Optional<Verdict.Repair> attempt(Verdict refuted, String words, Change change) {
        Map<String, Source> changed = changed(refuted, change);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Source> text = new TreeMap<>(sources);
        text.putAll(changed);
        Checked checked = CaseText.read(List.copyOf(text.values()));
        Case with = checked.theCase();
        if (with == null || checked.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR)) {
            return Optional.empty();
        }
        List<Verdict> again = Proofs.of(with, a -> a.property().equals(refuted.property()), v -> {});
        Verdict.Outcome outcome = again.stream()
                .filter(v -> same(v, refuted))
                .findFirst()
                .map(Verdict::outcome)
                .orElse(Verdict.Outcome.OPEN);
        List<String> breaks = outcome == Verdict.Outcome.HOLDS ? breaks(with) : List.of();
        return Optional.of(new Verdict.Repair(words, outcome, breaks));
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

    /** Applies one kind of change to every clause behind the refutation, from the end of each file to its beginning. */
    private Map<String, Source> changed(Verdict refuted, Change change) {
        Map<String, Source> changed = new TreeMap<>();
        List<Verdict.Cause> causes = refuted.causes().stream()
                .filter(c -> sources.containsKey(c.at().file()))
                .sorted(Comparator.comparingInt((Verdict.Cause c) -> c.at().start())
                        .reversed())
                .toList();
        Span last = Span.NOWHERE;
        for (Verdict.Cause cause : causes) {
            Span at = cause.at();
            Source source = changed.getOrDefault(at.file(), sources.get(at.file()));
            if (source == null || at.equals(last)) {
                continue;
            }
            String clause = source.text().substring(at.start(), at.end());
            String becomes = change.of(clause, cause);
            if (becomes != null) {
                changed.put(at.file(), new Source(at.file(), replaced(source.text(), at, becomes)));
                last = at;
            }
        }
        return changed;
    }

    private static String replaced(String text, Span at, String becomes) {
        if (becomes.endsWith(" ONCE")) {
            int line = text.indexOf('\n', at.end());
            int end = line < 0 ? text.length() : line;
            return text.substring(0, end) + "\n  once" + text.substring(end);
        }
        return text.substring(0, at.start()) + becomes + text.substring(at.end());
    }
}
