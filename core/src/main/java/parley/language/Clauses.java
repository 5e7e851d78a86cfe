package parley.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Expiry;
import parley.roadmap.Indicator;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.Member;
import parley.roadmap.OwnershipRule;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Ref;
import parley.roadmap.Stakeholder;
import parley.roadmap.Step;
import parley.roadmap.Verifier;
import parley.text.Span;

/**
 * Takes a declaration apart into clauses. Name, title, label and the branches of a step are not among them. What is
 * printed and what is compared are these clauses, so that a difference cannot overlook what a text can say.
 */
public final class Clauses {
    private Clauses() {}

    /** Returns the clauses in the order in which a text has them. */
    public static List<Clause> of(Declaration declaration) {
        return of(declaration, UnaryOperator.identity());
    }

    /** Returns the clauses with values in which {@code names} has changed the names. */
    public static List<Clause> of(Declaration declaration, UnaryOperator<String> names) {
        var c = new Made(declaration.at(), names);
        switch (declaration) {
            case Partner p -> ActorClauses.partner(p, c);
            case Member m -> c.add("of", "of " + m.of());
            case Stakeholder s -> ActorClauses.stakeholder(s, c);
            case Verifier v -> ActorClauses.verifier(v, c);
            case Panel p -> ActorClauses.panel(p, c);
            case Indicator i -> indicator(i, c);
            case Event e -> {
                c.add("from facts", "from facts " + e.series());
                c.day("watched from", e.watchedFrom());
            }
            case Measure m -> measure(m, c);
            case Concession k -> concession(k, c);
            case Phase p -> phase(p, c);
            case Step s -> c.add("in", "in " + s.phase());
            case OwnershipRule r -> RuleClauses.rule(r, c);
        }
        return List.copyOf(c.clauses);
    }

    /** Returns the clauses of the case itself; what a text without them means is left out. */
    public static List<Clause> of(Case theCase) {
        var c = new Made(theCase.at(), UnaryOperator.identity());
        c.add("counterpart", "counterpart " + theCase.counterpart() + quoted(" ", theCase.counterpartTitle()));
        c.add("runs from", "runs from " + theCase.from() + " to " + theCase.to());
        if (theCase.gridDays() != 1) {
            c.add("grid", "grid " + Words.counted(theCase.gridDays(), "day"));
        }
        LocalDate known = theCase.knownUpTo();
        if (known == null && theCase.facts().equals("facts/")) {
            return List.copyOf(c.clauses);
        }
        c.add("facts in", "facts in \"" + theCase.facts() + "\"" + (known == null ? "" : " known up to " + known));
        return List.copyOf(c.clauses);
    }

    /** Collects the clauses of one declaration. */
    static final class Made {
        private final List<Clause> clauses = new ArrayList<>();
        private final Span at;
        private final UnaryOperator<String> names;

        Made(Span at, UnaryOperator<String> names) {
            this.at = at;
            this.names = names;
        }

        void add(String key, String words) {
            add(key, words, at);
        }

        void add(String key, String words, Span place) {
            clauses.add(new Clause(names.apply(key), words, names.apply(words), place));
        }

        void flag(boolean said, String words) {
            if (said) {
                add(words, words);
            }
        }

        void list(String key, List<String> items) {
            list(key, items, "");
        }

        /** Makes {@code hits revenue, elites}; the order of the items does not count. */
        void list(String key, List<String> items, String more) {
            if (!items.isEmpty()) {
                String sorted = items.stream().map(names).sorted().collect(Collectors.joining(", "));
                String words = key + " " + String.join(", ", items) + more;
                clauses.add(new Clause(key, words, key + " " + sorted + names.apply(more), at));
            }
        }

        void texts(String key, List<String> texts) {
            texts.forEach(t -> add(key, key + " \"" + t + "\""));
        }

        void day(String key, @Nullable LocalDate day) {
            if (day != null) {
                add(key, key + " " + day);
            }
        }

        void length(String key, @Nullable Length length) {
            if (length != null) {
                add(key, key + " " + length);
            }
        }

        void when(String key, @Nullable Condition condition) {
            if (condition != null) {
                String words = key + " " + Words.of(condition);
                clauses.add(new Clause(key, words, key + " " + Words.sorted(condition, names), condition.at()));
            }
        }

