package parley.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.roadmap.Case;
import parley.roadmap.Catalogue;
import parley.roadmap.Claim;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.text.Fix;
import parley.text.Label;

/** Says what is wrong with a case whose sentences could be read. */
final class Checker {
    private final Case theCase;
    private final Problems problems;
    private final Map<String, Declaration> names = new HashMap<>();
    private final References references;
    private final Reactions reactions;

    Checker(Case theCase, Problems problems, NamesSeen mentions) {
        this.theCase = theCase;
        this.problems = problems;
        this.references = new References(theCase, names, problems);
        this.reactions = new Reactions(theCase, names, problems, mentions);
    }

    void check() {
        collect();
        references.check();
        theCase.partners().forEach(this::partner);
        theCase.all(Panel.class).forEach(this::panel);
        theCase.steps().forEach(this::step);
        new PhaseOrder(theCase, names, problems).check();
        claims();
        new Secrecies(theCase, problems).check();
        new Windows(theCase, problems).check();
        new Overlaps(theCase, problems).check();
        new Exclusions(theCase, problems).check();
        new Keeping(theCase, problems).check();
        new Advice(theCase, problems).check();
        new ReliefAdvice(theCase, problems).check();
    }

    private void collect() {
        for (Declaration d : theCase.declarations()) {
            Declaration before = names.putIfAbsent(d.id(), d);
            if (before != null) {
                problems.add(
                        Code.R011,
                        "`%s` is declared twice".formatted(d.id()),
                        List.of(
                                new Label(d.at(), "the second"),
                                new Label(before.at(), "the first, a " + before.word())),
                        List.of(Fix.advice("give one of them another name")));
            }
        }
    }

    private void partner(Partner p) {
        if (p.procedures().isEmpty()) {
            problems.add(
                    Code.R016,
                    "the partner `%s` does not say how it decides".formatted(p.id()),
                    p.at(),
                    Fix.advice("add `decides by …, takes 0 to 60 days` or `follows …`"));
        }
    }

    private void panel(Panel p) {
        Set<String> members = new HashSet<>();
        p.members().forEach(m -> members.add(m.id()));
        if (p.quorum() > members.size()) {
            problems.add(
                    Code.R035,
                    "the panel `%s` asks for %d signatures of %d members".formatted(p.id(), p.quorum(), members.size()),
                    p.at(),
                    Fix.advice("ask for at most %d".formatted(members.size())));
        }
    }

    private void step(Step s) {
        boolean silence = false;
        Set<String> states = new HashSet<>();
        Map<String, Condition.InState> asked = new HashMap<>();
        for (Step.Branch b : s.branches()) {
            switch (b.trigger()) {
                case Trigger.When(Condition c) -> watched(c, states, asked);
                case Trigger.NothingBy _, Trigger.NothingFor _, Trigger.Otherwise _, Trigger.OnDay _ -> silence = true;
            }
            b.reactions().forEach(r -> reactions.check(s, r));
        }
        if (!silence && !s.branches().isEmpty()) {
            problems.add(
                    Code.R030,
                    "the step `%s` does not say what follows from nothing".formatted(s.id()),
                    s.at(),
                    Fix.advice("add a branch `when nothing for 12 months`"));
        }
        asked.forEach((name, where) -> gap(s, name, where, states));
    }

    static void watched(Condition c, Set<String> states, Map<String, Condition.InState> asked) {
        switch (c) {
            case Condition.InState in -> {
                states.add(in.thing().id() + " " + in.state());
                asked.putIfAbsent(in.thing().id(), in);
            }
            case Condition.All all -> {
                // The first part is what the branch answers; the rest are conditions beside it.
                watched(all.parts().getFirst(), states, asked);
                all.parts().stream().skip(1).forEach(p -> watched(p, states, new HashMap<>()));
            }
            case Condition.Any any -> any.parts().forEach(p -> watched(p, states, asked));
            case Condition.Not not -> watched(not.part(), states, asked);
            case Condition.By by -> watched(by.part(), states, asked);
            case Condition.Level _,
                    Condition.Change _,
                    Condition.Total _,
                    Condition.Absent _,
                    Condition.Occurs _,
                    Condition.Amount _,
                    Condition.Owed _ -> {}
        }
    }

    private void gap(Step s, String name, Condition.InState where, Set<String> states) {
        if (names.get(name) instanceof Concession c
                && c.broken() != null
                && states.contains(name + " verified")
                && !states.contains(name + " broken")) {
            problems.add(
                    Code.R030,
                    "the step `%s` does not say what follows if `%s` is broken".formatted(s.id(), name),
                    List.of(
                            new Label(where.at(), "only the keeping is answered"),
                            new Label(c.at(), "this can be broken")),
                    List.of(Fix.advice("add a branch `when %s broken`".formatted(name))));
        }
    }

    private void claims() {
        for (Claim claim : theCase.claims()) {
            switch (claim) {
                case Claim.Named named -> property(named);
                case Claim.Question q -> {
                    if (q.property() != null) {
                        property(q.property());
                    }
                }
                case Claim.Formula _ -> {}
            }
        }
    }

    private void property(Claim.Named named) {
        if (!Catalogue.names().contains(named.name())) {
            List<Fix> fixes = Names.nearest(named.name(), Catalogue.names()).stream()
                    .map(n -> Fix.replace("write `%s`".formatted(n), named.at(), n))
                    .toList();
            problems.add(
                    Code.R034,
                    "no property is called `%s`".formatted(named.name()),
                    List.of(new Label(named.at(), "")),
                    fixes);
        }
    }
}
