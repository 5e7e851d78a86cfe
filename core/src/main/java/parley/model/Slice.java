package parley.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Assumption;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Phase;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.text.Span;

/**
 * The part of a roadmap a question depends on: its cone of influence. What lies outside is left out, and where something
 * inside reads it, it is free: more behaviours, never fewer.
 *
 * @param duties what may come to be owed
 * @param parts measures with their owners whose state is followed; a duty about another one is owed whenever it arises
 * @param concessions the names of those that are followed
 * @param phases the names of those that are followed
 * @param watched conditions a property reads besides
 * @param vetoes how many members may block one attempt
 * @param falseWitnesses how many signers may lie or keep silent
 * @param chances whether what the text assumes of signers is played as chance; if not, they sign in time
 * @param withheld whether partners keep from doing what they owe: for questions about what forbids them to
 * @param eager whether relief is always decided as fast as it can be: for questions about how much it can bring at most
 * @param named concessions that the question tells apart; others may be looked at together. {@code null} if it may ask
 *     for any
 * @param without clauses that are taken out: what happens if the text did not have them
 */
public record Slice(
        Case theCase,
        Grid grid,
        List<Obligation> duties,
        Set<Part> parts,
        Set<String> concessions,
        Set<String> phases,
        List<Condition> watched,
        int vetoes,
        int falseWitnesses,
        boolean chances,
        boolean withheld,
        boolean eager,
        @Nullable Set<String> named,
        Set<Span> without) {
    public Slice {
        duties = duties.stream()
                .filter(o -> o.verb() != null && o.measure() != null)
                .toList();
        parts = Set.copyOf(parts);
        concessions = java.util.Collections.unmodifiableSet(new TreeSet<>(concessions));
        phases = java.util.Collections.unmodifiableSet(new TreeSet<>(phases));
        watched = List.copyOf(watched);
        named = named == null ? null : Set.copyOf(named);
        without = Set.copyOf(without);
    }

    /** What one owner decides about a measure. */
    public record Part(String owner, String measure) {
        public static Part of(Obligation o) {
            var measure = o.measure();
            return new Part(o.partner().id(), measure == null ? "" : measure.id());
        }
    }

    /** Returns a slice closed under what its triggers, gates and conditions read. */
    public static Slice of(
            Case theCase,
            Grid grid,
            List<Obligation> duties,
            boolean follow,
            List<Condition> watched,
            int vetoes,
            int f) {
        var closing = new Closing(theCase);
        duties.forEach(closing::duty);
        watched.forEach(closing::condition);
        Set<Part> parts = new LinkedHashSet<>();
        if (follow) {
            duties.stream().filter(o -> o.measure() != null).map(Part::of).forEach(parts::add);
        }
        return new Slice(
                theCase,
                grid,
                duties,
                parts,
                closing.concessions,
                closing.phases,
                watched,
                vetoes,
                f,
                false,
                false,
                false,
                null,
                Set.of());
    }

    /** Returns the same with relief decided at once. */
    public Slice hurried() {
        return with(chances, withheld, true, named, without);
    }

    /** Returns the same with signers that err by chance. */
    public Slice withChances() {
        return with(true, withheld, eager, named, without);
    }

    /** Returns the same with nothing done of what is owed. */
    public Slice heldBack() {
        return with(chances, true, eager, named, without);
    }

    /** Returns the same for a question that tells only these concessions apart. */
    public Slice telling(@Nullable Set<String> apart) {
        return with(chances, withheld, eager, apart, without);
    }

    /** Returns the same without some clauses. */
    public Slice without(Set<Span> clauses) {
        return with(chances, withheld, eager, named, clauses);
    }

    boolean lacks(@Nullable Span clause) {
        return clause != null && without.contains(clause);
    }

    /** Returns the clauses that this slice reads, in the order of the text. */
    public List<Span> clauses() {
        Set<Span> all = new LinkedHashSet<>();
        for (Obligation o : duties) {
            all.add(o.reaction().at());
            all.add(o.partner().at());
        }
        steps().forEach(s -> branches(s).forEach(b -> all.add(b.at())));
        theCase.phases().stream()
                .filter(p -> phases.contains(p.id()) && !p.first())
                .forEach(p -> all.add(p.at()));
        theCase.concessions().stream().filter(c -> concessions.contains(c.id())).forEach(c -> {
            all.add(c.met().at());
            if (c.broken() != null) {
                all.add(c.broken().at());
            }
        });
        theCase.assumptions().stream()
                .filter(Assumption.Leaves.class::isInstance)
                .forEach(a -> all.add(a.at()));
        return all.stream()
                .sorted(Comparator.comparing(Span::file).thenComparingInt(Span::start))
                .toList();
    }

    private Slice with(
            boolean byChance, boolean heldBack, boolean hurried, @Nullable Set<String> apart, Set<Span> lacking) {
        return new Slice(
                theCase,
                grid,
                duties,
                parts,
                concessions,
                phases,
                watched,
                vetoes,
                falseWitnesses,
                byChance,
                heldBack,
                hurried,
                apart,
                lacking);
    }

    /** Returns the concessions that need not be told apart; a silence asks for each of them by name. */
    List<Joint> joint() {
        Set<String> apart = named;
        boolean silence = steps().stream()
                .flatMap(s -> branches(s).stream())
                .anyMatch(b -> !(b.trigger() instanceof Trigger.When));
        if (apart == null || silence || falseWitnesses > 0) {
            return List.of();
        }
        List<Concession> followed = theCase.concessions().stream()
                .filter(c -> concessions.contains(c.id()) && c.runs() == null)
                .toList();
        return Joint.of(followed, conditions(), apart);
    }

    Delay delay(Obligation o) {
        Delay written = Delay.of(theCase, o, vetoes);
        // Who decides without a procedure decides in the tick in which it is asked.
        Delay usual = lacks(o.partner().at()) ? new Delay(0, Math.min(grid.days(), written.most()), false) : written;
        boolean atOnce = eager && o.verb() != null && o.verb().eases();
        return atOnce ? new Delay(usual.fewest(), usual.fewest(), false) : usual;
    }

    /** Says whether an act may be decided before anybody owes it. */
    boolean prepares(Obligation o) {
        return o.reaction().prepared() && o.partner().preparesActs() && !eager;
    }

    /** Returns the duties that one preparation serves: whoever has an act ready has it ready for every branch that asks for it. */
    List<Obligation> preparedAlike(Obligation o) {
        return duties.stream()
                .filter(x -> prepares(x) && x.verb() == o.verb() && Part.of(x).equals(Part.of(o)))
                .toList();
    }

    /** Returns the branches with a duty here, and those that set the clock of silence of such a step back. */
    List<Step.Branch> branches(Step step) {
        Predicate<Step.Branch> owes =
                b -> duties.stream().anyMatch(o -> o.branch().equals(b));
        boolean silence = step.branches().stream().filter(owes).anyMatch(b -> isSilence(b.trigger()));
        boolean eases = duties.stream()
                .anyMatch(o ->
                        o.step().equals(step) && o.verb() != null && o.verb().eases());
        List<Step.Branch> found = new ArrayList<>();
        for (Step.Branch b : step.branches()) {
            // A silence that would only release what is owed is left out: more is owed, never less.
            if (owes.test(b) || silence || (eases && takesBack(b) && !isSilence(b.trigger()))) {
                found.add(b);
            }
        }
        return found;
    }

    /** Returns the concessions whose verification a branch answers. */
    public static Set<String> asked(Step.Branch branch) {
        Set<String> names = new LinkedHashSet<>();
        if (branch.trigger() instanceof Trigger.When(Condition condition)) {
            for (Condition leaf : condition.leaves()) {
                if (leaf instanceof Condition.InState in && answersTo(in.state())) {
                    names.add(in.thing().id());
                }
            }
        }
        return names;
    }

    /** A branch may answer what is verified, or, before the test, what is met. */
    private static boolean answersTo(String state) {
        return state.equals("verified") || state.equals("met");
    }

    static boolean isSilence(Trigger trigger) {
        return trigger instanceof Trigger.NothingBy || trigger instanceof Trigger.NothingFor;
    }

    /** Says whether a branch ends what was still owed for the keeping. */
    static boolean takesBack(Step.Branch branch) {
        return branch.reactions().stream().anyMatch(r -> switch (r.deed()) {
            case parley.roadmap.Reaction.Deed.Act a -> a.verb().tightens();
            case parley.roadmap.Reaction.Deed.RestoreEased _ -> true;
            case parley.roadmap.Reaction.Deed.Review _,
                    parley.roadmap.Reaction.Deed.Consult _,
                    parley.roadmap.Reaction.Deed.Keep _ -> false;
        });
    }

    /** Returns the steps with a duty here, in the order of names. */
    List<Step> steps() {
        return theCase.steps().stream()
                .filter(s -> duties.stream().anyMatch(o -> o.step().equals(s)))
                .toList();
    }

    /** Returns all conditions that are read here. */
    List<Condition> conditions() {
        List<Condition> all = new ArrayList<>(watched);
        for (Step s : steps()) {
            for (Step.Branch b : branches(s)) {
                if (b.trigger() instanceof Trigger.When(var condition)) {
                    all.add(condition);
                }
            }
        }
        theCase.phases().stream()
                .filter(p -> phases.contains(p.id()))
                .flatMap(p -> java.util.stream.Stream.ofNullable(p.opens()))
                .forEach(all::add);
        theCase.concessions().stream().filter(c -> concessions.contains(c.id())).forEach(c -> {
            all.add(c.met());
            if (c.broken() != null) {
                all.add(c.broken());
            }
        });
        return all;
    }

    /** Collects what a slice depends on. */
    private static final class Closing {
        private final Case theCase;
        final Set<String> concessions = new TreeSet<>();
        final Set<String> phases = new TreeSet<>();

        Closing(Case theCase) {
            this.theCase = theCase;
        }

        void duty(Obligation o) {
            phase(o.step().phase().id());
            for (Step.Branch b : o.step().branches()) {
                boolean read = b.equals(o.branch())
                        || isSilence(o.branch().trigger())
                        || (o.verb() != null && o.verb().eases() && takesBack(b));
                if (read && b.trigger() instanceof Trigger.When(var condition)) {
                    condition(condition);
                }
            }
        }

        void condition(Condition condition) {
            for (Condition leaf : condition.leaves()) {
                if (leaf instanceof Condition.InState in) {
                    concession(in.thing().id());
                    phase(in.thing().id());
                }
            }
        }

        private void concession(String id) {
            for (Concession c : theCase.concessions()) {
                if (c.id().equals(id) && concessions.add(id)) {
                    condition(c.met());
                    if (c.broken() != null) {
                        condition(c.broken());
                    }
                }
            }
        }

        private void phase(String id) {
            for (Phase p : theCase.phases()) {
                if (p.id().equals(id) && phases.add(id) && p.opens() != null) {
                    condition(p.opens());
                }
            }
        }
    }
}
