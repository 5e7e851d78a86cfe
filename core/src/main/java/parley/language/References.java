package parley.language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Assumption;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Guard;
import parley.roadmap.Measure;
import parley.roadmap.OwnershipRule;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Scenario;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verifier;
import parley.text.Fix;
import parley.text.Label;

/** Checks that each name in a case stands for something of the right kind. */
final class References {
    private static final Map<String, Set<String>> STATES = Map.of(
            "concession", Set.of("open", "claimed", "met", "verified", "broken", "expired", "disputed"),
            "measure", Set.of("imposed", "suspended", "licensed", "lifted", "lapsed", "in reserve"),
            "reserve", Set.of("imposed", "suspended", "licensed", "lifted", "lapsed", "in reserve"),
            "offer", Set.of("granted", "withdrawn", "offered"),
            "phase", Set.of("closed", "open", "passed"));

    /** Returns the states a thing of this kind can be in, sorted; none if it has no life. */
    static List<String> states(String kind) {
        return STATES.getOrDefault(kind, Set.of()).stream().sorted().toList();
    }

    private final Case theCase;
    private final Map<String, Declaration> names;
    private final Problems problems;
    private final NearNames near;

    References(Case theCase, Map<String, Declaration> names, Problems problems) {
        this.theCase = theCase;
        this.names = names;
        this.problems = problems;
        this.near = new NearNames(names);
    }

    void check() {
        theCase.declarations().forEach(this::declaration);
        theCase.guards().forEach(this::guard);
        theCase.claims().forEach(this::claim);
        theCase.assumptions().forEach(this::assumption);
        theCase.scenarios().forEach(s -> s.lines().forEach(this::line));
    }

    private void declaration(Declaration d) {
        switch (d) {
            case Partner p -> partner(p);
            case parley.roadmap.Member m -> need(m.of(), "partner");
            case parley.roadmap.Stakeholder _, parley.roadmap.Indicator _, parley.roadmap.Event _ -> {}
            case Verifier v -> v.drawsOn().forEach(r -> need(r, "verifier"));
            case Panel p -> p.members().forEach(r -> need(r, "verifier"));
            case Measure m -> {
                m.owners().forEach(r -> need(r, "partner"));
                m.voidWhile().forEach(r -> need(r, "measure", "reserve"));
            }
            case Concession c -> {
                condition(c.met());
                condition(c.broken());
                need(c.verifiedBy(), "panel", "verifier");
            }
            case Phase p -> condition(p.opens());
            case Step s -> step(s);
            case OwnershipRule r -> {
                need(r.partner(), "partner");
                need(r.replaces(), "rule");
            }
        }
    }

    private void partner(Partner p) {
        need(p.memberOf(), "partner");
        for (Partner.Procedure procedure : p.procedures()) {
            if (procedure.rule() instanceof Partner.Rule.Follows(var leader)) {
                need(leader, "partner");
            }
        }
    }

    private void step(Step s) {
        need(s.phase(), "phase");
        for (Step.Branch b : s.branches()) {
            if (b.trigger() instanceof Trigger.When(var c)) {
                condition(c);
            }
            b.reactions().forEach(this::reaction);
        }
    }

    private void reaction(Reaction r) {
        r.actors().forEach(a -> need(a, "partner"));
        switch (r.deed()) {
            case Reaction.Deed.Act a -> need(a.measure(), "measure", "reserve", "offer");
            case Reaction.Deed.Keep k -> need(k.measure(), "measure", "reserve", "offer");
            case Reaction.Deed.Consult(var s) -> need(s, "stakeholder");
            case Reaction.Deed.RestoreEased _, Reaction.Deed.Review _ -> {}
        }
    }

    private void condition(@Nullable Condition condition) {
        switch (condition) {
            case null -> {}
            case Condition.All all -> all.parts().forEach(this::condition);
            case Condition.Any any -> any.parts().forEach(this::condition);
            case Condition.Not not -> condition(not.part());
            case Condition.By by -> condition(by.part());
            case Condition.Level l -> need(l.indicator(), "indicator");
            case Condition.Change c -> need(c.indicator(), "indicator");
            case Condition.Total t -> need(t.indicator(), "indicator");
            case Condition.Absent a -> need(a.event(), "event");
            case Condition.Occurs o -> need(o.event(), "event");
            case Condition.InState in -> state(in);
            case Condition.Owed o -> need(o.partner(), "partner");
            case Condition.Amount _ -> {}
        }
    }

    private void state(Condition.InState in) {
        if (need(in.thing(), "concession", "measure", "reserve", "offer", "phase")) {
            stateOf(in.thing(), in.state());
        }
    }

    private void stateOf(Ref thing, String state) {
        Declaration d = names.get(thing.id());
        Set<String> states = d == null ? null : STATES.get(d.word());
        if (d != null && states != null && !states.contains(state)) {
            problems.add(
                    Code.R033,
                    "%s is never `%s`".formatted(article(d.word()), state),
                    List.of(new Label(thing.at(), article(d.word()))),
                    List.of(Fix.advice("use one of "
                            + String.join(", ", states.stream().sorted().toList()))));
        }
    }

