package parley.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;

/** The rounds of each concession that a story mentions, and what they ask of the figures. */
final class Lives {
    private final Case theCase;
    private final LocalDate until;
    private final Map<String, List<Round>> rounds = new TreeMap<>();

    Lives(Case theCase, List<Happening> story, LocalDate until) {
        this.theCase = theCase;
        this.until = until;
        for (int i = 0; i < story.size(); i++) {
            read(story.get(i), i);
        }
    }

    private void read(Happening happening, int i) {
        switch (happening) {
            case Happening.Met m -> met(m.concession(), new Round.Told(i, m.on()));
            case Happening.Verified v -> {
                met(v.concession(), new Round.Told(i, v.on()));
                Round round = current(v.concession());
                if (round != null && round.broken() == null) {
                    replace(round.withVerified(i, v.on()));
                }
            }
            case Happening.Broken b -> broken(b.concession(), new Round.Told(i, b.on()));
            case Happening.Disputes d -> begin(d.concession(), i);
            case Happening.Acts _,
                    Happening.Decides _,
                    Happening.Consults _,
                    Happening.Leaves _,
                    Happening.Occurs _,
                    Happening.Reads _,
                    Happening.Passes _ -> {}
        }
    }

    private void met(String concession, Round.Told told) {
        begin(concession, told.happening());
        Round round = current(concession);
        if (round != null && round.met() == null) {
            replace(round.withMet(told));
        }
    }

    private void broken(String concession, Round.Told told) {
        begin(concession, told.happening());
        Round round = current(concession);
        if (round != null && round.met() != null && round.broken() == null) {
            replace(round.withBroken(told));
            Round next = round.next(told);
            if (next != null) {
                life(concession).add(next);
            }
        }
    }

    private void begin(String name, int happening) {
        for (Concession c : theCase.concessions()) {
            if (c.id().equals(name) && !rounds.containsKey(name)) {
                LocalDate opens = c.runs() == null ? theCase.from() : c.runs().from();
                rounds.put(name, new ArrayList<>(List.of(Round.first(c, opens, happening))));
            }
        }
    }

    private List<Round> life(String concession) {
        return rounds.computeIfAbsent(concession, _ -> new ArrayList<>());
    }

    private @Nullable Round current(String concession) {
        List<Round> all = rounds.get(concession);
        return all == null ? null : all.getLast();
    }

    private void replace(Round round) {
        List<Round> all = life(round.concession().id());
        all.set(all.size() - 1, round);
    }

    /** Returns the rounds of a concession in their order; empty if the story does not mention it. */
    List<Round> of(String concession) {
        return rounds.getOrDefault(concession, List.of());
    }

    Collection<List<Round>> all() {
        return rounds.values();
    }

    /** Returns the first day of the case, or of what the story tells of earlier times. */
    LocalDate firstDay() {
        return rounds.values().stream()
                .map(r -> r.getFirst().opens())
                .filter(day -> day.isBefore(theCase.from()))
                .min(LocalDate::compareTo)
                .orElse(theCase.from());
    }

    /** Returns what the story asks of the figures: first what it tells, by days, then what must not come by accident. */
    List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        for (List<Round> life : rounds.values()) {
            life.forEach(r -> goals(r, goals));
        }
        goals.sort(Comparator.comparingInt((Goal g) -> g.told() ? 0 : 1)
                .thenComparing(g -> g.told() ? g.on() : g.from())
                .thenComparingInt(Goal::happening));
        return goals;
    }

    private void goals(Round r, List<Goal> goals) {
        Concession c = r.concession();
        LocalDate closes = c.runs() == null ? theCase.to() : c.runs().to();
        LocalDate last = closes.isBefore(until) ? closes : until;
        Round.Told met = r.met();
        Round.Told broken = r.broken();
        if ((met != null && !met.on().isBefore(r.opens())) || !r.opens().isAfter(last)) {
            goals.add(goal(c.met(), r.opens(), met, last, r.lastingSince(), r.opens(), r.last()));
        } else if (met != null) {
            goals.add(goal(c.met(), met.on(), met, last, r.opens(), r.opens(), r.last()));
        }
        Condition breaks = c.broken();
        if (breaks != null && met != null && !met.on().isAfter(last)) {
            goals.add(goal(breaks, met.on(), broken, last, met.on(), met.on(), r.last()));
        }
    }

    private static Goal goal(
            Condition condition,
            LocalDate from,
            Round.@Nullable Told told,
            LocalDate last,
            LocalDate since,
            LocalDate deedsSince,
            int otherwise) {
        return new Goal(
                condition,
                Ways.of(condition),
                from,
                told == null ? null : told.on(),
                last,
                since,
                deedsSince,
                told == null ? otherwise : told.happening());
    }
}
