package parley.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import parley.model.Conduct;
import parley.model.Dating;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.model.Terms;
import parley.prism.Expr;
import parley.roadmap.Concession;
import parley.roadmap.Guard;
import parley.roadmap.Step;
import parley.standing.Standing;
import parley.text.Span;

/** Relief is never more than so many steps ahead of what is verified and not broken. */
final class Earned {
    private Earned() {}

    static Verdict check(Question q) {
        Guard.Ledger guard = q.theCase().guards().stream()
                .filter(Guard.Ledger.class::isInstance)
                .map(Guard.Ledger.class::cast)
                .findFirst()
                .orElse(null);
        int ahead = q.number() != null ? q.number() : guard == null ? 1 : guard.steps();
        Span clause = guard == null ? q.clause() : guard.at();
        var run = new Findings(q);
        Map<Step, List<Obligation>> easing = new LinkedHashMap<>();
        for (Obligation o : q.duties()) {
            boolean eases = o.verb() != null
                    && o.verb().eases()
                    && !q.without(o.partner().id());
            if (eases) {
                easing.computeIfAbsent(o.step(), s -> new ArrayList<>()).add(o);
            }
        }
        if (easing.isEmpty()) {
            return q.notApplicable("no step eases anything");
        }
        var ledger = new Ledger(q.theCase(), easing);
        int text = ledger.most(List.copyOf(easing.keySet()));
        if (text <= ahead) {
            run.held(0);
            return run.verdict(
                    "%d steps ease, and by the text no more than %d of them can stand ahead of what is verified; %d allowed"
                            .formatted(easing.size(), text, ahead),
                    "");
        }
        List<Dating.Dated> alone = new ArrayList<>();
        List<Obligation> of = new ArrayList<>();
        String unsure = "";
        for (List<Obligation> ways : easing.values()) {
            for (Obligation o : ways) {
                Safety.Found found = Safety.look(alone(q, o), run.tally());
                if (found instanceof Safety.Found.Reached(Dating.Dated course)) {
                    alone.add(course);
                    of.add(o);
                    break;
                }
                unsure = found instanceof Safety.Found.Open(String why) ? why : unsure;
            }
        }
        int shared = shared(easing.keySet(), of);
        if (unsure.isEmpty() && alone.size() + shared <= ahead) {
            run.held(q.theCase().gridDays());
            return run.verdict(
                    "of %d steps that ease, at most %d can stand eased without what they were given for; %d allowed"
                            .formatted(easing.size(), alone.size() + shared, ahead),
                    "");
        }
        for (int many = ahead + 1; many <= Math.min(alone.size(), ahead + 4) && run.refuted() == 0; many++) {
            break_(q, alone.subList(0, many), of.subList(0, many), ahead, clause, run);
        }
        if (run.refuted() == 0) {
            run.open(
                    "%d steps can each stand eased without what they were given for, %d are allowed, and no story was found in which they do so together"
                            .formatted(alone.size(), ahead));
        }
        return run.verdict("", "relief can run more than %d steps ahead of what is verified".formatted(ahead));
    }

    /**
     * Steps that are eased only while something they answer is verified count at most one less than there are in each group
     * that is joined by the concessions they answer.
     */
    private static int shared(Set<Step> easing, List<Obligation> alone) {
        List<Set<String>> groups = new ArrayList<>();
        int steps = 0;
        for (Step step : easing) {
            if (alone.stream().noneMatch(o -> o.step().equals(step))) {
                steps++;
                Set<String> joined = new TreeSet<>();
                step.branches().forEach(b -> joined.addAll(Slice.asked(b)));
                groups.removeIf(g -> {
                    boolean touches = g.stream().anyMatch(joined::contains);
                    return touches && (joined.addAll(g) || touches);
                });
                groups.add(joined);
            }
        }
        return steps - groups.size();
    }

    /** A step stands eased while none of the concessions of its branch is verified. */
    private static Safety.Setting alone(Question q, Obligation o) {
        List<Obligation> duties = q.duties().stream()
                .filter(x -> x.step().equals(o.step()) && Slice.Part.of(x).equals(Slice.Part.of(o)))
                .filter(x -> x.equals(o) || (x.verb() != null && x.verb().tightens()))
                .toList();
        return Safety.Setting.of(q, duties, true, List.of(), scene -> {
            Expr lost = Terms.TRUE;
            for (String c : Slice.asked(o.branch())) {
                lost = Terms.and(lost, Terms.not(scene.conduct().in(c, Conduct.VERIFIED)));
            }
            scene.draft().label(Safety.BAD, Terms.and(scene.acts().easedBy(Slice.Part.of(o), o.step()), lost));
        });
    }

    private static void break_(
            Question q, List<Dating.Dated> courses, List<Obligation> of, int ahead, Span clause, Findings run) {
        LocalDate end = courses.stream()
                .map(Dating.Dated::end)
                .max(LocalDate::compareTo)
                .orElseThrow();
        List<Dating.Dated> aligned = courses.stream().map(c -> breakOn(c, end)).toList();
        var last =
                new Story.Line(end, "relief is more than %d steps ahead of what is verified".formatted(ahead), clause);
        Stage.together(q, aligned, last, now -> ahead(now) > ahead).ifPresent(story -> {
            run.refuted(clause, "several promises can be broken while their relief still stands", mends(of.size()));
            of.forEach(o -> run.cause(
                    o.reaction().at(), "%s eases %s".formatted(o.step().id(), Stage.measure(o))));
            run.story(story.with(Cores.together(IntStream.range(0, of.size())
                            .mapToObj(i -> Cores.of(alone(q, of.get(i)), courses.get(i)))
                            .toList())
                    .and(clause)));
        });
    }

    private static List<String> mends(int reached) {
        return List.of(
                "allow `at most %d steps ahead`".formatted(reached),
                "let fewer steps stand open at once: a later phase, or a hold until the earlier step is verified for some time");
    }

    /** All promises break on the same day. */
    private static Dating.Dated breakOn(Dating.Dated course, LocalDate day) {
        List<LocalDate> days = new ArrayList<>(course.days());
        List<Move> moves = course.course().moves();
        boolean broken = false;
        for (int i = 0; i < moves.size(); i++) {
            broken |= moves.get(i).kind() == Move.Kind.BROKEN;
            if (broken) {
                days.set(i, day);
            }
        }
        return new Dating.Dated(course.course(), days, day);
    }

    private static long ahead(Standing now) {
        long relief = now.measures().stream()
                .map(Standing.MeasureLine::easedBy)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .count();
        long delivered = now.concessions().stream()
                .filter(c -> c.state() == Concession.State.VERIFIED)
                .count();
        return relief - delivered;
    }
}
