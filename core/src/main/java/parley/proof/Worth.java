package parley.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.game.Game;
import parley.model.Compiler;
import parley.model.Conduct;
import parley.model.Grid;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Play;
import parley.model.Slice;
import parley.model.Terms;
import parley.prism.Explored;
import parley.prism.Expr;
import parley.roadmap.Concession;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/**
 * How much relief conduct can bring, in weeks of relief: the sum over parts of the longest time each can stand eased. Every
 * delay is taken as it suits the other side, for conduct that keeps its word and for conduct that does not.
 */
final class Worth {
    private static final double DAYS_OF_A_WEEK = 7;
    /** Weeks are compared on a coarser grid: both sides of the comparison are rounded the same way. */
    private static final int COARSER = 3;

    /** From how many days on a later start is tried. */
    private static final int WAITS = 8;

    private static final String EASED = "eased";
    private static final String BROKEN_ONCE = "broken_once";
    private static final String UNDELIVERED = "undelivered";

    private Worth() {}

    /**
     * The ticks in which a promise is first kept.
     *
     * @param to the last one; {@link Integer#MAX_VALUE} if it may as well never be kept
     */
    private record Span(int from, int to) {}

    private static final List<Span> ANY_TIME = List.of(new Span(0, Integer.MAX_VALUE));

    /** Complying later never brings more relief than complying now. */
    static Verdict delay(Question q) {
        var run = new Findings(q);
        int horizon = grid(q).horizon();
        List<Span> starts = IntStream.range(0, WAITS)
                .mapToObj(i -> new Span(i * horizon / WAITS, (i + 1) * horizon / WAITS - 1))
                .toList();
        Map<Concession, List<Obligation>> reliefs = reliefs(q, true);
        reliefs.forEach((c, given) -> {
            double[] weeks = weeks(q, c, given, false, starts, run);
            run.held(grid(q).days());
            int now = 0;
            while (weeks != null && now < weeks.length - 1 && Double.isNaN(weeks[now])) {
                now++; // its windows cannot have filled by then
            }
            for (int i = now + 1; weeks != null && i < weeks.length; i++) {
                if (weeks[i] > weeks[now]) {
                    run.refuted(
                            c.at(),
                            "%s kept at once brings %.0f weeks of relief, kept after %d days it brings %.0f"
                                    .formatted(c.id(), weeks[now], starts.get(i).from() * grid(q).days(), weeks[i]),
                            List.of(
                                    "let the offer shrink with time: `when nothing by DATE`, or an end by date",
                                    "give nothing for silence"));
                    return;
                }
            }
        });
        if (reliefs.isEmpty()) {
            return q.notApplicable("no step eases anything for a concession");
        }
        return run.verdict(
                "for each of %d concessions, keeping it later brings no more weeks of relief".formatted(reliefs.size()),
                "waiting pays: keeping a promise later brings more relief");
    }

    /** Keeping the roadmap is worth at least so much more than the best deviation. */
    static Verdict taking(Question q) {
        var run = new Findings(q);
        double margin = q.number() == null ? 0 : q.number();
        int looked = 0;
        for (Map.Entry<Concession, List<Obligation>> e : reliefs(q, false).entrySet()) {
            Concession c = e.getKey();
            if (c.broken() == null) {
                continue;
            }
            looked++;
            double[] keeps = weeks(q, c, e.getValue(), false, ANY_TIME, run);
            double[] breaks = weeks(q, c, e.getValue(), true, ANY_TIME, run);
            run.held(grid(q).days());
            if (keeps != null && breaks != null && keeps[0] < breaks[0] + margin) {
                run.refuted(
                        c.at(),
                        "keeping %s brings at most %.0f weeks of relief, breaking it on the way brings up to %.0f"
                                .formatted(c.id(), keeps[0], breaks[0]),
                        List.of(
                                "let relief that is kept up go on: renew it while the promise stands",
                                "write `once` or `not again within N months` at %s".formatted(c.id())));
            }
        }
        if (looked == 0) {
            return q.notApplicable("no relief is given for something that can be broken");
        }
        return run.verdict(
                "for each of %d promises keeping it brings at least %.0f weeks more relief than breaking it"
                        .formatted(looked, margin),
                "breaking a promise can bring as much relief as keeping it");
    }

    static Verdict keeping(Question q) {
        return q.notApplicable("the text states no payoffs of partners");
    }

    private static Grid grid(Question q) {
        return Grid.of(q.theCase(), COARSER * q.theCase().gridDays());
    }

    /** Returns the reliefs by what they are given for; with those that a step gives for silence, to whoever waits. */
    private static Map<Concession, List<Obligation>> reliefs(Question q, boolean forSilence) {
        Map<Concession, List<Obligation>> found = new LinkedHashMap<>();
        for (Obligation o : q.duties()) {
            boolean eases = o.verb() != null && o.verb().eases() && o.measure() != null;
            if (eases && !q.without(o.partner().id())) {
                boolean answers = Answers.answers(o);
                o.step().branches().stream()
                        .filter(b -> answers ? b.equals(o.branch()) : forSilence && isSilence(o.branch()))
                        .flatMap(b -> first(b, q).stream())
                        .findFirst()
                        .ifPresent(c ->
                                found.computeIfAbsent(c, x -> new ArrayList<>()).add(o));
            }
        }
        return found;
    }

    private static boolean isSilence(Step.Branch branch) {
        return branch.trigger() instanceof Trigger.NothingBy || branch.trigger() instanceof Trigger.NothingFor;
    }

    private static java.util.Optional<Concession> first(Step.Branch branch, Question q) {
        var names = parley.model.Slice.asked(branch);
        return q.theCase().concessions().stream()
                .filter(c -> names.contains(c.id()))
                .findFirst();
    }

