package parley.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import parley.language.Clause;
import parley.language.Clauses;
import parley.language.Words;
import parley.roadmap.Assumption;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Guard;
import parley.roadmap.Ref;
import parley.roadmap.Scenario;
import parley.roadmap.Secrecy;
import parley.roadmap.Step;
import parley.text.Span;

/** Takes a case apart into nodes; every name goes through {@code names}, so that a renamed thing meets itself. */
final class CaseTree {
    static final List<String> ALL = List.of(Change.EVERYBODY);

    private final Case theCase;
    private final UnaryOperator<String> names;
    private final List<Node> nodes = new ArrayList<>();

    private CaseTree(Case theCase, UnaryOperator<String> names) {
        this.theCase = theCase;
        this.names = names;
    }

    static List<Node> of(Case theCase, Renames renames) {
        var tree = new CaseTree(theCase, renames::now);
        tree.nodes.add(tree.front());
        theCase.declarations().forEach(d -> tree.nodes.add(tree.declaration(d)));
        theCase.guards().forEach(tree::guard);
        theCase.claims().forEach(tree::claim);
        theCase.assumptions().forEach(tree::assumption);
        theCase.aims()
                .forEach(a -> a.terms()
                        .forEach(t ->
                                tree.line("aim for each " + t.unit(), "aim", Words.of(t), ALL, a.secrecy(), t.at())));
        theCase.scenarios().forEach(s -> tree.nodes.add(tree.scenario(s)));
        return tree.nodes;
    }

    /** The case itself is compared as it is written: this is where a new name of the counterpart is told. */
    private Node front() {
        String id = theCase.id();
        List<Node> children = new ArrayList<>();
        for (Clause c : Clauses.of(theCase)) {
            children.add(Node.leaf(c.key(), c.value(), ALL, id, c.at(), Telling.clause("the case")));
        }
        children.add(Node.leaf("title", theCase.title(), ALL, id, theCase.at(), title("the case")));
        Telling telling = (before, after, who) -> "The case `%s` is now called `%s`.".formatted(before, after);
        return new Node(
                "case", "", id, theCase.secrecy().words(), ALL, id, theCase.at(), Node.Depth.ALONE, telling, children);
    }

    private Node declaration(Declaration d) {
        String id = names.apply(d.id());
        List<Node> children = new ArrayList<>();
        for (Clause c : Clauses.of(d, names)) {
            children.add(clause(d, id, c));
        }
        children.add(Node.leaf("title", d.title(), ALL, id, d.at(), title(id)));
        if (d instanceof Step s) {
            children.addAll(new StepTree(s, id, names).branches());
        }
        return new Node(
                id + " ",
                "",
                d.word(),
                d.secrecy().words(),
                owners(d),
                id,
                d.at(),
                d instanceof Step ? Node.Depth.WITH_CHILDREN : Node.Depth.ALONE,
                existence(id, d),
                children);
    }

    private static Telling existence(String id, Declaration d) {
        String titled = "`" + id + "`" + (d.title().isEmpty() ? "" : " “" + d.title() + "”");
        return (before, after, who) -> {
            if (before == null) {
                return "There is a new %s: %s.".formatted(after, titled);
            }
            return after == null
                    ? "The %s %s is gone.".formatted(before, titled)
                    : "%s: is now a %s (was a %s).".formatted(id, after, before);
        };
    }

    private static Telling title(String name) {
        return (before, after, who) -> "%s: is now titled “%s” (was “%s”).".formatted(name, after, before);
    }

    private Node clause(Declaration d, String id, Clause c) {
        String key = c.key();
        String value = c.value();
        String counterpart = theCase.counterpart();
        if (d instanceof Concession k) {
            return switch (c.key()) {
                case "met when" ->
                    Node.leaf(key, value, List.of(counterpart), id, c.at(), demand(id, "asks for", "met when"));
                case "broken when" -> Node.leaf(key, value, List.of(counterpart), id, c.at(), breach(id));
                case "verified by" -> Node.leaf(key, value, signers(k), id, c.at(), Tellings.signing(id));
                default -> Node.leaf(key, value, List.of(counterpart), id, c.at(), Telling.clause(id));
            };
        }
        return Node.leaf(key, value, owners(d), id, c.at(), Telling.clause(id));
    }

