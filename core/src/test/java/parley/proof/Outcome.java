package parley.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import parley.model.Dating;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.roadmap.Case;
import parley.roadmap.Length;
import parley.roadmap.MeasureState;
import parley.standing.Standing;
import parley.standing.Telling;
import parley.story.Happening;
import parley.story.Staged;
import parley.story.Staging;

/** What comes of a walk when it is staged and held against the standing of its last day. */
record Outcome(Kind kind, String says) {
    private static final int SLACK_DAYS = 92;

    enum Kind {
        AGREES,
        /** The same day ends in another state. */
        DIFFERS,
        /** No figures were found for it, or they lie after the end of the case. */
        MISSES,
        /** Something the walk does not tell came about by itself: no clause is closed to what nobody mentions. */
        DISTURBED
    }

    static Outcome of(Case theCase, Walk walk, Dating.Dated dated) {
        List<Happening> story = story(walk, dated);
        Staged staged = Staging.stage(theCase, story, dated.end(), SLACK_DAYS);
        LocalDate last = staged.happenings().getLast().on();
        if (!staged.replays() || last.isAfter(theCase.to())) {
            return new Outcome(Kind.MISSES, staged.misses() + "\n" + told(dated));
        }
        var telling = new Telling(theCase, staged.lines());
        telling.pass(last);
        Standing now = telling.standing();
        if (disturbed(theCase, walk, staged.happenings(), now)) {
            return new Outcome(Kind.DISTURBED, "");
        }
        List<String> differs = new ArrayList<>();
        conduct(walk, now, differs);
        measures(walk, telling, differs);
        duties(walk, now, differs);
        return differs.isEmpty()
                ? new Outcome(Kind.AGREES, "")
                : new Outcome(
                        Kind.DIFFERS,
                        "on %s: %s%n%s%s".formatted(last, differs, told(dated), staged.scenario("the walk")));
    }

    /** What is decided twice on a day counts as decided last: the standing looks when the day is over. */
    private static List<Happening> story(Walk walk, Dating.Dated dated) {
        List<Happening> story = new ArrayList<>();
        for (int i = 0; i < dated.days().size(); i++) {
            Happening h =
                    Stage.happening(walk.course().moves().get(i), dated.days().get(i), walk.slice());
            if (h instanceof Happening.Decides now) {
                story.removeIf(x -> x instanceof Happening.Decides before
                        && before.on().equals(now.on())
                        && before.partner().equals(now.partner())
                        && before.verb() == now.verb()
                        && before.measure().equals(now.measure()));
            }
            if (h != null) {
                story.add(h);
            }
        }
        story.add(new Happening.Passes(dated.end()));
        return story;
    }

    /**
     * What is conduct alone comes about by itself where the figures bring it: a phase with dates opens on its day, a series
     * that breaks one promise breaks another. The model leaves it open, which is more, never less.
     */
    private static boolean disturbed(Case theCase, Walk walk, List<Happening> story, Standing now) {
        boolean dated = theCase.phases().stream()
                .anyMatch(p -> p.runs() != null
                        && walk.slice().phases().contains(p.id())
                        && !walk.isOpen(p.id())
                        && !p.runs().from().isAfter(now.asOf()));
        return dated
                || now.concessions().stream()
                        .filter(c -> walk.slice().concessions().contains(c.concession()) && c.settled())
                        .anyMatch(c -> story.stream().noneMatch(h -> tells(h, c)));
    }

    /** Says whether a state of a concession began on a day on which the story tells of it. */
    private static boolean tells(Happening h, Standing.ConcessionState c) {
        String about = switch (h) {
            case Happening.Met m -> m.concession();
            case Happening.Verified v -> v.concession();
            case Happening.Broken b -> b.concession();
            default -> "";
        };
        return about.equals(c.concession()) && h.on().equals(c.since());
    }

    private static void conduct(Walk walk, Standing now, List<String> differs) {
        for (Standing.ConcessionState c : now.concessions()) {
            if (walk.slice().concessions().contains(c.concession())) {
                String here = c.settled() ? c.state().word() : "open";
                differ(c.concession(), walk.stateOf(c.concession()), here, differs);
            }
        }
        for (Standing.PhaseState p : now.phases()) {
            if (walk.slice().phases().contains(p.phase())) {
                differ("phase " + p.phase(), walk.isOpen(p.phase()), !p.state().equals("closed"), differs);
            }
        }
    }

    private static void measures(Walk walk, Telling telling, List<String> differs) {
        for (Slice.Part part : walk.slice().parts()) {
            MeasureState here = telling.part(part.measure(), part.owner());
            // The model counts the time to wind down before the act, the standing after it.
            if (walk.stateOf(part) == MeasureState.IMPOSED && telling.windsDown(part.measure(), part.owner())) {
                here = MeasureState.IMPOSED;
            }
            differ(part.owner() + "'s " + part.measure(), walk.stateOf(part), String.valueOf(here), differs);
        }
    }

    /** What is owed, since which day, and whether it is late. */
    private static void duties(Walk walk, Standing now, List<String> differs) {
        List<Obligation> all = walk.slice().duties();
        for (int i = 0; i < all.size(); i++) {
            Obligation o = all.get(i);
            List<Standing.Duty> owed = now.duties().stream()
                    .filter(d -> d.done() == null && is(d, o))
                    .filter(d -> d.state() == Standing.DutyState.DUE || d.state() == Standing.DutyState.LATE)
                    .toList();
            String what = "%s owes the %s of %s"
                    .formatted(o.partner().id(), o.words(), o.step().id());
            differ(what, owes(walk, o), !owed.isEmpty(), differs);
            for (Standing.Duty d : owed) {
                List<LocalDate> due =
                        days(walk, o).stream().map(w -> w.after(d.arose())).toList();
                boolean late = d.state() == Standing.DutyState.LATE;
                // Clauses that ask for the same with other times are one duty: any of their days will do.
                boolean fits = due.isEmpty() || due.stream().anyMatch(day -> late == day.isBefore(now.asOf()));
                differ(what + " late", fits ? late : !late, late, differs);
            }
        }
    }

    /** The times that clauses asking for the same give for it. */
    private static List<Length> days(Walk walk, Obligation o) {
        return walk.slice().duties().stream()
                .filter(x -> same(x, o))
                .map(x -> x.reaction().within())
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean same(Obligation x, Obligation o) {
        return x.verb() == o.verb() && Slice.Part.of(x).equals(Slice.Part.of(o));
    }

    /** Two clauses may ask the same of somebody: it is owed once. */
    private static boolean owes(Walk walk, Obligation o) {
        List<Obligation> all = walk.slice().duties();
        for (int i = 0; i < all.size(); i++) {
            if (same(all.get(i), o) && walk.owes(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Standing.Duty d, Obligation o) {
        return d.partner().equals(o.partner().id())
                && d.thing().equals(Stage.measure(o))
                && o.verb() != null
                && d.what().equals(o.verb().noun());
    }

    private static void differ(String what, Object model, Object standing, List<String> differs) {
        if (!String.valueOf(model).equals(String.valueOf(standing))) {
            differs.add("%s: %s in the model, %s in the standing".formatted(what, model, standing));
        }
    }

    private static String told(Dating.Dated dated) {
        var text = new StringBuilder();
        for (int i = 0; i < dated.days().size(); i++) {
            Move m = dated.course().moves().get(i);
            if (m.kind() != Move.Kind.TICK) {
                text.append("  %s %s %s %s%n"
                        .formatted(dated.days().get(i), m.kind(), m.actor(), m.thing() + " " + m.number()));
            }
        }
        return text.toString();
    }
}
