package parley.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Expiry;
import parley.roadmap.Length;
import parley.roadmap.Phase;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/**
 * Turns a course on the grid into days: every delay and every window is held against what the text says in days, so that
 * a course that only rounding allows is found out. Where months differ in length the longest is taken, so that the days
 * found are good whatever month they fall in.
 */
public final class Dating {
    private final Course course;
    private final Slice slice;
    private final Case theCase;
    private final Grid grid;
    private final Timeline line = new Timeline();
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<Integer, Integer> owed = new HashMap<>();
    private final Map<Integer, Integer> ready = new HashMap<>();
    private final Map<Integer, Integer> preparing = new HashMap<>();
    private final Map<Integer, Boolean> blocked = new HashMap<>();
    private final Map<Slice.Part, Integer> eased = new HashMap<>();
    private final boolean recorded;
    private int start;

    /** @param recorded whether the record itself is to show what signers may know before it does */
    private Dating(Course course, boolean recorded) {
        this.course = course;
        this.recorded = recorded;
        this.slice = course.play().slice();
        this.theCase = slice.theCase();
        this.grid = slice.grid();
    }

    /**
     * A course with days.
     *
     * @param sooner the earliest days that fit if signers know what the record cannot show yet, or {@code null} if these are
     */
    public record Dated(
            Course course,
            List<LocalDate> days,
            LocalDate end,
            @Nullable Dated sooner) {
        public Dated(Course course, List<LocalDate> days, LocalDate end) {
            this(course, days, end, null);
        }

        /** Returns the last day of the earliest days that fit. */
        public LocalDate earliest() {
            return sooner == null ? end : sooner.end;
        }
    }

    /**
     * What a property asks of the last day: it comes so many days after the latest move of a kind about a thing.
     *
     * @param thing what it is about, perhaps with the number of the move after a {@code #}
     * @param most the last day comes at most so many days after it
     * @param from the move is not before this day; {@code null} if any day will do
     */
    public record Wait(
            Move.Kind kind,
            String thing,
            int days,
            int most,
            @Nullable LocalDate from) {
        public Wait(Move.Kind kind, String thing, int days) {
            this(kind, thing, days, Integer.MAX_VALUE, null);
        }
    }

    /**
     * Returns the course with the earliest days that fit, if possible such that the record itself shows it, or {@code null}
     * if only rounding allows it.
     */
    public static @Nullable Dated of(Course course, List<Wait> waits) {
        Dated sooner = new Dating(course, false).solve(waits);
        Dated shown = sooner == null ? null : new Dating(course, true).solve(waits);
        return shown == null || sooner == null || shown.end.equals(sooner.end)
                ? sooner
                : new Dated(course, shown.days, shown.end, sooner);
    }

    /** Says whether some days let the record itself show a course, and not just signers who know more (decision 0010). */
    public static boolean recordShows(Course course) {
        return new Dating(course, true).solve(List.of()) != null;
    }

    /** The order in which a day passes (decision 0007). */
    private static int rank(Move.Kind kind) {
        return switch (kind) {
            case ENDS -> 0;
            case LEAVES -> 1;
            case MET, BROKEN -> 2;
            case VERIFIED -> 3;
            case PREPARES, BLOCKS -> 4;
            case OPENS -> 5;
            case FIRES, RESTS -> 6;
            case ACTS -> 7;
            case TICK -> 8;
        };
    }

