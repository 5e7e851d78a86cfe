package parley.language;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Guard;
import parley.roadmap.Indicator;
import parley.roadmap.Measure;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;
import parley.roadmap.Verifier;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Span;

/** Warns of what went wrong before in what is asked, who signs and what is held back. What lies in the past is not advised on. */
final class Advice {
    private final Case theCase;
    private final Problems problems;
    private final Map<String, Declaration> names;

    Advice(Case theCase, Problems problems) {
        this.theCase = theCase;
        this.problems = problems;
        this.names = theCase.byName();
    }

    void check() {
        List<Concession> current = theCase.concessions().stream()
                .filter(c -> c.runs() == null || !c.runs().to().isBefore(theCase.from()))
                .toList();
        Set<String> used = used();
        for (Concession c : current) {
            release(c);
            stock(c);
            Conditions.leaves(c.met()).forEach(this::aged);
            Conditions.leaves(c.broken()).forEach(this::aged);
            if (!used.contains(c.id())) {
                problems.add(
                        Code.R115,
                        "no step or phase answers `%s`".formatted(c.id()),
                        c.at(),
                        Fix.advice("add a branch `when %s verified`, or take it out".formatted(c.id())));
            }
        }
        if (current.stream().anyMatch(c -> !c.track().isEmpty())
                && current.stream().noneMatch(c -> c.track().contains("human-rights"))) {
            problems.add(
                    Code.R112,
                    "no concession is on the track `human-rights`",
                    theCase.at(),
                    Fix.advice("ask for something with `track human-rights`"));
        }
        reserve();
        theCase.all(Panel.class).forEach(this::panel);
        theCase.partners().forEach(this::partner);
        mandates(current);
    }

    private @Nullable Indicator indicator(Condition leaf) {
        Ref ref = Conditions.subject(leaf);
        return ref != null && names.get(ref.id()) instanceof Indicator i ? i : null;
    }

    private void release(Concession c) {
        List<Condition> leaves = Conditions.leaves(c.met());
        boolean capped = leaves.stream()
                .map(this::indicator)
                .anyMatch(i -> i != null && i.counts() == Indicator.Counts.EXPULSIONS);
        for (Condition leaf : leaves) {
            Indicator i = indicator(leaf);
            if (i != null
                    && i.counts() == Indicator.Counts.RELEASES
                    && !capped
                    && i.companions().size() < Indicator.Companion.values().length) {
                problems.add(
                        Code.R101,
                        "`%s` rewards releases that may be expulsions".formatted(c.id()),
                        List.of(new Label(leaf.at(), "rewarded"), new Label(i.at(), "counted so")),
                        List.of(Fix.advice("count releases with stay, documents, consent, or cap the expulsions")));
            }
        }
    }

    private void stock(Concession c) {
        List<Condition> leaves = Conditions.leaves(c.met());
        boolean alone = !leaves.isEmpty() && leaves.stream().allMatch(this::counted);
        boolean watched = Conditions.leaves(c.broken()).stream()
                .map(this::indicator)
                .anyMatch(i -> i != null && i.kind() == Indicator.Kind.FLOW);
        if (alone && !watched) {
            problems.add(
                    Code.R102,
                    "`%s` rewards a number held and does not look at new arrests".formatted(c.id()),
                    c.met().at(),
                    Fix.advice("add `and` a bound on the flow of arrests, or let it be broken by one"));
        }
    }

    private boolean counted(Condition leaf) {
        Indicator i = indicator(leaf);
        return i != null && i.kind() == Indicator.Kind.STOCK && i.counts() == Indicator.Counts.PRISONERS;
    }

    private void aged(Condition leaf) {
        Indicator i = indicator(leaf);
        if (i != null && i.staleDays() == null && !i.silenceMeansNone()) {
            problems.add(
                    Code.R110,
                    "`%s` decides at any age".formatted(i.id()),
                    List.of(new Label(leaf.at(), "decides here"), new Label(i.at(), "no age given")),
                    List.of(Fix.advice("add `stale after 45 days` or `silence means none`")));
        }
    }

