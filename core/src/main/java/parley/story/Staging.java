package parley.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Indicator;
import parley.roadmap.Ref;
import parley.roadmap.Scenario;
import parley.roadmap.Stage;

/** The door: gives a story its figures and lets it come true. */
public final class Staging {
    private final Case theCase;
    private final Ground ground;
    private final LocalDate until;
    private final int slackDays;
    private final List<Happening> story;

    /** The happenings for which no figures were found. */
    private final Set<Integer> givenUp = new HashSet<>();

    /** By how many days happenings were put off for their own sake. */
    private final Map<Integer, Integer> putOffBy = new HashMap<>();

    private Staging(Case theCase, List<Happening> story, LocalDate until, int slackDays) {
        this.theCase = theCase;
        this.ground = new Ground(theCase);
        this.story = new ArrayList<>(story);
        this.until = until;
        this.slackDays = slackDays;
    }

    /**
     * Gives a story its figures and replays it through the standing. What cannot be is told as a miss, never thrown.
     *
     * @param story what happens, in the order of days
     * @param until the last day on which nothing may come by accident
     * @param slackDays by how many days a happening, and with it all later ones, may be put off where the calendar asks for
     *     it: a month has to end, a window to fill
     */
    public static Staged stage(Case theCase, List<Happening> story, LocalDate until, int slackDays) {
        return new Staging(theCase, story, until, slackDays).stage();
    }

    private Staged stage() {
        Sheet sheet = figures();
        Set<Integer> itself = byThemselves();
        List<List<Scenario.Line>> linesOf = lines(sheet, itself);
        Replay.Played played = Replay.of(theCase, together(linesOf), story);
        // An act that is told changes what comes by itself afterwards: what was taken back needs to be there first.
        while (told(itself, played.misses())) {
            linesOf = lines(sheet, itself);
            played = Replay.of(theCase, together(linesOf), story);
        }
        return staged(linesOf, played);
    }

    /** Takes out what did not come by itself, so that it is told; returns false if there is nothing of the kind. */
    private static boolean told(Set<Integer> byThemselves, List<Replay.Miss> misses) {
        return byThemselves.removeIf(i -> Replay.misses(misses, i));
    }

    private Staged staged(List<List<Scenario.Line>> linesOf, Replay.Played played) {
        return new Staged(
                theCase,
                together(linesOf),
                story,
                played.misses().stream().map(Replay.Miss::says).toList(),
                linesOf,
                played.atLast());
    }

    // ---- figures --------------------------------------------------------------------------------------------------

    /** What the story asks of the figures as its days stand now. */
    private record Plan(Search search, List<Goal> goals) {}

    private Plan plan() {
        var lives = new Lives(theCase, story, lastDay());
        var states = new PlannedStates(theCase, List.copyOf(story), lives);
        List<Goal> goals = lives.goals().stream()
                .filter(g -> !g.told() || !givenUp.contains(g.happening()))
                .toList();
        var turning = new TurningDays(ground, story.stream().map(Happening::on).toList());
        return new Plan(new Search(ground, states, turning, goals, lives.firstDay()), goals);
    }

    /** A story that was put off goes on for longer. */
    private LocalDate lastDay() {
        return story.stream()
                .map(Happening::on)
                .filter(until::isBefore)
                .max(LocalDate::compareTo)
                .orElse(until);
    }

    private Sheet figures() {
        while (true) {
            Plan plan = plan();
            Sheet solved = plan.search.solve(0, given());
            if (solved != null) {
                return plan.search.undisturbed(solved);
            }
            int place = plan.search.stuckAt();
            int happening = plan.goals.get(place).happening();
            if (!putOff(happening, place, plan.search.best())) {
                givenUp.add(happening);
            }
        }
    }

    /** Puts a happening and all later ones off until figures are found for it; returns false if none are. */
    private boolean putOff(int happening, int place, Sheet before) {
        int already = putOffBy.getOrDefault(happening, 0);
        for (int days = already + 1; days <= slackDays; days++) {
            shift(happening, 1);
            Plan plan = plan();
            // Figures that the story gives move with it; those chosen for what comes before stay.
            boolean given = given().size() > 0;
            Sheet solved = plan.search.solve(given ? 0 : place, given ? given() : before);
            if (solved != null || plan.search.stuckAt() > place) {
                putOffBy.put(happening, days);
                return true;
            }
        }
        shift(happening, -Math.max(slackDays, already));
        putOffBy.put(happening, slackDays);
        return false;
    }

    private void shift(int from, int days) {
        for (int i = from; i < story.size(); i++) {
            story.set(i, story.get(i).moved(story.get(i).on().plusDays(days)));
        }
    }

