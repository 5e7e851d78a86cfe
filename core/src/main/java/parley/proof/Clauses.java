package parley.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Reaction;
import parley.roadmap.Step;
import parley.text.Edit;
import parley.text.Source;
import parley.text.Span;

/** A text as lines that can be changed: where a clause stands, what stands around it, and what edits make of it. */
final class Clauses {
    private final Case theCase;
    private final Map<String, Source> sources;

    Clauses(Case theCase, Map<String, Source> sources) {
        this.theCase = theCase;
        this.sources = sources;
    }

    /** A reaction in its place. */
    record Place(Step step, Step.Branch branch, Reaction reaction) {}

    Case theCase() {
        return theCase;
    }

    boolean has(Span at) {
        return sources.containsKey(at.file());
    }

    String text(Span at) {
        return file(at).substring(at.start(), at.end());
    }

    private String file(Span at) {
        Source source = sources.get(at.file());
        return source == null ? "" : source.text();
    }

    Optional<Place> reaction(Span at) {
        for (Step step : theCase.steps()) {
            for (Step.Branch branch : step.branches()) {
                for (Reaction reaction : branch.reactions()) {
                    if (reaction.at().equals(at)) {
                        return Optional.of(new Place(step, branch, reaction));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the concession whose name or condition stands there. */
    Optional<Concession> concession(Span at) {
        return theCase.concessions().stream()
                .filter(c -> c.at().equals(at) || c.met().at().equals(at))
                .findFirst();
    }

    /** Returns the place right after a clause. */
    Span after(Span at) {
        return new Span(at.file(), at.end(), at.end());
    }

    /** Returns the place at the end of the line in which a clause ends. */
    Span lineEnd(Span at) {
        int end = file(at).indexOf('\n', at.end());
        int place = end < 0 ? file(at).length() : end;
        return new Span(at.file(), place, place);
    }

    /** Returns the lines from that of one clause to that of another, with the end of the last. */
    Span lines(Span first, Span last) {
        int start = file(first).lastIndexOf('\n', first.start()) + 1;
        int end = file(first).indexOf('\n', last.end());
        return new Span(first.file(), start, end < 0 ? file(first).length() : end + 1);
    }

    /** Returns the text of the line up to a clause: its indentation, perhaps a label. */
    Span lineBefore(Span at) {
        return new Span(at.file(), file(at).lastIndexOf('\n', at.start()) + 1, at.start());
    }

    /** Returns the lines that belong to a declaration: those further in than its first. */
    Span block(Span at) {
        String text = file(at);
        int end = text.indexOf('\n', at.end()) + 1;
        while (end > 0 && end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\n')) {
            int next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        }
        return new Span(at.file(), at.end(), Math.max(at.end(), end));
    }

    /** Returns the texts with the edits made, from the end of each file to its beginning. */
    static Map<String, Source> with(Map<String, Source> sources, List<Edit> edits) {
        Map<String, Source> changed = new TreeMap<>(sources);
        var unique = new TreeSet<Edit>(Comparator.comparing((Edit e) -> e.at().file())
                .thenComparingInt(e -> -e.at().start())
                .thenComparing(Edit::replacement));
        unique.addAll(edits);
        for (Edit e : unique) {
            String file = e.at().file();
            Source source = changed.get(file);
            if (source != null) {
                String text = source.text();
                String made = text.substring(0, e.at().start()) + e.replacement() + text.substring(e.at().end());
                changed.put(file, new Source(file, made));
            }
        }
        return changed;
    }
}
