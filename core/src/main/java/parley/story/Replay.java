package parley.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.MeasureState;
import parley.roadmap.Scenario;
import parley.roadmap.Stage;
import parley.standing.Standing;
import parley.standing.Telling;

/** Holds a story against the standing of its days. */
final class Replay {
    private final Telling telling;
    private final List<Miss> misses = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param misses what did not come, in the order of the story
     */
    record Played(List<Miss> misses, @Nullable Standing atLast) {}

    /** Something that did not come as told. */
    record Miss(int happening, String says) {}

    private Replay(Case theCase, List<Scenario.Line> lines) {
        this.telling = new Telling(theCase, lines);
    }

    static Played of(Case theCase, List<Scenario.Line> lines, List<Happening> story) {
        var replay = new Replay(theCase, lines);
        IntStream.range(0, story.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> story.get(i).on()))
                .forEach(i -> replay.look(i, story.get(i)));
        List<Miss> misses = replay.misses.stream()
                .sorted(Comparator.comparingInt(Miss::happening))
                .toList();
        return new Played(misses, story.isEmpty() ? null : replay.telling.standing());
    }

    private void look(int i, Happening happening) {
        LocalDate on = happening.on();
        telling.pass(on);
        switch (happening) {
            case Happening.Met m -> state(i, m.concession(), "met", on);
            case Happening.Verified v -> state(i, v.concession(), "verified", on);
            case Happening.Broken b -> state(i, b.concession(), "broken", on);
            case Happening.Acts a -> act(i, a);
            case Happening.Decides d -> decision(i, d);
            case Happening.Disputes d -> dispute(i, d);
            case Happening.Consults _,
                    Happening.Leaves _,
                    Happening.Occurs _,
                    Happening.Reads _,
                    Happening.Passes _ -> {}
        }
    }

    private void state(int i, String concession, String state, LocalDate on) {
        LocalDate since = telling.since(concession, state);
        if (since == null) {
            miss(i, "%s is not %s on %s: %s".formatted(concession, state, on, found(concession)));
        } else if (!since.equals(on)) {
            miss(i, "%s is %s since %s, not %s".formatted(concession, state, since, on));
        }
    }

    private String found(String concession) {
        return telling.standing().concessions().stream()
                .filter(c -> c.concession().equals(concession))
                .map(c -> "it is %s since %s; %s"
                        .formatted(
                                c.state().word(),
                                c.since(),
                                String.join("; ", c.holds().reasons())))
                .findFirst()
                .orElse("the case has no such concession");
    }

    private void act(int i, Happening.Acts a) {
        MeasureState now = telling.part(a.measure(), a.partner());
        boolean windsDown = now != null && a.verb().tightens() && telling.windsDown(a.measure(), a.partner());
        if (now != a.verb().leadsTo() && !windsDown) {
            String what = now == null ? "it does not decide about it" : "its part is " + now.word();
            miss(i, "%s has not %s on %s: %s".formatted(a.partner(), a.verb().did(a.measure()), a.on(), what));
        }
    }

    private void decision(int i, Happening.Decides d) {
        Stage now = telling.reached(d.partner(), d.verb(), d.measure());
        boolean done = telling.part(d.measure(), d.partner()) == d.verb().leadsTo();
        if (now != d.stage() && !done) {
            miss(
                    i,
                    "the %s of %s by %s is not %s on %s: %s"
                            .formatted(
                                    d.verb().noun(),
                                    d.measure(),
                                    d.partner(),
                                    d.stage().word(),
                                    d.on(),
                                    now == null ? "nothing is decided" : "it is " + now.word()));
        }
    }

    private void dispute(int i, Happening.Disputes d) {
        boolean disputed = telling.since(d.concession(), "disputed") != null;
        if (disputed == d.settles()) {
            miss(
                    i,
                    "%s is %s on %s: the %s by %s does not count"
                            .formatted(
                                    d.concession(),
                                    disputed ? "still disputed" : "not disputed",
                                    d.on(),
                                    d.settles() ? "settling" : "dispute",
                                    d.who()));
        }
    }

    private void miss(int i, String says) {
        misses.add(new Miss(i, says));
    }

    /** Says whether a happening is among what did not come. */
    static boolean misses(List<Miss> misses, int happening) {
        return misses.stream().anyMatch(m -> m.happening() == happening);
    }
}
