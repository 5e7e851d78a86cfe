package parley.app.evidence.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.app.cases.Noted;
import parley.app.record.Deed;
import parley.app.web.Prose;
import parley.evidence.Dispute;
import parley.evidence.DisputeStanding;

/**
 * A dispute in words, with its clock.
 *
 * @param why what is wrong according to who disputes
 * @param ended the entry that proposes an end, -1 if there is none
 * @param outcome the proposed end with its reasons
 * @param levels each level of its clock
 */
public record DisputeView(
        DisputeStanding standing,
        String by,
        String why,
        long ended,
        String outcome,
        List<Level> levels,
        boolean mayEnd,
        boolean mayConfirm) {

    /**
     * A level of the clock.
     *
     * @param now whether it runs today
     */
    public record Level(String who, LocalDate until, boolean now, boolean over) {}

    static List<DisputeView> of(Seen seen, List<DisputeStanding> disputes) {
        return disputes.stream().map(d -> of(seen, d)).toList();
    }

    private static DisputeView of(Seen seen, DisputeStanding d) {
        String id = d.dispute().id();
        String why = "";
        long ended = -1;
        String outcome = "";
        boolean mine = false;
        for (Noted n : seen.visit().known().noted()) {
            switch (n.deed()) {
                case Deed.DisputeOpened o
                when o.id().equals(id) -> why = n.entry().reason();
                case Deed.ThingDisputed o
                when o.id().equals(id) -> why = n.entry().reason();
                case Deed.DisputeEnded e
                when e.id().equals(id) -> {
                    ended = n.index();
                    outcome = e.outcome() + ", " + n.entry().reason();
                    mine = seen.isMine(n.entry());
                }
                case null, default -> {}
            }
        }
        boolean disputes = seen.visit().roles().stream()
                .anyMatch(m -> m.body().equals(d.dispute().by()));
        boolean works = Seen.works(seen.visit());
        return new DisputeView(
                d,
                Prose.heading(seen.visit().theCase(), d.dispute().by()),
                why,
                ended,
                outcome,
                levels(d),
                works && !disputes && d.end() == null && ended < 0,
                works && !disputes && d.end() == null && ended >= 0 && !mine);
    }

    private static List<Level> levels(DisputeStanding d) {
        List<Level> levels = new ArrayList<>();
        LocalDate until = d.dispute().raised();
        List<Integer> days = d.dispute().clock().levelDays();
        for (int i = 0; i < days.size(); i++) {
            until = until.plusDays(days.get(i));
            String who = i == 0 ? "the parties" : i == 1 ? "the principals" : "level " + (i + 1);
            levels.add(new Level(who, until, d.level() == i + 1, d.day().isAfter(until)));
        }
        return levels;
    }

    /** Returns what is wrong, in words. */
    public String ground() {
        return d().ground().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns what happens when the clock has run out without agreement. */
    public String ifUndecided() {
        return switch (d().clock().ifUndecided()) {
            case GOES_AHEAD -> "what waited goes ahead, and the dispute stays on record";
            case STAYS_FROZEN -> "what waits stays frozen";
        };
    }

    private Dispute d() {
        return standing.dispute();
    }
}
