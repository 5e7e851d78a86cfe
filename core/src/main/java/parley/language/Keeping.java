package parley.language;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Expiry;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;
import parley.roadmap.Partner;
import parley.roadmap.Reaction;
import parley.roadmap.Scenario;
import parley.roadmap.Step;
import parley.roadmap.Verb;
import parley.text.Fix;
import parley.text.Label;

/** Finds promises to keep a measure as it never is: no history, no reaction and no story of the text brings it there. */
final class Keeping {
    private final Case theCase;
    private final Problems problems;
    private final Map<String, Set<MeasureState>> states = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Map<String, Partner.Undecided> undecided = new HashMap<>();

    Keeping(Case theCase, Problems problems) {
        this.theCase = theCase;
        this.problems = problems;
        for (Partner p : theCase.partners()) {
            Partner.Undecided said = p.undecided();
            if (said != null) {
                undecided.putIfAbsent(p.id(), said);
            }
        }
    }

    void check() {
        Map<String, Declaration> names = theCase.byName();
        theCase.measures().forEach(this::history);
        reactions().forEach(this::deed);
        theCase.scenarios().forEach(s -> s.lines().forEach(this::line));
        for (Reaction r : reactions()) {
            if (r.deed() instanceof Reaction.Deed.Keep(var ref, var state)
                    && names.get(ref.id()) instanceof Measure m
                    && !given.contains(m.id())
                    && !of(m.id()).contains(state)) {
                report(r, m, state);
            }
        }
    }

    private void report(Reaction r, Measure m, MeasureState state) {
        String known = of(m.id()).stream().map(MeasureState::word).collect(Collectors.joining(" or "));
        problems.add(
                Code.R116,
                "`%s` is never `%s` in this text".formatted(m.id(), state.word()),
                List.of(new Label(r.at(), "to be kept so"), new Label(m.at(), "it is " + known)),
                List.of(Fix.advice("keep it as it is, or say in its history when it was %s".formatted(state.word()))));
    }

    private List<Reaction> reactions() {
        return theCase.steps().stream()
                .flatMap(s -> s.branches().stream())
                .map(Step.Branch::reactions)
                .flatMap(List::stream)
                .toList();
    }

    private Set<MeasureState> of(String measure) {
        return states.computeIfAbsent(measure, _ -> EnumSet.noneOf(MeasureState.class));
    }

    private void history(Measure m) {
        if (m.history().isEmpty()) {
            of(m.id()).add(m.initialState());
        }
        m.history().forEach(t -> act(m.id(), t.verb(), t.expiry()));
        ends(m.id(), m.runsOut());
        m.owners().forEach(o -> undecided(m.id(), o.id()));
    }

    /** What becomes of a relief by itself, if the partner says so; only what is in force or granted can be eased at all. */
    private void undecided(String measure, String owner) {
        Partner.Undecided said = undecided.get(owner);
        if (said != null) {
            switch (said) {
                case MEASURE_RETURNS, RELIEF_ENDS -> of(measure).add(MeasureState.IMPOSED);
                case MEASURE_LAPSES -> of(measure).add(MeasureState.LAPSED);
                case NOTHING_CHANGES -> {}
            }
        }
    }

    private void deed(Reaction r) {
        switch (r.deed()) {
            case Reaction.Deed.Act(var verb, var ref) -> act(ref.id(), verb, r.expiry());
            case Reaction.Deed.RestoreEased _,
                    Reaction.Deed.Keep _,
                    Reaction.Deed.Review _,
                    Reaction.Deed.Consult _ -> {}
        }
    }

    private void act(String measure, Verb verb, Expiry expiry) {
        of(measure).add(verb.leadsTo());
        ends(measure, expiry);
    }

    private void ends(String measure, Expiry expiry) {
        Expiry.@Nullable Default then = switch (expiry) {
            case Expiry.Unsaid _, Expiry.UntilRevoked _ -> null;
            case Expiry.For f -> f.then();
            case Expiry.Until u -> u.then();
        };
        if (then != null) {
            of(measure).add(then.leadsTo());
        } else if (expiry instanceof Expiry.For || expiry instanceof Expiry.Until) {
            of(measure).addAll(Set.of(MeasureState.IMPOSED, MeasureState.LAPSED));
        }
    }

    private void line(Scenario.Line line) {
        if (line instanceof Scenario.Line.Given g) {
            given.add(g.thing().id());
        } else if (line instanceof Scenario.Line.Acts a) {
            given.add(a.measure().id());
        } else if (line instanceof Scenario.Line.Decides d) {
            given.add(d.measure().id());
        }
    }
}
