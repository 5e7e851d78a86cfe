package parley.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import parley.language.Words;
import parley.roadmap.Condition;
import parley.roadmap.Expiry;
import parley.roadmap.Length;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/** Takes the branches of a step apart: a duty of three partners is three duties. */
final class StepTree {
    private static final String EVERY_PARTNER = "every partner";

    private final Step step;
    private final String id;
    private final UnaryOperator<String> names;

    StepTree(Step step, String id, UnaryOperator<String> names) {
        this.step = step;
        this.id = id;
        this.names = names;
    }

    List<Node> branches() {
        return step.branches().stream().map(this::branch).toList();
    }

    private Node branch(Step.Branch b) {
        String words = trigger(b.trigger());
        String once = names.apply(once(b.trigger()));
        List<Node> duties = new ArrayList<>();
        for (Reaction r : b.reactions()) {
            List<String> actors = r.everyPartner()
                    ? List.of(EVERY_PARTNER)
                    : r.actors().stream().map(Ref::id).toList();
            actors.forEach(a -> duties.add(duty(r, names.apply(a), once)));
        }
        return new Node(
                "branch " + words,
                "branch " + kind(b.trigger()),
                words,
                b.secrecy().words(),
                CaseTree.ALL,
                id,
                b.at(),
                Node.Depth.WITH_CHILDREN,
                Tellings.branch(id),
                duties);
    }

    private String trigger(Trigger trigger) {
        return trigger instanceof Trigger.When w ? "when " + Words.sorted(w.condition(), names) : Words.of(trigger);
    }

    /** Branches whose numbers or days alone differ are of one kind. */
    private String kind(Trigger trigger) {
        return switch (trigger) {
            case Trigger.When w -> "when " + Words.sorted(w.condition(), names).replaceAll("\\d+", "");
            case Trigger.NothingBy n -> "nothing";
            case Trigger.NothingFor n -> "nothing";
            case Trigger.OnDay d -> "day";
            case Trigger.Otherwise o -> "otherwise";
        };
    }

    private static String once(Trigger trigger) {
        return switch (trigger) {
            case Trigger.When w -> once(w.condition());
            case Trigger.NothingBy n -> "if nothing is verified by " + n.day();
            case Trigger.NothingFor n -> "if nothing is verified for " + n.length();
            case Trigger.OnDay d -> "on " + d.day();
            case Trigger.Otherwise o -> "if nothing else was answered";
        };
    }

    private static String once(Condition condition) {
        return condition instanceof Condition.InState in
                ? "once %s is %s%s".formatted(in.thing(), in.state(), in.hold() == null ? "" : " for " + in.hold())
                : "once " + Words.of(condition);
    }

    private Node duty(Reaction r, String actor, String once) {
        String deed = names.apply(Words.of(r.deed(), false));
        String todo = names.apply(Words.of(r.deed(), true));
        List<String> who = List.of(actor.equals(EVERY_PARTNER) ? Change.EVERYBODY : actor);
        return new Node(
                "duty " + actor + " " + deed,
                "duty " + actor + " " + names.apply(object(r.deed())),
                deed,
                r.secrecy().words(),
                who,
                id,
                r.at(),
                Node.Depth.ALWAYS,
                Tellings.duty(actor, deed, names.apply(Words.terms(r)), once),
                terms(r, actor, todo, once, who));
    }

    private static String object(Reaction.Deed deed) {
        return switch (deed) {
            case Reaction.Deed.Act a -> a.measure().id();
            case Reaction.Deed.Keep k -> k.measure().id();
            case Reaction.Deed.Consult c -> "consult " + c.stakeholder();
            case Reaction.Deed.RestoreEased r -> "restore";
            case Reaction.Deed.Review r -> "review";
        };
    }

    private List<Node> terms(Reaction r, String actor, String todo, String once, List<String> who) {
        List<Node> terms = new ArrayList<>();
        Telling term = Tellings.term(actor, todo, once);
        Length within = r.within();
        Telling deadline = Tellings.deadline(actor, todo, once);
        if (within != null) {
            terms.add(Node.leaf("deadline", "within " + within, who, id, r.at(), deadline));
        }
        if (r.on() != null) {
            terms.add(Node.leaf("deadline", "on " + r.on(), who, id, r.at(), deadline));
        }
        if (r.notBefore() != null) {
            terms.add(Node.leaf("not before", "not before " + r.notBefore(), who, id, r.at(), term));
        }
        if (!(r.expiry() instanceof Expiry.Unsaid)) {
            terms.add(Node.leaf("expiry", Words.of(r.expiry()), who, id, r.at(), expiry(r, actor, once)));
        }
        if (r.prepared()) {
            terms.add(Node.leaf("prepared", "by a prepared act", who, id, r.at(), term));
        }
        if (r.competence() != null) {
            terms.add(Node.leaf("competence", "by " + r.competence(), who, id, r.at(), term));
        }
        if (r.windDown() != null) {
            terms.add(Node.leaf("wind-down", "with wind-down " + r.windDown(), who, id, r.at(), term));
        }
        return terms;
    }

    private Telling expiry(Reaction r, String actor, String once) {
        boolean eases = r.deed() instanceof Reaction.Deed.Act a && a.verb().eases();
        return Tellings.expiry(names.apply(object(r.deed())), eases ? "relief" : "it", actor, once);
    }
}