    private Set<String> used() {
        Set<String> used = new HashSet<>();
        theCase.phases().forEach(p -> use(used, p.opens()));
        theCase.concessions().forEach(c -> {
            use(used, c.met());
            use(used, c.broken());
        });
        for (Step s : theCase.steps()) {
            for (Step.Branch b : s.branches()) {
                if (b.trigger() instanceof Trigger.When(var c)) {
                    use(used, c);
                }
            }
        }
        for (Guard guard : theCase.guards()) {
            switch (guard) {
                case Guard.Hold h -> use(used, h.until());
                case Guard.Invariant i -> use(used, i.condition());
                default -> {}
            }
        }
        for (Claim claim : theCase.claims()) {
            switch (claim) {
                case Claim.Formula f -> {
                    use(used, f.whenever());
                    use(used, f.condition());
                }
                case Claim.Question q -> use(used, q.condition());
                case Claim.Named _ -> {}
            }
        }
        return used;
    }

    private static void use(Set<String> used, @Nullable Condition condition) {
        Conditions.subjects(condition).forEach(r -> used.add(r.id()));
    }

    private void reserve() {
        Set<String> promised = new TreeSet<>();
        for (Step s : theCase.steps()) {
            for (Step.Branch b : s.branches()) {
                for (Reaction r : b.reactions()) {
                    if (r.deed() instanceof Reaction.Deed.Act(var verb, var ref)
                            && verb == Verb.IMPOSE
                            && names.get(ref.id()) instanceof Measure m
                            && m.kind() == Measure.Kind.RESERVE) {
                        promised.add(m.id());
                    }
                }
            }
        }
        long reserves = theCase.measures().stream()
                .filter(m -> m.kind() == Measure.Kind.RESERVE)
                .count();
        for (Guard guard : theCase.guards()) {
            if (guard instanceof Guard.KeepReserve keep && promised.size() > reserves - keep.count()) {
                problems.add(
                        Code.R109,
                        "%d of %d reserves are promised and %d are to be kept"
                                .formatted(promised.size(), reserves, keep.count()),
                        keep.at(),
                        Fix.advice("declare more reserves, promise fewer, or keep fewer"));
            }
        }
    }

    private void panel(Panel p) {
        if (p.independent()) {
            return;
        }
        Set<String> members = new HashSet<>();
        p.members().forEach(m -> members.add(m.id()));
        for (Ref ref : p.members()) {
            if (names.get(ref.id()) instanceof Verifier v) {
                v.drawsOn().stream()
                        .filter(source -> members.contains(source.id()))
                        .forEach(source -> problems.add(
                                Code.R111,
                                "`%s` draws on `%s` and both sign for `%s`".formatted(v.id(), source.id(), p.id()),
                                List.of(new Label(ref.at(), "signs"), new Label(source.at(), "draws on")),
                                List.of(Fix.advice("ask for signatures `of independent origin`"))));
            }
        }
    }

    private void partner(Partner p) {
        if (ends(p.mandate())) {
            mandate(p.id(), p.mandate(), p.at());
        }
    }

    private void mandates(List<Concession> current) {
        Set<String> asked = new TreeSet<>();
        current.forEach(c -> {
            if (c.verifiedBy() != null) {
                asked.add(c.verifiedBy().id());
            }
        });
        for (String id : asked) {
            if (names.get(id) instanceof Verifier v && ends(v.mandate())) {
                mandate(v.id(), v.mandate(), v.at());
            } else if (names.get(id) instanceof Panel p) {
                bench(p);
            }
        }
    }

    /** A panel that can sign without those whose time ends needs no warning. */
    private void bench(Panel p) {
        Set<String> left = new HashSet<>();
        for (Ref ref : p.members()) {
            if (names.get(ref.id()) instanceof Verifier v && !ends(v.mandate())) {
                boolean repeats = p.independent() && v.drawsOn().stream().anyMatch(s -> left.contains(s.id()));
                if (!repeats) {
                    left.add(v.id());
                }
            }
        }
        if (left.size() >= p.quorum()) {
            return;
        }
        for (Ref ref : p.members()) {
            if (names.get(ref.id()) instanceof Verifier v && ends(v.mandate())) {
                mandate(v.id(), v.mandate(), v.at());
            }
        }
    }

    private boolean ends(Partner.@Nullable Mandate mandate) {
        return mandate != null && mandate.until().isBefore(theCase.to());
    }

    private void mandate(String id, Partner.@Nullable Mandate mandate, Span at) {
        LocalDate until = mandate == null ? theCase.to() : mandate.until();
        problems.add(
                Code.R113,
                "who acts for `%s` is in office until %s and the case runs to %s".formatted(id, until, theCase.to()),
                at,
                Fix.advice("name who follows, or let another be able to sign"));
    }
}
