package parley.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.facts.Answer;
import parley.facts.StateReader;
import parley.facts.Truth;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Phase;

/**
 * The states a story tells of, for conditions that ask for them before there is a standing. What a day's record shows of
 * concessions is asked before that day's signatures count and its phases open; so is this.
 */
final class PlannedStates implements StateReader {
    private final Case theCase;
    private final List<Happening> story;
    private final Lives lives;
    private final Map<String, @Nullable LocalDate> opened = new TreeMap<>();

    PlannedStates(Case theCase, List<Happening> story, Lives lives) {
        this.theCase = theCase;
        this.story = story;
        this.lives = lives;
    }

    @Override
    public Answer inState(Condition.InState c, LocalDate day, LocalDate since) {
        LocalDate start = start(c.thing().id(), c.state(), day);
        Length hold = c.hold();
        boolean holds = start != null && (hold == null || !hold.after(start).isAfter(day));
        return Answer.of(Truth.of(holds), "");
    }

    private @Nullable LocalDate start(String thing, String state, LocalDate day) {
        for (Phase p : theCase.phases()) {
            if (p.id().equals(thing)) {
                return phase(p, state, day);
            }
        }
        for (Measure m : theCase.measures()) {
            if (m.id().equals(thing)) {
                return measure(m, state, day);
            }
        }
        return concession(thing, state, day);
    }

    private @Nullable LocalDate concession(String name, String state, LocalDate day) {
        for (Round r : lives.of(name).reversed()) {
            LocalDate met = r.met() == null ? null : r.met().on();
            LocalDate broken = r.broken() == null ? null : r.broken().on();
            boolean over = broken != null && !broken.isAfter(day);
            if (over) {
                return state.equals("broken") ? broken : null;
            }
            if (met != null && !met.isAfter(day)) {
                return switch (state) {
                    case "met" -> met;
                    case "verified" -> signed(r, day);
                    default -> null;
                };
            }
        }
        return state.equals("open") ? theCase.from() : null;
    }

    private static @Nullable LocalDate signed(Round r, LocalDate day) {
        LocalDate on = r.verified();
        boolean alone = r.concession().verifiedBy() == null;
        return on != null && (on.isBefore(day) || (alone && on.equals(day))) ? on : null;
    }

    private static @Nullable LocalDate period(Concession.Runs runs, LocalDate day) {
        return day.isAfter(runs.from()) && !day.isAfter(runs.to()) ? runs.from() : null;
    }

    private @Nullable LocalDate phase(Phase p, String state, LocalDate day) {
        LocalDate start = p.runs() != null ? period(p.runs(), day) : opens(p);
        boolean open = start != null && start.isBefore(day);
        return switch (state) {
            case "open" -> open ? start : null;
            case "closed" -> open ? null : theCase.from();
            default -> null;
        };
    }

    /** Returns the day a phase opens as the story tells, or {@code null}. */
    private @Nullable LocalDate opens(Phase p) {
        if (p.first()) {
            return theCase.from();
        }
        if (!opened.containsKey(p.id())) {
            opened.put(p.id(), null); // a circle of gates opens none of them
            opened.put(p.id(), firstTrue(p.opens()));
        }
        return opened.get(p.id());
    }

    private @Nullable LocalDate firstTrue(@Nullable Condition gate) {
        if (gate == null) {
            return null;
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Happening h : story) {
            days.add(h.on());
            for (Condition leaf : gate.leaves()) {
                if (leaf instanceof Condition.InState in && in.hold() != null) {
                    days.add(in.hold().after(h.on()));
                }
            }
        }
        // The gate is looked at after the signatures of the day, so what is signed counts at once.
        return days.stream()
                .filter(d -> holds(gate, d.plusDays(1), d))
                .findFirst()
                .orElse(null);
    }

    private boolean holds(Condition c, LocalDate asked, LocalDate day) {
        return switch (c) {
            case Condition.All all -> all.parts().stream().allMatch(p -> holds(p, asked, day));
            case Condition.Any any -> any.parts().stream().anyMatch(p -> holds(p, asked, day));
            case Condition.Not not -> !holds(not.part(), asked, day);
            case Condition.InState in -> {
                LocalDate start = start(in.thing().id(), in.state(), asked);
                Length hold = in.hold();
                yield start != null && (hold == null || !hold.after(start).isAfter(day));
            }
            case Condition.Level _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Absent _,
                    Condition.Occurs _,
                    Condition.Amount _,
                    Condition.Owed _,
                    Condition.By _ -> false;
        };
    }

    /** Follows the acts that the story tells; ends that come by themselves are left to the standing. */
    private @Nullable LocalDate measure(Measure m, String state, LocalDate day) {
        MeasureState now = m.initialState();
        LocalDate since = theCase.from();
        for (Measure.Transition t : m.history()) {
            now = t.verb().leadsTo();
            since = t.on();
        }
        for (Happening h : story) {
            if (h instanceof Happening.Acts a && a.measure().equals(m.id()) && a.on().isBefore(day)) {
                now = a.verb().leadsTo();
                since = a.on();
            }
        }
        return now.word().equals(state) ? since : null;
    }

    @Override
    public Answer amount(Condition.Amount condition, LocalDate day, LocalDate since) {
        return Answer.of(Truth.UNKNOWN, "");
    }

    @Override
    public Answer owed(Condition.Owed condition, LocalDate day, LocalDate since) {
        return Answer.of(Truth.UNKNOWN, "");
    }

    @Override
    public Answer by(Condition.By condition, LocalDate day, LocalDate since) {
        return Answer.of(Truth.UNKNOWN, "");
    }
}