    private @Nullable Dated solve(List<Wait> waits) {
        start = line.event();
        line.notAfter(start, 0);
        int before = start;
        int rank = -1;
        List<Integer> at = new ArrayList<>();
        for (Move move : course.moves()) {
            if (move.kind() == Move.Kind.TICK) {
                at.add(before);
                continue;
            }
            int now = line.event();
            int mine = rank(move.kind());
            line.atLeast(before, now, mine < rank ? 1 : 0);
            place(move, before, now);
            at.add(now);
            before = now;
            rank = mine;
        }
        int end = line.event();
        line.atLeast(before, end, 0);
        line.notAfter(end, (int) ChronoUnit.DAYS.between(grid.from(), grid.to()));
        pending(end);
        for (Wait wait : waits) {
            int since = last.getOrDefault(key(wait.kind(), wait.thing()), start);
            line.atLeast(since, end, wait.days());
            if (wait.most() < Integer.MAX_VALUE) {
                line.atMost(since, end, wait.most());
            }
            LocalDate from = wait.from();
            if (from != null) {
                dated(since, from);
            }
        }
        int[] days = line.solve();
        if (days == null) {
            return null;
        }
        return new Dated(
                course,
                at.stream().map(e -> grid.from().plusDays(days[e])).toList(),
                grid.from().plusDays(days[end]));
    }

    private static String key(Move.Kind kind, String thing) {
        return kind + " " + thing;
    }

    private int latest(Move.Kind kind, String thing) {
        return last.getOrDefault(key(kind, thing), start);
    }

    private void place(Move move, int before, int now) {
        switch (move.kind()) {
            case MET -> met(concession(move.thing()), now);
            case VERIFIED -> verified(concession(move.thing()), now);
            case BROKEN -> {
                Condition broken = concession(move.thing()).broken();
                int window = broken == null ? 0 : Windows.days(broken, theCase, grid, true);
                // On one day the record shows a thing either met or broken.
                line.atLeast(latest(Move.Kind.MET, move.thing()), now, Math.max(1, window));
            }
            case OPENS -> {
                open.put(move.thing(), now);
                opens(move.thing(), before, now);
            }
            case FIRES -> fires(move, before, now);
            case PREPARES -> {
                Obligation o = duty(move.number());
                Delay delay = delay(o);
                int since = preparing.getOrDefault(move.number(), opened(slice.preparedAlike(o)));
                line.atLeast(since, now, delay.fewest());
                if (slice.preparedAlike(o).stream().noneMatch(this::isBlocked)) {
                    line.atMost(since, now, delay.most());
                }
                ready.put(move.number(), now);
            }
            case BLOCKS -> blocked.put(move.number(), true);
            case ACTS -> acts(move, now);
            case ENDS -> {
                var part = new Slice.Part(move.actor(), move.thing());
                Integer since = eased.remove(part);
                Length length = relief(part, since);
                if (since != null && length != null) {
                    // By then it has ended, whatever month it began in.
                    line.atLeast(since, now, grid.mostDays(length));
                    line.atMost(since, now, grid.mostDays(length));
                }
            }
            case LEAVES -> owed.keySet().removeIf(d -> duty(d).partner().id().equals(move.actor()));
            case RESTS -> line.atMost(before, now, 0);
            case TICK -> {}
        }
        last.put(key(move.kind(), move.thing()), now);
        last.put(key(move.kind(), move.thing() + "#" + move.number()), now);
    }

    private final Map<Slice.Part, Length> lengths = new HashMap<>();

    private @Nullable Length relief(Slice.Part part, @Nullable Integer since) {
        return since == null ? null : lengths.get(part);
    }

    /** A phase with days opens on the first of them, one with a gate as soon as that is open. */
    private void opens(String phase, int before, int now) {
        Concession.Runs days = phase(phase).runs();
        Condition gate = phase(phase).opens();
        if (days != null) {
            opensOn(now, days.from());
        } else if (gate != null
                && gate.leaves().stream().allMatch(l -> l instanceof Condition.InState in && in.hold() == null)) {
            line.atMost(before, now, 0);
        }
    }

