package parley.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Expiry;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;
import parley.text.Fix;
import parley.text.Label;

/** Warns of what went wrong before in how relief was given and taken back. Steps of phases that are over are not advised on. */
final class ReliefAdvice {
    private final Case theCase;
    private final Problems problems;
    private final Map<String, Declaration> names;

    ReliefAdvice(Case theCase, Problems problems) {
        this.theCase = theCase;
        this.problems = problems;
        this.names = theCase.byName();
    }

    void check() {
        List<Step> current = theCase.steps().stream().filter(this::current).toList();
        for (Step s : current) {
            snapback(s);
            for (Step.Branch b : s.branches()) {
                untested(b);
                irreversible(b);
                empty(b);
                b.reactions().forEach(this::hasty);
            }
        }
        everything(current);
    }

    private boolean current(Step s) {
        return !(names.get(s.phase().id()) instanceof Phase p)
                || p.runs() == null
                || !p.runs().to().isBefore(theCase.from());
    }

    /** Returns the measure that a reaction eases, if any; a grant of an offer is no relief. */
    private List<Measure> eased(Reaction r) {
        return r.deed() instanceof Reaction.Deed.Act(var verb, var ref)
                        && verb.eases()
                        && names.get(ref.id()) instanceof Measure m
                        && m.kind() != Measure.Kind.OFFER
                ? List.of(m)
                : List.of();
    }

    private void untested(Step.Branch b) {
        String early = switch (b.trigger()) {
            case Trigger.OnDay(var day) -> "on " + day;
            case Trigger.When(var c) ->
                Conditions.leaves(c).stream()
                        .filter(leaf -> leaf instanceof Condition.InState in
                                && Set.of("met", "claimed").contains(in.state())
                                && names.get(in.thing().id()) instanceof Concession)
                        .map(leaf -> leaf instanceof Condition.InState in ? "when it is only " + in.state() : "")
                        .findFirst()
                        .orElse("");
            case Trigger.NothingBy _, Trigger.NothingFor _, Trigger.Otherwise _ -> "";
        };
        for (Reaction r : b.reactions()) {
            for (Measure m : early.isEmpty() ? List.<Measure>of() : eased(r)) {
                problems.add(
                        Code.R103,
                        "`%s` is eased %s".formatted(m.id(), early),
                        r.at(),
                        Fix.advice("let the branch wait for `verified`"));
            }
        }
    }

    private void irreversible(Step.Branch b) {
        if (!(b.trigger() instanceof Trigger.When(var c))) {
            return;
        }
        for (Ref ref : Conditions.subjects(c)) {
            if (!(names.get(ref.id()) instanceof Concession concession) || !concession.reversible()) {
                continue;
            }
            for (Reaction r : b.reactions()) {
                if (r.deed() instanceof Reaction.Deed.Act(var verb, var measure)
                        && verb == Verb.LIFT
                        && r.expiry() instanceof Expiry.UntilRevoked) {
                    problems.add(
                            Code.R105,
                            "`%s` can be taken back and `%s` is lifted for good"
                                    .formatted(concession.id(), measure.id()),
                            List.of(new Label(r.at(), "for good"), new Label(concession.at(), "reversible")),
                            List.of(Fix.advice("suspend it `for 6 months, then it returns`")));
                }
            }
        }
    }

    private void empty(Step.Branch b) {
        Set<String> open = new HashSet<>();
        for (Reaction r : b.reactions()) {
            eased(r).forEach(m -> open.add(m.id()));
            if (r.deed() instanceof Reaction.Deed.Keep(var m, var state) && state != MeasureState.IMPOSED) {
                open.add(m.id());
            }
        }
        for (Reaction r : b.reactions()) {
            for (Measure m : eased(r)) {
                for (Ref other : m.voidWhile()) {
                    if (names.get(other.id()) instanceof Measure v && stands(v) && !open.contains(v.id())) {
                        problems.add(
                                Code.R108,
                                "the relief of `%s` is void while `%s` stands".formatted(m.id(), v.id()),
                                List.of(new Label(r.at(), "eased here"), new Label(other.at(), "void while this")),
                                List.of(Fix.advice("ease `%s` in the same branch".formatted(v.id()))));
                    }
                }
            }
        }
    }

    private static boolean stands(Measure m) {
        return !m.history().isEmpty() && m.history().getLast().verb().tightens();
    }

