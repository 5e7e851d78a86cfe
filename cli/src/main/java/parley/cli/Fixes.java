package parley.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.text.Diagnostic;
import parley.text.Edit;
import parley.text.Source;
import parley.text.Span;

/**
 * The likeliest fix of each diagnostic, carried out on the texts.
 *
 * @param changed the new texts by name, of those that changed
 * @param applied how many fixes were carried out
 * @param left how many diagnostics stay because their fix needs a person or meets an earlier one
 */
public record Fixes(Map<String, String> changed, int applied, int left) {

    /** Carries out the first fix of each diagnostic, whole or not at all, unless it overlaps an earlier one. */
    public static Fixes apply(List<Diagnostic> diagnostics, Map<String, Source> sources, Set<String> untouchable) {
        Map<String, List<Edit>> chosen = new TreeMap<>();
        int applied = 0;
        for (Diagnostic d : diagnostics.stream().sorted().toList()) {
            List<Edit> edits =
                    d.fixes().isEmpty() ? List.of() : d.fixes().getFirst().edits();
            List<Edit> fresh = freshOrNull(edits, chosen, sources, untouchable);
            if (edits.isEmpty() || fresh == null) {
                continue;
            }
            for (Edit edit : fresh) {
                chosen.computeIfAbsent(edit.at().file(), _ -> new ArrayList<>()).add(edit);
            }
            applied++;
        }
        Map<String, String> changed = new TreeMap<>();
        for (Source source : sources.values()) {
            String text = edited(source.text(), chosen.getOrDefault(source.name(), List.of()));
            if (!text.equals(source.text())) {
                changed.put(source.name(), text);
            }
        }
        return new Fixes(changed, applied, diagnostics.size() - applied);
    }

    /** Returns the edits that nobody has asked for yet, or {@code null} if one of them cannot be carried out. */
    private static @Nullable List<Edit> freshOrNull(
            List<Edit> edits, Map<String, List<Edit>> chosen, Map<String, Source> sources, Set<String> untouchable) {
        List<Edit> fresh = new ArrayList<>();
        for (Edit edit : edits) {
            Source source = sources.get(edit.at().file());
            if (source == null
                    || untouchable.contains(source.name())
                    || edit.at().end() > source.text().length()) {
                return null;
            }
            List<Edit> earlier = chosen.getOrDefault(source.name(), List.of());
            if (earlier.contains(edit)) {
                continue;
            }
            if (earlier.stream().anyMatch(e -> overlap(e.at(), edit.at()))
                    || fresh.stream().anyMatch(e -> overlap(e.at(), edit.at()))) {
                return null;
            }
            fresh.add(edit);
        }
        return fresh;
    }

    /** Two insertions at one offset count as overlapping: their order would be an accident. */
    private static boolean overlap(Span a, Span b) {
        if (!a.file().equals(b.file())) {
            return false;
        }
        return a.start() == b.start() || (a.start() < b.end() && b.start() < a.end());
    }

    /** Returns {@code text} with all of {@code edits}, none of which overlaps another. */
    public static String edited(String text, List<Edit> edits) {
        StringBuilder out = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparing(Edit::at).reversed())
                .forEach(edit -> out.replace(edit.at().start(), edit.at().end(), edit.replacement()));
        return out.toString();
    }
}
