package parley.app.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.cli.ChangesFor;
import parley.diff.Change;
import parley.diff.Changes;
import parley.language.CaseText;
import parley.roadmap.Case;
import parley.text.Source;
import parley.text.Span;

/** What changes from one text to another, grouped by whom it touches. */
public record Comparison(List<Group> groups) {

    /** The changes for one of those the text is about. */
    public record Group(String heading, List<Line> lines) {}

    /**
     * One change.
     *
     * @param place the line, as messages name it; empty if there is none
     * @param before whether the place is in the earlier text
     */
    public record Line(String sentence, String place, boolean before) {}

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Returns how many changes there are. */
    public int count() {
        return groups.stream().mapToInt(g -> g.lines().size()).sum();
    }

    static Comparison of(List<Source> before, List<Source> after) {
        Case old = CaseText.read(before).theCase();
        Case fresh = CaseText.read(after).theCase();
        if (old == null || fresh == null) {
            return new Comparison(List.of());
        }
        Map<String, Source> oldSources = byName(before);
        Map<String, Source> newSources = byName(after);
        return new Comparison(ChangesFor.of(old, fresh, Changes.between(old, fresh)).stream()
                .map(g -> new Group(
                        g.heading(),
                        g.changes().stream()
                                .map(c -> line(c, oldSources, newSources))
                                .toList()))
                .toList());
    }

    private static Line line(Change c, Map<String, Source> before, Map<String, Source> after) {
        boolean gone = c.after() == null;
        return new Line(c.sentence(), gone ? place(c.before(), before) : place(c.after(), after), gone);
    }

    private static String place(@Nullable Span at, Map<String, Source> sources) {
        Source source = at == null ? null : sources.get(at.file());
        return at == null || source == null ? "" : Listing.anchor(at.file(), source.line(at.start()));
    }

    private static Map<String, Source> byName(List<Source> sources) {
        Map<String, Source> all = new HashMap<>();
        sources.forEach(s -> all.put(s.name(), s));
        return all;
    }
}
