package parley.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.model.Dating;
import parley.model.Obligation;
import parley.roadmap.Guard;
import parley.roadmap.Measure;
import parley.roadmap.Ref;
import parley.roadmap.Verb;
import parley.text.Span;

/** Escalation never runs out: enough measures stay in reserve, whatever the branches use up. */
final class Reserves {
    private Reserves() {}

    static Verdict check(Question q) {
        Guard.KeepReserve guard = q.theCase().guards().stream()
                .filter(Guard.KeepReserve.class::isInstance)
                .map(Guard.KeepReserve.class::cast)
                .findFirst()
                .orElse(null);
        Integer asked = q.number();
        int kept = asked != null ? asked : guard == null ? 1 : guard.count();
        List<Measure> reserves = reserves(q);
        if (reserves.isEmpty() && asked == null && guard == null) {
            return q.notApplicable("the text keeps nothing in reserve and asks for none");
        }
        var run = new Findings(q);
        int left = spend(q, kept, guard == null ? null : guard.until(), guard == null ? Span.NOWHERE : guard.at(), run);
        return run.verdict(
                "of %d measures in reserve at least %d stay whatever happens, %d are to be kept"
                        .formatted(reserves.size(), left, kept),
                "%d measures in reserve, %d are to be kept, and the branches can use so many that fewer are left"
                        .formatted(reserves.size(), kept));
    }

    private static List<Measure> reserves(Question q) {
        return q.theCase().measures().stream()
                .filter(m -> m.kind() == Measure.Kind.RESERVE)
                .toList();
    }

    /** Looks whether the branches can use up so much that fewer than {@code kept} are left; returns what stays at least. */
    static int spend(Question q, int kept, @Nullable Ref until, Span clause, Findings run) {
        List<Measure> reserves = reserves(q);
        if (reserves.size() < kept) {
            run.refuted(
                    clause,
                    "the text declares %d in reserve and keeps %d".formatted(reserves.size(), kept),
                    List.of("declare more reserves, or keep fewer"));
            return reserves.size();
        }
        Map<String, List<Obligation>> uses = new LinkedHashMap<>();
        for (Obligation o : q.duties()) {
            Measure m = o.measure();
            boolean spends = o.verb() == Verb.IMPOSE;
            if (m != null
                    && m.kind() == Measure.Kind.RESERVE
                    && spends
                    && !q.without(o.partner().id())
                    && !later(o, until)) {
                uses.computeIfAbsent(m.id(), id -> new ArrayList<>()).add(o);
            }
        }
        int needed = reserves.size() - kept + 1;
        if (uses.size() < needed) {
            run.held(0);
            return reserves.size() - uses.size();
        }
        compose(q, uses.values(), needed, kept, clause, run);
        return reserves.size() - uses.size();
    }

    private static boolean later(Obligation o, @Nullable Ref until) {
        return until != null && o.step().phase().id().equals(until.id());
    }

    /** Lets several branches impose, each in its own slice; the stories are put side by side and replayed together. */
    private static void compose(
            Question q, Collection<List<Obligation>> uses, int needed, int kept, Span clause, Findings run) {
        List<Dating.Dated> courses = new ArrayList<>();
        List<Obligation> used = new ArrayList<>();
        String unsure = "";
        for (List<Obligation> ways : uses) {
            for (Obligation o : ways) {
                Safety.Found found = Safety.look(imposed(q, o), run.tally());
                if (found instanceof Safety.Found.Reached(Dating.Dated course)) {
                    courses.add(course);
                    used.add(o);
                    break;
                }
                unsure = found instanceof Safety.Found.Open(String why) ? why : unsure;
            }
            if (courses.size() == needed) {
                break;
            }
        }
        if (courses.size() < needed) {
            if (unsure.isEmpty()) {
                run.held(q.theCase().gridDays());
            } else {
                run.open(unsure);
            }
            return;
        }
        LocalDate end = courses.stream()
                .map(Dating.Dated::end)
                .max(LocalDate::compareTo)
                .orElseThrow();
        String says = "%d of the reserves are imposed, fewer than %d are left".formatted(needed, kept);
        Stage.together(q, courses, new Story.Line(end, says, clause), now -> inReserve(q, now) < kept)
                .ifPresentOrElse(
                        story -> {
                            run.refuted(
                                    clause,
                                    "the branches can use %d measures in reserve, %d are to be kept"
                                            .formatted(needed, kept),
                                    List.of("declare %d more in reserve".formatted(1), "keep fewer, or promise fewer"));
                            used.forEach(o -> run.cause(o.reaction().at(), "imposes " + Stage.measure(o)));
                            run.story(story.with(Cores.together(IntStream.range(0, used.size())
                                            .mapToObj(i -> Cores.of(imposed(q, used.get(i)), courses.get(i)))
                                            .toList())
                                    .and(clause)));
                        },
                        () -> run.open(
                                "each of %d branches can impose a reserve, but no story was found in which all do"
                                        .formatted(needed)));
    }

    private static long inReserve(Question q, parley.standing.Standing now) {
        List<String> names = reserves(q).stream().map(Measure::id).toList();
        return now.measures().stream()
                .filter(m -> names.contains(m.measure()) && m.state() == parley.roadmap.MeasureState.RESERVE)
                .count();
    }

    private static Safety.Setting imposed(Question q, Obligation o) {
        return Safety.Setting.of(
                q,
                List.of(o),
                true,
                List.of(),
                scene -> scene.draft()
                        .label(
                                Safety.BAD,
                                scene.acts().isIn(parley.model.Slice.Part.of(o), parley.roadmap.MeasureState.IMPOSED)));
    }
}