    /**
     * Returns the weeks of relief of all parts for each time of keeping, or {@code null} if a slice is too large; not a
     * number where the promise cannot be kept at that time.
     */
    private static double @Nullable [] weeks(
            Question q, Concession c, List<Obligation> reliefs, boolean breaks, List<Span> times, Findings run) {
        var weeks = new double[times.size()];
        for (Obligation o : reliefs) {
            Part part = part(q, c, o, run, breaks);
            if (part == null) {
                run.open("the slice of %s is too large".formatted(Stage.measure(o)));
                return null;
            }
            for (int i = 0; i < weeks.length; i++) {
                int ticks = longest(part, c.id(), breaks, times.get(i));
                boolean never = ticks < 0 && !times.equals(ANY_TIME);
                weeks[i] += never ? Double.NaN : Math.max(0, ticks) * grid(q).days() / DAYS_OF_A_WEEK;
            }
        }
        return weeks;
    }

    /** A compiled part with the clock of each state. */
    private record Part(Play play, Explored explored, List<int[]> byClock) {}

    private static @Nullable Part part(Question q, Concession c, Obligation o, Findings run, boolean breaks) {
        Slice.Part part = Slice.Part.of(o);
        List<Obligation> duties = q.duties().stream()
                .filter(x -> x.equals(o)
                        || (breaks
                                && x.step().equals(o.step())
                                && Slice.Part.of(x).equals(part)
                                && x.verb() != null
                                && x.verb().tightens()
                                && x.branch().trigger() instanceof Trigger.When))
                .toList();
        Slice slice = Slice.of(q.theCase(), grid(q), duties, true, List.of(), 0, 0)
                .hurried()
                .telling(Set.of(c.id()));
        Play play = Compiler.compile(slice, 0, true, scene -> {
            Expr.Read broken = scene.draft().truth(BROKEN_ONCE, false);
            scene.draft().also(m -> m.kind() == Move.Kind.BROKEN && m.thing().equals(c.id()), broken, Terms.TRUE);
            scene.draft().label(EASED, scene.acts().easedBy(part, o.step()));
            scene.draft().label(BROKEN_ONCE, broken);
            scene.draft().label(UNDELIVERED, scene.conduct().in(c.id(), Conduct.OPEN));
        });
        Explored explored = Safety.explore(play, run.tally());
        return explored == null ? null : new Part(play, explored, byClock(play, explored));
    }

    /** The longest time eased: values by falling clock, and within a tick until nothing changes. */
    private static int longest(Part part, String concession, boolean breaks, Span kept) {
        Game game = part.explored().game();
        BitSet broken = java.util.Objects.requireNonNull(game.labels().get(BROKEN_ONCE));
        BitSet undelivered = java.util.Objects.requireNonNull(game.labels().get(UNDELIVERED));
        int[] values = new int[game.states()];
        Arrays.fill(values, -1);
        int end = part.byClock().size() - 1;
        for (int s : part.byClock().getLast()) {
            boolean late = end > kept.to() && undelivered.get(s);
            values[s] = !late && (!breaks || broken.get(s)) ? 0 : -1;
        }
        Move[] moves = moves(part.play(), game);
        for (int t = end - 1; t >= 0; t--) {
            int[] states = part.byClock().get(t);
            if (t > kept.to()) {
                states = Arrays.stream(states).filter(s -> !undelivered.get(s)).toArray();
            }
            sweep(game, states, values, moves, concession, breaks, t < kept.from());
        }
        return values[game.initial()];
    }

    private static Move[] moves(Play play, Game game) {
        return game.actions().stream()
                .map(a -> java.util.Objects.requireNonNull(play.moves().get(a)))
                .toArray(Move[]::new);
    }

    private static void sweep(
            Game game, int[] states, int[] values, Move[] moves, String concession, boolean breaks, boolean early) {
        BitSet eased = java.util.Objects.requireNonNull(game.labels().get(EASED));
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int i = states.length - 1; i >= 0; i--) {
                int s = states[i];
                for (int choice = game.firstChoice()[s]; choice < game.firstChoice()[s + 1]; choice++) {
                    int action = game.action()[choice];
                    if (action < 0 || barred(moves[action], concession, breaks, early)) {
                        continue;
                    }
                    int next = values[game.successor()[game.firstBranch()[choice]]];
                    int gain = moves[action].kind() == Move.Kind.TICK && eased.get(s) ? 1 : 0;
                    if (next >= 0 && next + gain > values[s]) {
                        values[s] = next + gain;
                        changed = true;
                    }
                }
            }
        }
    }

    private static boolean barred(Move move, String concession, boolean breaks, boolean early) {
        boolean about = move.thing().equals(concession);
        return (move.kind() == Move.Kind.BROKEN && !breaks)
                || (move.kind() == Move.Kind.MET && about && early)
                || move.kind() == Move.Kind.LEAVES;
    }

    private static List<int[]> byClock(Play play, Explored explored) {
        int variable =
                java.util.Objects.requireNonNull(play.reads().get("tick")).variable();
        int states = explored.game().states();
        int[] many = new int[play.slice().grid().horizon() + 2];
        for (int s = 0; s < states; s++) {
            many[explored.value(s, variable)]++;
        }
        List<int[]> groups = new ArrayList<>();
        for (int count : many) {
            groups.add(new int[count]);
        }
        int[] at = new int[many.length];
        for (int s = 0; s < states; s++) {
            int t = explored.value(s, variable);
            groups.get(t)[at[t]++] = s;
        }
        return groups;
    }
}