    /** Returns the figures that the story itself gives. */
    private Sheet given() {
        Sheet sheet = new Sheet();
        for (int i = 0; i < story.size(); i++) {
            switch (story.get(i)) {
                case Happening.Reads r -> {
                    String series = ground.names.get(r.indicator()) instanceof Indicator x ? x.series() : r.indicator();
                    var band = new Band(r.value(), r.value());
                    sheet.put(series, r.on(), new Sheet.Cell(r.indicator(), band, r.total(), false, i));
                }
                case Happening.Occurs o -> {
                    String series =
                            ground.names.get(o.event()) instanceof parley.roadmap.Event x ? x.series() : o.event();
                    var band = new Band(o.times(), o.times());
                    sheet.put(series, o.on(), new Sheet.Cell(o.event(), band, false, true, i));
                }
                case Happening.Met _,
                        Happening.Verified _,
                        Happening.Broken _,
                        Happening.Acts _,
                        Happening.Decides _,
                        Happening.Disputes _,
                        Happening.Consults _,
                        Happening.Leaves _,
                        Happening.Passes _ -> {}
            }
        }
        return sheet;
    }

    // ---- lines ----------------------------------------------------------------------------------------------------

    /** Returns the acts that were prepared: they take effect by themselves, and a second act would undo how it was asked. */
    private Set<Integer> byThemselves() {
        Set<Integer> found = new HashSet<>();
        Set<String> prepared = new HashSet<>();
        for (int i = 0; i < story.size(); i++) {
            if (story.get(i) instanceof Happening.Decides d) {
                String act = d.partner() + " " + d.verb() + " " + d.measure();
                if (d.stage() == Stage.PREPARED) {
                    prepared.add(act);
                } else {
                    prepared.remove(act);
                }
            } else if (story.get(i) instanceof Happening.Acts a
                    && prepared.remove(a.partner() + " " + a.verb() + " " + a.measure())) {
                found.add(i);
            }
        }
        return found;
    }

    private List<List<Scenario.Line>> lines(Sheet sheet, Set<Integer> byThemselves) {
        List<List<Scenario.Line>> linesOf = new ArrayList<>();
        story.forEach(_ -> linesOf.add(new ArrayList<>()));
        sheet.tell(theCase, linesOf);
        for (int i = 0; i < story.size(); i++) {
            if (!byThemselves.contains(i)) {
                linesOf.get(i).addAll(lines(story.get(i)));
            }
        }
        linesOf.forEach(l -> l.sort(BY_DAY));
        return linesOf;
    }

    private List<Scenario.Line> lines(Happening happening) {
        LocalDate on = happening.on();
        return switch (happening) {
            case Happening.Met _, Happening.Broken _, Happening.Occurs _, Happening.Reads _ -> List.of();
            case Happening.Verified v -> signatures(v);
            case Happening.Acts a ->
                List.of(new Scenario.Line.Acts(
                        on, List.of(ref(a.partner())), a.verb(), ref(a.measure()), a.expiry(), theCase.at()));
            case Happening.Decides d ->
                List.of(new Scenario.Line.Decides(
                        on, ref(d.partner()), d.stage(), d.verb(), ref(d.measure()), theCase.at()));
            case Happening.Disputes d ->
                List.of(new Scenario.Line.Disputes(on, ref(d.who()), ref(d.concession()), d.settles(), theCase.at()));
            case Happening.Consults c ->
                List.of(new Scenario.Line.Consults(on, ref(c.partner()), ref(c.stakeholder()), theCase.at()));
            case Happening.Leaves l -> List.of(new Scenario.Line.Leaves(on, ref(l.partner()), theCase.at()));
            case Happening.Passes _ -> List.of(new Scenario.Line.Passes(on, theCase.at()));
        };
    }

    private List<Scenario.Line> signatures(Happening.Verified v) {
        List<Scenario.Line> lines = new ArrayList<>();
        if (ground.names.get(v.concession()) instanceof Concession c) {
            for (String who : new Signing(ground.names).signers(c, v.on())) {
                lines.add(new Scenario.Line.Verifies(v.on(), ref(who), ref(c.id()), theCase.at()));
            }
        }
        return lines;
    }

    private Ref ref(String id) {
        return new Ref(id, theCase.at());
    }

    private static final Comparator<Scenario.Line> BY_DAY =
            Comparator.comparing(Staging::day).thenComparingInt(Staging::rank);

    private static List<Scenario.Line> together(List<List<Scenario.Line>> linesOf) {
        return linesOf.stream().flatMap(List::stream).sorted(BY_DAY).toList();
    }

    private static LocalDate day(Scenario.Line line) {
        @Nullable LocalDate day = line.day();
        return day == null ? LocalDate.MIN : day;
    }

    /** The order in which a day passes, so that the lines read as it happens. */
    private static int rank(Scenario.Line line) {
        return switch (line) {
            case Scenario.Line.Given _ -> 0;
            case Scenario.Line.Leaves _ -> 1;
            case Scenario.Line.Reads _, Scenario.Line.Happens _ -> 2;
            case Scenario.Line.Claims _, Scenario.Line.Verifies _, Scenario.Line.Disputes _ -> 3;
            case Scenario.Line.Decides _ -> 4;
            case Scenario.Line.Acts _ -> 5;
            case Scenario.Line.Consults _ -> 6;
            case Scenario.Line.Passes _, Scenario.Line.Expect _ -> 7;
        };
    }
}
