package parley.app.partners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parley.app.web.Prose;
import parley.app.web.Visit;
import parley.app.web.Words;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Ref;
import parley.standing.Standing;

/** Where partners' tracks come apart: opposite answers to one deed, and relief that another's measure makes worthless. */
public final class Apart {
    private static final int MOST = 12;

    private Apart() {}

    /**
     * What partners did after one deed of the other side.
     *
     * @param eased who eased, each with the days it took
     * @param tightened who tightened, likewise
     */
    public record Moves(String concession, String occasion, LocalDate deed, String eased, String tightened) {
        /** Says whether they answered in opposite ways. */
        public boolean opposite() {
            return !eased.isEmpty() && !tightened.isEmpty();
        }
    }

    /** Returns the answers by deed, the newest deed first. */
    static List<Moves> moves(Visit visit) {
        Map<String, List<Standing.Reply>> byDeed = new TreeMap<>();
        visit.standing()
                .replies()
                .forEach(r -> byDeed.computeIfAbsent(
                                r.deed() + " " + r.concession() + " " + r.occasion(), _ -> new ArrayList<>())
                        .add(r));
        return byDeed.values().stream()
                .map(replies -> {
                    Standing.Reply first = replies.getFirst();
                    return new Moves(
                            first.concession(),
                            first.occasion().name().toLowerCase(java.util.Locale.ROOT),
                            first.deed(),
                            who(visit, replies, true),
                            who(visit, replies, false));
                })
                .sorted(Comparator.comparing(Moves::deed).reversed())
                .limit(MOST)
                .toList();
    }

    private static String who(Visit visit, List<Standing.Reply> replies, boolean eases) {
        return replies.stream()
                .filter(r -> r.eases() == eases)
                .map(r -> "%s (%s, %s)"
                        .formatted(
                                Prose.heading(visit.theCase(), r.partner()),
                                Prose.heading(visit.theCase(), r.measure()),
                                Words.counted(r.days(), "day", "days")))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /**
     * Relief that is worth nothing while another measure stands.
     *
     * @param now whether the relief is given and void today; else it would be if it were given
     */
    public record VoidRelief(
            String measure,
            String title,
            String owners,
            String state,
            String other,
            String otherTitle,
            String otherOwners,
            boolean now) {}

    /** Returns what is void, and what would be: the first before the second. */
    static List<VoidRelief> voids(Visit visit) {
        List<VoidRelief> found = new ArrayList<>();
        for (Measure m : visit.theCase().measures()) {
            for (Ref other : m.voidWhile()) {
                MeasureState state = state(visit, m.id());
                if (state != null
                        && state(visit, other.id()) == MeasureState.IMPOSED
                        && (state.eased() || state == MeasureState.IMPOSED)) {
                    found.add(new VoidRelief(
                            m.id(),
                            m.heading(),
                            owners(visit, m.id()),
                            state.word(),
                            other.id(),
                            Prose.heading(visit.theCase(), other.id()),
                            owners(visit, other.id()),
                            state.eased()));
                }
            }
        }
        found.sort(Comparator.comparing(VoidRelief::now).reversed().thenComparing(VoidRelief::measure));
        return found;
    }

    private static @org.jspecify.annotations.Nullable MeasureState state(Visit visit, String measure) {
        return visit.standing().measures().stream()
                .filter(l -> l.measure().equals(measure))
                .map(Standing.MeasureLine::state)
                .findFirst()
                .orElse(null);
    }

    private static String owners(Visit visit, String measure) {
        return visit.theCase().measures().stream()
                .filter(m -> m.id().equals(measure))
                .flatMap(m -> m.owners().stream())
                .map(o -> Prose.heading(visit.theCase(), o.id()))
                .collect(Collectors.joining(", "));
    }
}