    private void hasty(Reaction r) {
        if (r.prepared()
                || r.within() == null
                || !(r.deed() instanceof Reaction.Deed.Act(var _, var ref))
                || !(names.get(ref.id()) instanceof Measure m)) {
            return;
        }
        for (Ref actor : r.actors()) {
            Partner.Procedure by = procedure(actor, r, m);
            if (by != null && r.within().mostDays() < by.fewestDays()) {
                problems.add(
                        Code.R106,
                        "`%s` has never decided within %s; its fastest took %d days"
                                .formatted(actor.id(), r.within(), by.fewestDays()),
                        List.of(new Label(r.at(), "promised"), new Label(by.at(), "known")),
                        List.of(Fix.advice("give at least %d days, or prepare the act".formatted(by.fewestDays()))));
            }
        }
    }

    private Partner.@Nullable Procedure procedure(Ref actor, Reaction r, Measure m) {
        return names.get(actor.id()) instanceof Partner p
                ? p.procedureFor(r.competence() != null ? r.competence() : m.competence())
                : null;
    }

    private void snapback(Step s) {
        Map<String, Reaction> lasting = new TreeMap<>();
        for (Step.Branch b : s.branches()) {
            for (Reaction r : b.reactions()) {
                eased(r).stream().filter(_ -> !returns(r.expiry())).forEach(m -> lasting.put(m.id(), r));
            }
        }
        for (Step.Branch b : s.branches()) {
            for (Reaction r : b.reactions()) {
                if (r.prepared()) {
                    continue;
                }
                switch (r.deed()) {
                    case Reaction.Deed.Act(var verb, var ref)
                    when verb.tightens() -> {
                        Reaction relief = lasting.get(ref.id());
                        if (relief != null) {
                            blocked(r, r.actors(), ref.id(), relief);
                        }
                    }
                    case Reaction.Deed.RestoreEased _ ->
                        lasting.forEach(
                                (m, relief) -> blocked(r, r.everyPartner() ? relief.actors() : r.actors(), m, relief));
                    case Reaction.Deed.Act _,
                            Reaction.Deed.Keep _,
                            Reaction.Deed.Review _,
                            Reaction.Deed.Consult _ -> {}
                }
            }
        }
    }

    private void blocked(Reaction r, List<Ref> actors, String measure, Reaction relief) {
        if (!(names.get(measure) instanceof Measure m)) {
            return;
        }
        for (Ref actor : actors) {
            Partner.Procedure by = procedure(actor, r, m);
            if (by != null && by.rule() instanceof Partner.Rule.Unanimity) {
                problems.add(
                        Code.R107,
                        "one veto in `%s` keeps `%s` from returning".formatted(actor.id(), measure),
                        List.of(new Label(r.at(), "decided by all"), new Label(relief.at(), "does not end by itself")),
                        List.of(Fix.advice("give the relief `for 6 months, then it returns`, or prepare the act")));
            }
        }
    }

    private static boolean returns(Expiry expiry) {
        return switch (expiry) {
            case Expiry.For f -> f.then() == Expiry.Default.RETURNS || f.then() == Expiry.Default.ENDS;
            case Expiry.Until u -> u.then() == Expiry.Default.RETURNS || u.then() == Expiry.Default.ENDS;
            case Expiry.UntilRevoked _, Expiry.Unsaid _ -> false;
        };
    }

    private void everything(List<Step> current) {
        Set<String> all = new HashSet<>();
        theCase.measures().stream()
                .filter(m -> m.kind() == Measure.Kind.MEASURE && !m.permanent() && stands(m))
                .forEach(m -> all.add(m.id()));
        List<Step.Branch> easing = new ArrayList<>();
        Set<String> at = new HashSet<>();
        for (Step s : current) {
            for (Step.Branch b : s.branches()) {
                List<Measure> here =
                        b.reactions().stream().flatMap(r -> eased(r).stream()).toList();
                if (!here.isEmpty()) {
                    easing.add(b);
                    here.forEach(m -> at.add(m.id()));
                }
            }
        }
        if (theCase.concessions().size() == 1 && easing.size() == 1 && all.size() > 1 && at.containsAll(all)) {
            problems.add(
                    Code.R104,
                    "one branch eases all %d measures and nothing comes before it".formatted(all.size()),
                    easing.getFirst().at(),
                    Fix.advice("ask for smaller concessions and answer each with a part"));
        }
    }
}