    private void guard(Guard guard) {
        switch (guard) {
            case Guard.NeverEase g -> target(g.target());
            case Guard.NeverImpose g -> target(g.target());
            case Guard.Invariant i -> condition(i.condition());
            case Guard.KeepReserve k -> need(k.until(), "phase");
            case Guard.ConsultBefore c -> need(c.stakeholder(), "stakeholder", "step");
            case Guard.Hold h -> {
                need(h.thing(), "step", "measure");
                condition(h.until());
            }
            case Guard.Ledger _, Guard.AnswerWithin _ -> {}
        }
    }

    private void target(Guard.Target target) {
        if (target instanceof Guard.Target.Named(var thing)) {
            need(thing, "measure", "reserve", "offer");
        }
    }

    private void claim(Claim claim) {
        switch (claim) {
            case Claim.Named n -> n.suffix().without().forEach(r -> need(r, "partner"));
            case Claim.Formula f -> {
                f.coalition().forEach(r -> need(r, "partner"));
                f.suffix().without().forEach(r -> need(r, "partner"));
                condition(f.whenever());
                condition(f.condition());
            }
            case Claim.Question q -> condition(q.condition());
        }
    }

    private void assumption(Assumption assumption) {
        switch (assumption) {
            case Assumption.Veto v -> need(v.partner(), "partner");
            case Assumption.Errors e -> need(e.verifier(), "panel", "verifier");
            case Assumption.Leaves l -> need(l.partner(), "partner");
            case Assumption.Delay d -> {
                need(d.partner(), "partner");
                need(d.measure(), "measure", "reserve", "offer");
            }
        }
    }

    private void line(Scenario.Line line) {
        switch (line) {
            case Scenario.Line.Given g -> {
                if (need(g.thing(), "measure", "reserve", "offer", "concession")) {
                    stateOf(g.thing(), g.state());
                }
            }
            case Scenario.Line.Reads r -> need(r.indicator(), "indicator");
            case Scenario.Line.Happens h -> need(h.event(), "event");
            case Scenario.Line.Verifies v -> {
                need(v.verifier(), "panel", "verifier");
                need(v.concession(), "concession");
            }
            case Scenario.Line.Claims c -> need(c.concession(), "concession");
            case Scenario.Line.Disputes d -> {
                need(d.who(), "partner", "stakeholder", "verifier");
                need(d.concession(), "concession");
            }
            case Scenario.Line.Acts a -> {
                a.actors().forEach(r -> need(r, "partner"));
                need(a.measure(), "measure", "reserve", "offer");
            }
            case Scenario.Line.Decides d -> {
                need(d.partner(), "partner");
                need(d.measure(), "measure", "reserve", "offer");
            }
            case Scenario.Line.Consults c -> {
                need(c.partner(), "partner");
                need(c.stakeholder(), "stakeholder");
            }
            case Scenario.Line.Leaves l -> need(l.partner(), "partner");
            case Scenario.Line.Passes _ -> {}
            case Scenario.Line.Expect e -> expectation(e.what());
        }
    }

    private void expectation(Scenario.Expectation what) {
        switch (what) {
            case Scenario.Expectation.InState in -> {
                if (need(in.thing(), "concession", "measure", "reserve", "offer", "phase")) {
                    stateOf(in.thing(), in.state());
                }
            }
            case Scenario.Expectation.Owes o -> {
                need(o.partner(), "partner");
                need(o.thing(), "measure", "reserve", "offer", "step", "stakeholder");
            }
            case Scenario.Expectation.Decision d -> {
                need(d.partner(), "partner");
                need(d.measure(), "measure", "reserve", "offer");
            }
            case Scenario.Expectation.OwesNothing o -> need(o.partner(), "partner");
            case Scenario.Expectation.Unknown u -> need(u.concession(), "concession");
            case Scenario.Expectation.Says _ -> {}
        }
    }

    /** Reports a name that stands for nothing or for the wrong kind; says whether it is right. */
    private boolean need(@Nullable Ref ref, String... kinds) {
        if (ref == null) {
            return false;
        }
        Declaration d = names.get(ref.id());
        List<String> wanted = Arrays.asList(kinds);
        if (d == null) {
            missing(ref, wanted);
            return false;
        }
        if (!wanted.contains(d.word())) {
            problems.add(
                    Code.R013,
                    "`%s` is %s, not %s".formatted(ref.id(), article(d.word()), article(String.join(" or ", wanted))),
                    List.of(new Label(ref.at(), ""), new Label(d.at(), "declared here")),
                    List.of());
            return false;
        }
        return true;
    }

    private static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }

    private void missing(Ref ref, List<String> wanted) {
        if (problems.full()) {
            return;
        }
        List<Fix> fixes = near.of(ref.id(), wanted).stream()
                .map(n -> Fix.replace("write `%s`".formatted(n), ref.at(), n))
                .toList();
        String shown = ref.id().length() > 60 ? ref.id().substring(0, 57) + "…" : ref.id();
        problems.add(
                Code.R012,
                "no %s is called `%s`".formatted(String.join(" or ", wanted), shown),
                List.of(new Label(ref.at(), "")),
                fixes.isEmpty()
                        ? List.of(Fix.advice("declare it: `%s %s \"…\"`".formatted(wanted.getFirst(), shown)))
                        : fixes);
    }
}