    private static Telling demand(String id, String asks, String prefix) {
        return Telling.condition(prefix, id + " now also " + asks, id + " no longer " + asks, id + " now " + asks);
    }

    private static Telling breach(String id) {
        Telling both = Telling.condition(
                "broken when",
                id + " is now broken only when also",
                id + " is now broken without waiting for",
                id + " is now broken when");
        return (before, after, who) -> {
            if (before == null) {
                return "%s: %s can now be broken: %s.".formatted(who, id, after);
            }
            return after == null
                    ? "%s: %s can no longer be broken (was %s).".formatted(who, id, before)
                    : both.says(before, after, who);
        };
    }

    private List<String> signers(Concession k) {
        Ref by = k.verifiedBy();
        return by == null ? ALL : List.of(names.apply(by.id()));
    }

    private List<String> owners(Declaration d) {
        return Touched.by(d, theCase.counterpart()).stream().map(names).toList();
    }

    private void guard(Guard g) {
        List<String> who = g instanceof Guard.ConsultBefore c
                ? List.of(names.apply(c.stakeholder().id()))
                : ALL;
        line("guard " + names.apply(Touched.subject(g)), "guard", words(g), who, g.secrecy(), g.at());
    }

    /** The order beside {@code and} and {@code or} does not count. */
    private String words(Guard guard) {
        return switch (guard) {
            case Guard.Invariant i -> (i.negated() ? "never " : "always ") + Words.sorted(i.condition(), names);
            case Guard.Hold h -> names.apply("hold " + h.thing()) + " until " + Words.sorted(h.until(), names);
            case Guard.NeverEase n -> names.apply(Words.of(n));
            case Guard.NeverImpose n -> names.apply(Words.of(n));
            case Guard.KeepReserve k -> names.apply(Words.of(k));
            case Guard.Ledger l -> Words.of(l);
            case Guard.AnswerWithin a -> Words.of(a);
            case Guard.ConsultBefore c -> names.apply(Words.of(c));
        };
    }

    private void claim(Claim c) {
        String key = switch (c) {
            case Claim.Named n -> "claim " + n.name();
            case Claim.Formula f -> "claim " + f.form();
            case Claim.Question q -> "question " + q.ask();
        };
        line(
                key,
                c instanceof Claim.Question ? "question" : "claim",
                names.apply(Words.of(c)),
                ALL,
                c.secrecy(),
                c.at());
    }

    private void assumption(Assumption a) {
        String words = names.apply(Words.of(a));
        String key = "assumption " + a.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        line(key, "assumption", words, ALL, a.secrecy(), a.at());
    }

    private void line(String key, String word, String value, List<String> who, Secrecy secrecy, Span at) {
        nodes.add(new Node(
                key, "", value, secrecy.words(), who, value, at, Node.Depth.ALONE, Telling.line(word), List.of()));
    }

    private Node scenario(Scenario s) {
        List<Node> lines = new ArrayList<>();
        List<String> order = new ArrayList<>();
        Telling told = (before, after, who) -> {
            String says = Telling.line("line").says(before, after, who);
            return "In the story “%s”: ".formatted(s.title())
                    + says.substring(0, 1).toLowerCase(Locale.ROOT)
                    + says.substring(1);
        };
        for (Scenario.Line line : s.lines()) {
            String words = names.apply(Words.of(line));
            order.add(words);
            lines.add(Node.leaf("line " + Touched.subject(words), words, ALL, s.title(), line.at(), told));
        }
        return new Node(
                "scenario " + s.title(),
                "",
                String.join("\n", order),
                s.secrecy().words(),
                ALL,
                s.title(),
                s.at(),
                Node.Depth.IF_NO_CHILD,
                Tellings.story(s.title()),
                lines);
    }
}