        void runs(Concession.@Nullable Runs runs) {
            if (runs != null) {
                add("runs from", "runs from " + runs.from() + " to " + runs.to(), runs.at());
            }
        }
    }

    static String quoted(String before, String text) {
        return text.isEmpty() ? "" : before + "\"" + text + "\"";
    }

    static List<String> ids(List<Ref> refs) {
        return refs.stream().map(Ref::id).toList();
    }

    private static void indicator(Indicator i, Made c) {
        String kind = switch (i.kind()) {
            case STOCK -> "stock in ";
            case FLOW -> "flow in ";
        };
        if (!i.unit().isEmpty()) {
            c.add(
                    "unit",
                    kind + i.unit() + (i.per() == null ? "" : " a " + i.per().word()));
        }
        c.add("from facts", "from facts " + i.series());
        c.add("updated", "updated " + rhythm(i.updated()));
        if (i.staleDays() != null) {
            c.add("stale after", "stale after " + Words.counted(i.staleDays(), "day"));
        }
        c.flag(i.silenceMeansNone(), "silence means none");
        if (i.counts() != null) {
            String with = i.companions().stream().map(Indicator.Companion::word).collect(Collectors.joining(", "));
            c.add("counts", "counts " + i.counts().word() + (with.isEmpty() ? "" : " with " + with));
        }
    }

    private static String rhythm(@Nullable Length length) {
        if (length == null) {
            return "as it happens";
        }
        return switch (length.unit()) {
            case DAYS -> "daily";
            case WEEKS -> "weekly";
            case MONTHS -> length.count() == 3 ? "quarterly" : "monthly";
            case YEARS -> "yearly";
        };
    }

    private static void measure(Measure m, Made c) {
        owners(m, c);
        for (Measure.Transition t : m.history()) {
            String lasts = t.expiry() instanceof Expiry.Unsaid ? "" : " " + Words.of(t.expiry());
            c.add("history of " + t.verb().past(), t.verb().past() + " " + t.on() + lasts, t.at());
        }
        c.texts("by", m.acts());
        if (!(m.runsOut() instanceof Expiry.Unsaid)) {
            c.add("runs until", "runs " + Words.of(m.runsOut()));
        }
        c.flag(m.permanent(), "permanent");
        c.list("hits", m.hits());
        c.list("harms", m.harms());
        c.list("helps", m.helps());
        c.list("pushes toward", m.pushesToward());
        c.list("depends on", m.dependsOn());
        c.list("cuts dependence on", m.cutsDependenceOn());
        c.list("relief void while", ids(m.voidWhile()), " imposed");
        c.length("ready in", m.readyIn());
        if (m.weight() != 1) {
            c.add("weighs", "weighs " + Words.number(m.weight()));
        }
        c.texts("because", m.because());
        c.texts("source", m.sources());
    }

    private static void owners(Measure m, Made c) {
        String by = m.competence() == null ? "" : " by " + m.competence();
        c.list("of", ids(m.owners()), (m.callOn().isEmpty() ? "" : " as a call on the " + m.callOn()) + by);
    }

    private static void concession(Concession k, Made c) {
        c.when("met when", k.met());
        c.when("broken when", k.broken());
        if (k.verifiedBy() != null) {
            c.add("verified by", "verified by " + k.verifiedBy() + Words.during(" within ", k.verifiedWithin()));
        }
        c.add("reversible", k.reversible() ? "reversible" : "irreversible");
        c.list("track", k.track());
        c.texts("invites", k.invites());
        c.runs(k.runs());
        c.flag(k.once(), "once");
        c.length("not again within", k.notAgainWithin());
        Concession.Dispute d = k.dispute();
        if (d != null) {
            c.add(
                    "may be disputed within",
                    "may be disputed within " + d.raisedWithin() + ", settled within " + d.settledWithin(),
                    d.at());
        }
    }

    private static void phase(Phase p, Made c) {
        c.flag(p.first(), "first");
        c.when("opens when", p.opens());
        c.runs(p.runs());
        if (!p.goal().isEmpty()) {
            c.texts("goal", List.of(p.goal()));
        }
    }
}
