package parley.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.Length;
import parley.roadmap.MeasureState;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;
import parley.text.Fix;
import parley.text.Span;

/** Reads steps: branches, and the reactions below each. */
final class StepParser {
    private StepParser() {}

    private static final Set<String> OTHER_WHENS = Set.of("if", "once", "whenever");

    /** A partner may be called {@code once}. */
    private static boolean isDeed(@Nullable Token t) {
        return t == null || t.is(",") || Arrays.stream(Verb.values()).anyMatch(v -> t.is(v.singular()));
    }

    private static final class BranchParts {
        final Trigger trigger;
        final Secrecy secrecy;
        final Span at;
        final List<Reaction> reactions = new ArrayList<>();

        BranchParts(Trigger trigger, Secrecy secrecy, Span at) {
            this.trigger = trigger;
            this.secrecy = secrecy;
            this.at = at;
        }
    }

    static @Nullable Step step(Block block) {
        Block.Head head = block.headOf("a step");
        Cursor first = block.head();
        first.pause();
        first.need("in");
        Ref phase = first.name("a phase");
        first.pause();
        Secrecy label = first.label();
        Secrecy secrecy = label == null ? head.secrecy() : label;
        if (!first.done()) {
            throw first.expected("the end of the sentence");
        }
        List<BranchParts> branches = new ArrayList<>();
        for (Cursor line : block.body()) {
            line.sentence(() -> line(line, secrecy, branches));
        }
        List<Step.Branch> made = branches.stream()
                .map(b -> new Step.Branch(b.trigger, b.reactions, b.secrecy, b.at))
                .toList();
        return new Step(head.name().id(), head.title(), phase, made, secrecy, head.at());
    }

    private static void line(Cursor c, Secrecy ofStep, List<BranchParts> branches) {
        Secrecy before = c.label();
        Trigger trigger = trigger(c);
        if (trigger != null) {
            Secrecy after = c.label();
            Secrecy secrecy = after != null ? after : before != null ? before : ofStep;
            branches.add(new BranchParts(trigger, secrecy, c.whole()));
            if (!c.done()) {
                throw c.expected("the end of the sentence");
            }
            return;
        }
        if (branches.isEmpty()) {
            throw c.expected("`when …`, `on DATE` or `otherwise`");
        }
        BranchParts branch = branches.getLast();
        do {
            branch.reactions.add(reaction(c, before == null ? branch.secrecy : before));
        } while (c.take(";"));
        if (!c.done()) {
            throw c.expected("the end of the sentence or within, on, for, until, then, by, with wind-down, not before");
        }
    }

    /** A branch that begins with another word for {@code when} is read all the same: what stands below it belongs to it. */
    private static @Nullable Trigger trigger(Cursor c) {
        if (c.seesAny(OTHER_WHENS) && !isDeed(c.look(1))) {
            Token word = c.token();
            c.problems()
                    .add(
                            Code.R008,
                            "`%s` stands here where `when` is expected".formatted(word.text()),
                            word.at(),
                            Fix.replace("write `when`", word.at(), "when"));
            return c.take("nothing by")
                    ? new Trigger.NothingBy(c.date())
                    : c.take("nothing for")
                            ? new Trigger.NothingFor(c.length())
                            : new Trigger.When(ConditionParser.read(c));
        }
        if (c.take("otherwise")) {
            return new Trigger.Otherwise();
        }
        if (c.take("on")) {
            return new Trigger.OnDay(c.date());
        }
        if (c.take("when nothing by")) {
            return new Trigger.NothingBy(c.date());
        }
        if (c.take("when nothing for")) {
            return new Trigger.NothingFor(c.length());
        }
        return c.take("when") ? new Trigger.When(ConditionParser.read(c)) : null;
    }

    /** The parts of a reaction behind its deed. */
    private static final class Terms {
        @Nullable
        Length within;

        @Nullable
        LocalDate on;

        @Nullable
        LocalDate notBefore;

        Expiry expiry = new Expiry.Unsaid();
        boolean prepared;

        @Nullable
        String competence;

        @Nullable
        Length windDown;

        @Nullable
        Secrecy secrecy;
    }

    private static Reaction reaction(Cursor c, Secrecy ofBranch) {
        int start = c.mark();
        List<Ref> actors = c.take("every partner") ? List.of() : c.names("a partner", Set.of());
        Reaction.Deed deed = deed(c);
        var t = new Terms();
        while (!c.done() && !c.sees(";")) {
            c.takeAny(",");
            term(c, t);
        }
        return new Reaction(
                actors,
                deed,
                t.within,
                t.on,
                t.notBefore,
                t.expiry,
                t.prepared,
                t.competence,
                t.windDown,
                t.secrecy == null ? ofBranch : t.secrecy,
                c.from(start));
    }

    private static void term(Cursor c, Terms t) {
        if (c.take("by a prepared act")) {
            t.prepared = true;
        } else if (c.take("by")) {
            if (c.sees(Token.Kind.DATE)) {
                t.on = c.date();
            } else {
                t.competence = c.name("a competence").id();
            }
        } else if (c.take("within")) {
            t.within = c.length();
        } else if (c.take("on")) {
            t.on = c.date();
        } else if (c.take("not before")) {
            t.notBefore = c.date();
        } else if (c.take("with wind-down")) {
            t.windDown = c.length();
        } else if (c.sees("[")) {
            t.secrecy = c.label();
        } else if (c.sees("for") || c.sees("until")) {
            t.expiry = Expiries.read(c);
        } else {
            throw c.expected("within, on, for, until, then, by, with wind-down, not before or a label");
        }
    }

    private static Reaction.Deed deed(Cursor c) {
        Span here = c.here();
        if (c.takeAny("restores what this step eased", "restore what this step eased")) {
            return new Reaction.Deed.RestoreEased(here);
        }
        if (c.takeAny("reviews this step", "review this step")) {
            return new Reaction.Deed.Review(here);
        }
        if (c.takeAny("consults", "consult")) {
            return new Reaction.Deed.Consult(c.name("a stakeholder"));
        }
        if (c.takeAny("keeps", "keep")) {
            Ref measure = c.name("a measure");
            return new Reaction.Deed.Keep(measure, state(c));
        }
        Verb verb = verb(c);
        if (verb == null) {
            throw c.expected(
                    "a deed (imposes, suspends, licenses, lifts, restores, revokes the licence of, grants, withdraws, keeps, reviews, consults)");
        }
        return new Reaction.Deed.Act(verb, c.name("a measure"));
    }

    /** Takes the verb of an act in its singular or plural form, or returns {@code null}. */
    static @Nullable Verb verb(Cursor c) {
        for (Verb verb : Verb.values()) {
            if (verb != Verb.LAPSE && c.takeAny(verb.singular(), verb.plural())) {
                c.take("the licence of");
                return verb;
            }
        }
        return null;
    }

    private static MeasureState state(Cursor c) {
        for (MeasureState state : MeasureState.values()) {
            if (c.take(state.word())) {
                return state;
            }
        }
        throw c.expected("imposed, suspended, licensed, lifted, lapsed, granted, withdrawn or in reserve");
    }
}
