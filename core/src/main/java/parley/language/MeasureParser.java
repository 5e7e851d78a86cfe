package parley.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.roadmap.Verb;

/** Reads measures, reserves and offers. */
final class MeasureParser {
    private static final Set<String> CLAUSES = Set.of(
            "imposed",
            "suspended",
            "licensed",
            "lifted",
            "restored",
            "revoked",
            "lapsed",
            "granted",
            "withdrawn",
            "by",
            "permanent",
            "hits",
            "harms",
            "helps",
            "pushes",
            "depends",
            "cuts",
            "relief",
            "ready",
            "runs",
            "because",
            "source",
            "weighs",
            "then",
            "of");

    private MeasureParser() {}

    private static final class Parts {
        final List<Ref> owners = new ArrayList<>();

        @Nullable
        String competence;

        String callOn = "";
        final List<Measure.Transition> history = new ArrayList<>();
        Expiry runsOut = new Expiry.Unsaid();
        boolean permanent;
        final List<String> acts = new ArrayList<>();
        final List<String> hits = new ArrayList<>();
        final List<String> harms = new ArrayList<>();
        final List<String> helps = new ArrayList<>();
        final List<String> pushes = new ArrayList<>();
        final List<String> depends = new ArrayList<>();
        final List<String> cuts = new ArrayList<>();
        final List<Ref> voidWhile = new ArrayList<>();

        @Nullable
        Length readyIn;

        double weight = 1;
        final List<String> because = new ArrayList<>();
        final List<String> sources = new ArrayList<>();
    }

    static Measure measure(Block block, Measure.Kind kind) {
        Block.Head head = block.headOf("a measure");
        var p = new Parts();
        Secrecy label = block.clauses(c -> clause(c, p));
        if (p.owners.isEmpty()) {
            block.problems()
                    .add(
                            Code.R016,
                            "`%s` does not say whose it is"
                                    .formatted(head.name().id()),
                            head.at(),
                            parley.text.Fix.advice("add a clause `of eu`"));
        }
        return new Measure(
                head.name().id(),
                head.title(),
                kind,
                p.owners,
                p.competence,
                p.callOn,
                p.history,
                p.runsOut,
                p.permanent,
                p.acts,
                p.hits,
                p.harms,
                p.helps,
                p.pushes,
                p.depends,
                p.cuts,
                p.voidWhile,
                p.readyIn,
                p.weight,
                p.because,
                p.sources,
                label == null ? head.secrecy() : label,
                head.at());
    }

    private static void clause(Cursor c, Parts p) {
        int start = c.mark();
        if (c.take("of")) {
            owners(c, p);
        } else if (c.take("by")) {
            p.acts.add(c.text());
        } else if (c.take("permanent")) {
            p.permanent = true;
        } else if (c.take("relief void while")) {
            p.voidWhile.addAll(c.names("a measure", CLAUSES));
            c.need("imposed");
        } else if (c.take("ready in")) {
            p.readyIn = c.length();
        } else if (c.take("runs until")) {
            LocalDate day = c.date();
            p.runsOut = new Expiry.Until(day, Expiries.then(c));
        } else if (c.take("because")) {
            p.because.add(c.text());
        } else if (c.take("source")) {
            p.sources.add(c.text());
        } else if (c.take("weighs")) {
            p.weight = c.number();
        } else if (!tags(c, p)) {
            transition(c, p, start);
        }
    }

    private static void owners(Cursor c, Parts p) {
        p.owners.addAll(c.names("a partner", CLAUSES));
        if (c.take("as a call on the")) {
            List<String> words = new ArrayList<>();
            while (c.sees(Token.Kind.WORD)) {
                words.add(c.token().text());
            }
            p.callOn = String.join(" ", words);
        }
        if (c.take("by")) {
            if (c.sees(Token.Kind.TEXT)) {
                p.acts.add(c.text());
            } else {
                p.competence = c.name("a competence").id();
            }
        }
    }

    private static boolean tags(Cursor c, Parts p) {
        if (c.take("hits")) {
            return tagged(c, p.hits);
        }
        if (c.take("harms")) {
            return tagged(c, p.harms);
        }
        if (c.take("helps")) {
            return tagged(c, p.helps);
        }
        if (c.take("pushes toward")) {
            return tagged(c, p.pushes);
        }
        if (c.take("depends on")) {
            return tagged(c, p.depends);
        }
        if (c.take("cuts dependence on")) {
            return tagged(c, p.cuts);
        }
        return false;
    }

    private static boolean tagged(Cursor c, List<String> words) {
        c.names("a tag", CLAUSES).forEach(r -> words.add(r.id()));
        return true;
    }

    private static void transition(Cursor c, Parts p, int start) {
        for (Verb verb : Verb.values()) {
            if (c.take(verb.past())) {
                LocalDate on = c.date();
                Expiry expiry = Expiries.read(c);
                p.history.add(new Measure.Transition(verb, on, expiry, c.from(start)));
                return;
            }
        }
        throw c.expected(
                "a clause of a measure (of, imposed DATE, suspended DATE, by, hits, harms, pushes toward, depends on, relief void while, permanent, …)");
    }
}