    private Phase phase(String id) {
        return theCase.phases().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What is to have been so for some time: each thing for which all have to wait. */
    private void lasting(Condition condition, int now) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(p -> lasting(p, now));
            case Condition.InState in -> {
                if (in.hold() != null && in.state().equals("verified")) {
                    line.atLeast(latest(Move.Kind.VERIFIED, in.thing().id()), now, grid.mostDays(in.hold()));
                }
            }
            default -> {}
        }
    }

    private void met(Concession c, int now) {
        if (c.runs() != null) {
            dated(now, c.runs().from());
            line.notAfter(
                    now, (int) ChronoUnit.DAYS.between(grid.from(), c.runs().to()));
        }
        whileOpen(c.met(), now);
        lasting(c.met(), now);
        Integer broken = last.get(key(Move.Kind.BROKEN, c.id()));
        if (broken == null) {
            int shown = recorded ? Windows.recorded(c.met(), theCase, grid) : 0;
            line.notBefore(now, Math.max(shown, Windows.days(c.met(), theCase, grid, false)));
        } else {
            Length pause = c.notAgainWithin();
            int least = Windows.days(c.met(), theCase, grid, true);
            line.atLeast(broken, now, Math.max(1 + least, pause == null ? 0 : grid.mostDays(pause)));
        }
    }

    /** What asks for an open phase cannot come after the phase is over. */
    private void whileOpen(Condition condition, int now) {
        switch (condition) {
            case Condition.All all -> all.parts().forEach(p -> whileOpen(p, now));
            case Condition.InState in ->
                theCase.phases().stream()
                        .filter(p ->
                                p.id().equals(in.thing().id()) && in.state().equals("open") && p.runs() != null)
                        .forEach(p -> line.notAfter(now, (int) ChronoUnit.DAYS.between(
                                grid.from(), Objects.requireNonNull(p.runs()).to())));
            case Condition.Any _,
                    Condition.Not _,
                    Condition.By _,
                    Condition.Level _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Absent _,
                    Condition.Occurs _,
                    Condition.Amount _,
                    Condition.Owed _ -> {}
        }
    }

    private void verified(Concession c, int now) {
        Length within = c.verifiedWithin();
        var panel = Panels.of(theCase, c);
        if (within != null && panel.origins() - slice.falseWitnesses() >= panel.quorum()) {
            line.atMost(latest(Move.Kind.MET, c.id()), now, grid.mostDays(within));
        }
    }

    private void fires(Move move, int before, int now) {
        Step step = step(move.thing());
        Step.Branch branch = step.branches().get(move.number() - 1);
        Concession.Runs days = phase(step.phase().id()).runs();
        if (days != null) {
            line.notAfter(now, (int) ChronoUnit.DAYS.between(grid.from(), days.to()));
        }
        int since = Math.max(
                open.getOrDefault(step.phase().id(), start), last.getOrDefault(key(Move.Kind.FIRES, step.id()), start));
        switch (branch.trigger()) {
            case Trigger.When(Condition condition) -> {
                boolean holds = false;
                for (Condition leaf : condition.leaves()) {
                    if (leaf instanceof Condition.InState in && in.hold() != null) {
                        holds = true;
                        int from = latest(Move.Kind.VERIFIED, in.thing().id());
                        line.atLeast(from, now, grid.mostDays(in.hold()));
                    }
                }
                if (!holds) {
                    line.atMost(before, now, 0);
                }
            }
            case Trigger.NothingFor(Length length) -> line.atLeast(since, now, grid.mostDays(length));
            case Trigger.NothingBy(LocalDate day) -> dated(now, day);
            case Trigger.OnDay(LocalDate day) -> dated(now, day);
            case Trigger.Otherwise() -> dated(now, grid.to());
        }
        List<Obligation> duties = slice.duties();
        for (int d = 0; d < duties.size(); d++) {
            Obligation o = duties.get(d);
            boolean released =
                    o.step().equals(step) && o.verb() != null && o.verb().eases() && Slice.takesBack(branch);
            if (released) {
                owed.remove(d);
            }
            if (o.branch().equals(branch) && !slice.lacks(o.reaction().at())) {
                owed.putIfAbsent(d, now);
            }
        }
    }

    /** A phase with dates opens on its day, neither before nor after. */
    private void opensOn(int now, LocalDate day) {
        dated(now, day);
        line.notAfter(now, (int) Math.max(0, ChronoUnit.DAYS.between(grid.from(), day)));
    }

    private void dated(int now, LocalDate day) {
        line.notBefore(now, (int) Math.max(0, ChronoUnit.DAYS.between(grid.from(), day)));
    }

    private void acts(Move move, int now) {
        Obligation o = duty(move.number());
        Delay delay = delay(o);
        LocalDate notBefore = o.reaction().notBefore();
        if (notBefore != null) {
            dated(now, notBefore);
        }
        Integer fired = owed.remove(move.number());
        int act = act(o);
        boolean used = ready.remove(act) != null;
        if (used) {
            preparing.put(act, now);
        }
        if (used && slice.prepares(o)) {
            line.atLeast(fired == null ? start : fired, now, 0);
        } else if (fired != null) {
            line.atLeast(fired, now, delay.fewest());
            if (notBefore == null && !blocked.getOrDefault(move.number(), false)) {
                line.atMost(fired, now, delay.most());
            }
        }
        blocked.remove(move.number());
        Slice.Part part = Slice.Part.of(o);
        eased.remove(part);
        if (o.verb() != null && o.verb().eases()) {
            eased.put(part, now);
            if (o.reaction().expiry() instanceof Expiry.For f) {
                lengths.put(part, f.length());
            } else {
                lengths.remove(part);
            }
        }
    }

    /** What has not happened by the last day must still be allowed to wait. */
    private void pending(int end) {
        if (slice.withheld()) {
            return;
        }
        owed.forEach((d, fired) -> {
            if (!blocked.getOrDefault(d, false)) {
                line.atMost(fired, end, Math.max(0, delay(duty(d)).most() - 1));
            }
            Integer prepared = ready.get(act(duty(d)));
            if (prepared != null && slice.prepares(duty(d))) {
                line.atMost(Math.max(prepared, fired), end, 0);
            }
        });
        List<Obligation> duties = slice.duties();
        for (int d = 0; d < duties.size(); d++) {
            Obligation o = duties.get(d);
            boolean prepares = slice.prepares(o) && !ready.containsKey(act(o));
            Integer opened = opened(o);
            if (prepares && opened != null && owed.containsKey(d) && !isBlocked(o)) {
                line.atMost(preparing.getOrDefault(act(o), opened), end, Math.max(0, delay(o).most() - 1));
            }
        }
        eased.forEach((part, since) -> {
            Length length = lengths.get(part);
            if (length != null) {
                line.atMost(since, end, grid.mostDays(length) - 1);
            }
        });
    }

    /** Returns the number under which the preparation of an act is kept: that of the first duty it serves, −1 if none. */
    private int act(Obligation o) {
        List<Obligation> alike = slice.preparedAlike(o);
        return alike.isEmpty() ? -1 : slice.duties().indexOf(alike.getFirst());
    }

    private boolean isBlocked(Obligation o) {
        return blocked.getOrDefault(slice.duties().indexOf(o), false);
    }

    /** Returns when the first of several duties could be prepared. */
    private int opened(List<Obligation> alike) {
        return alike.stream()
                .map(this::opened)
                .filter(Objects::nonNull)
                .mapToInt(event -> event)
                .min()
                .orElse(start);
    }

    private @Nullable Integer opened(Obligation o) {
        boolean first = theCase.phases().stream()
                .anyMatch(p -> p.id().equals(o.step().phase().id()) && p.first());
        return first ? Integer.valueOf(start) : open.get(o.step().phase().id());
    }

    private Delay delay(Obligation o) {
        return slice.delay(o);
    }

    private Obligation duty(int number) {
        return slice.duties().get(number);
    }

    private Concession concession(String id) {
        return theCase.concessions().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Step step(String id) {
        return theCase.steps().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
