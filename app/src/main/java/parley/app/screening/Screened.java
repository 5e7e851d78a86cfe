package parley.app.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.identity.match.Band;
import parley.lists.screening.Hit;
import parley.lists.screening.Query;

/**
 * Somebody who was looked for, with all that was found and decided; made from the events.
 *
 * @param lines hits of the last run, best first, then those that are gone but were decided on
 */
public record Screened(UUID id, Query query, Instant since, List<Run> runs, List<Line> lines) {
    public Screened {
        runs = List.copyOf(runs);
        lines = List.copyOf(lines);
    }

    /** What an event says. */
    sealed interface Event {
        Instant at();
    }

    record Asked(Instant at, UUID account, Query query) implements Event {}

    /**
     * One look at the lists; kept when it found nothing too.
     *
     * @param lists version of each list that was asked
     * @param alert name score from which a record is shown
     * @param high name score of the band "probable"
     */
    public record Run(
            Instant at,
            UUID account,
            String day,
            Map<String, String> lists,
            double alert,
            double high,
            int records,
            List<Hit> hits)
            implements Event {}

    /** A decision of a person about one record, and the fields of the record it rests on. */
    public record Decided(
            Instant at,
            UUID account,
            UUID person,
            String by,
            String key,
            Verdict verdict,
            String why,
            List<String> basis)
            implements Event {}

    /** What a person says about a hit. */
    public enum Verdict {
        SAME,
        DIFFERENT,
        UNSURE
    }

    /** How a hit stands. */
    public enum State {
        OPEN("to be decided", "wait"),
        SECOND("same, says one; a second person confirms", "wait"),
        UNSURE("unsure, stays open", "wait"),
        REOPENED("open again", "late"),
        SAME("same", "ink"),
        DIFFERENT("different", "good"),
        GONE("no longer on the list", "");

        private final String words;
        private final String look;

        State(String words, String look) {
            this.words = words;
            this.look = look;
        }

        public String words() {
            return words;
        }

        public String look() {
            return look;
        }

        public boolean isOpen() {
            return this == OPEN || this == SECOND || this == UNSURE || this == REOPENED;
        }
    }

    /**
     * A hit and what was decided about it.
     *
     * @param since what changed in the record since the last decision, in words; empty if nothing
     */
    public record Line(Hit hit, State state, List<Decided> decisions, List<String> since, boolean fresh) {}

    static Screened of(UUID id, List<Event> events) {
        Query query = Query.of("");
        Instant since = Instant.EPOCH;
        var runs = new ArrayList<Run>();
        var decisions = new LinkedHashMap<String, List<Decided>>();
        for (Event event : events) {
            switch (event) {
                case Asked asked -> {
                    query = asked.query();
                    since = asked.at();
                }
                case Run run -> runs.add(run);
                case Decided decided ->
                    decisions
                            .computeIfAbsent(decided.key(), _ -> new ArrayList<>())
                            .add(decided);
            }
        }
        return new Screened(id, query, since, runs, lines(runs, decisions));
    }

    private static List<Line> lines(List<Run> runs, Map<String, List<Decided>> decisions) {
        var lines = new ArrayList<Line>();
        if (runs.isEmpty()) {
            return lines;
        }
        List<String> before = runs.size() < 2
                ? List.of()
                : runs.get(runs.size() - 2).hits().stream().map(Hit::key).toList();
        var there = new TreeSet<String>();
        for (Hit hit : runs.getLast().hits()) {
            there.add(hit.key());
            List<Decided> about = decisions.getOrDefault(hit.key(), List.of());
            List<String> changed =
                    about.isEmpty() ? List.of() : changes(about.getLast().basis(), hit.basis());
            lines.add(new Line(
                    hit,
                    state(about, !changed.isEmpty()),
                    about,
                    changed,
                    runs.size() > 1 && !before.contains(hit.key())));
        }
        for (Run run : runs.reversed()) {
            for (Hit hit : run.hits()) {
                if (decisions.containsKey(hit.key()) && there.add(hit.key())) {
                    lines.add(
                            new Line(hit, State.GONE, decisions.getOrDefault(hit.key(), List.of()), List.of(), false));
                }
            }
        }
        return lines;
    }

    /** The last word counts; the same twice, by two persons in a row, is what *same* asks for. */
    private static State state(List<Decided> about, boolean changed) {
        if (about.isEmpty()) {
            return State.OPEN;
        }
        if (changed) {
            return State.REOPENED;
        }
        Decided last = about.getLast();
        return switch (last.verdict()) {
            case DIFFERENT -> State.DIFFERENT;
            case UNSURE -> State.UNSURE;
            case SAME -> isConfirmed(about) ? State.SAME : State.SECOND;
        };
    }

    private static boolean isConfirmed(List<Decided> about) {
        for (Decided earlier : about.reversed()) {
            if (earlier.verdict() != Verdict.SAME
                    || !earlier.basis().equals(about.getLast().basis())) {
                return false;
            }
            if (!earlier.person().equals(about.getLast().person())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> changes(List<String> before, List<String> now) {
        var words = new ArrayList<String>();
        now.stream().filter(l -> !before.contains(l)).forEach(l -> words.add("added: " + l));
        before.stream().filter(l -> !now.contains(l)).forEach(l -> words.add("gone: " + l));
        return words;
    }

    /** Returns the best band of what is open, or null. */
    public @Nullable Band band() {
        return lines.stream()
                .filter(l -> l.state().isOpen())
                .map(l -> l.hit().band())
                .min(java.util.Comparator.naturalOrder())
                .orElse(null);
    }

    /** Returns how many hits are open; those in the band "unlikely" or below wait for nobody. */
    public int open() {
        return (int) lines.stream()
                .filter(l -> l.state().isOpen() && l.hit().band().compareTo(Band.POSSIBLE) <= 0)
                .count();
    }
}
