package parley.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
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
import parley.text.Source;
import parley.text.Span;

/** What a name is, in a few lines. */
public final class Hovers {
    private final Map<String, Source> sources;
    private final List<Line> lines = new ArrayList<>();

    private Hovers(Map<String, Source> sources) {
        this.sources = sources;
    }

    /**
     * What is known about a name.
     *
     * @param head the kind and the name
     * @param title the title; may be empty
     * @param lines what else is known, in the order to show
     */
    public record Hover(String head, String title, List<Line> lines) {
        public Hover {
            lines = List.copyOf(lines);
        }
    }

    /** {@code label} says what {@code text} is about. */
    public record Line(String label, String text) {}

    /** Returns what {@code symbol} is; of what could not be read only its name and uses are told. */
    public static Hover of(
            Symbols.Symbol symbol, Symbols symbols, @Nullable Case theCase, Map<String, Source> sources) {
        var hovers = new Hovers(sources);
        Declaration d = theCase == null ? null : theCase.byName().get(symbol.id());
        if (d != null && d.word().equals(symbol.kind())) {
            hovers.declaration(d);
            hovers.line("readers", d.secrecy().words());
        } else if (theCase != null && symbol.kind().equals("case")) {
            hovers.line("runs", "%s to %s".formatted(theCase.from(), theCase.to()));
        } else if (theCase != null && symbol.kind().equals("counterpart")) {
            hovers.line("who", theCase.counterpartTitle());
        }
        hovers.line("used", used(symbols.uses(symbol)));
        return new Hover(symbol.kind() + " " + symbol.id(), symbol.title(), hovers.lines);
    }

    private static String used(List<Span> uses) {
        if (uses.isEmpty()) {
            return "nowhere";
        }
        Map<String, Long> byFile =
                uses.stream().collect(Collectors.groupingBy(Span::file, TreeMap::new, Collectors.counting()));
        return byFile.entrySet().stream()
                .map(e -> "%s %d×".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void line(String label, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            lines.add(new Line(label, text));
        }
    }

    private void list(String label, List<String> words) {
        line(label, String.join(", ", words));
    }

    private void refs(String label, List<Ref> refs) {
        list(label, refs.stream().map(Ref::id).toList());
    }

    private void quote(String label, @Nullable Span at) {
        if (at != null) {
            line(label, Quote.of(sources, at));
        }
    }

    private void declaration(Declaration d) {
        switch (d) {
            case Partner p -> partner(p);
            case Member m -> line("votes in", m.of().id());
            case Stakeholder s -> stakeholder(s);
            case Verifier v -> {
                refs("draws on", v.drawsOn());
                line(
                        "mandate until",
                        v.mandate() == null ? null : v.mandate().until().toString());
            }
            case Panel p -> {
                refs("members", p.members());
                line("signs", p.quorum() + (p.independent() ? " of independent origin" : " of them"));
            }
            case Indicator i -> indicator(i);
            case Event e -> {
                line("series", e.series());
                line(
                        "watched from",
                        e.watchedFrom() == null ? null : e.watchedFrom().toString());
            }
            case Measure m -> measure(m);
            case Concession c -> concession(c);
            case Phase p -> phase(p);
            case Step s -> step(s);
            case OwnershipRule r -> rule(r);
        }
    }

    private void partner(Partner p) {
        p.procedures().forEach(procedure -> quote("decides", procedure.at()));
        line("member of", p.memberOf() == null ? null : p.memberOf().id());
        line("prepared acts", p.preparesActs() ? "yes" : "no");
        line("if undecided", p.undecided() == null ? null : p.undecided().words());
        p.positions().forEach(s -> line("position", s.from() + ": " + s.says()));
        quote("mandate", p.mandate() == null ? null : p.mandate().at());
    }

    private void stakeholder(Stakeholder s) {
        line("heard before", before(s));
        s.positions().forEach(p -> line("position", p.from() + ": " + p.says()));
    }

    private static String before(Stakeholder s) {
        List<String> acts = new ArrayList<>();
        if (s.beforeImposing()) {
            acts.add("imposing");
        }
        if (s.beforeEasing()) {
            acts.add("easing");
        }
        return String.join(", ", acts);
    }

    private void indicator(Indicator i) {
        Length.Unit per = i.per();
        String kind = i.kind() == Indicator.Kind.STOCK ? "stock" : "flow";
        line("counts", "%s in %s%s".formatted(kind, i.unit(), per == null ? "" : " a " + per.word()));
        line("series", i.series());
        line(
                "updated",
                i.updated() == null ? "as it happens" : "every " + i.updated().words());
        line("stale after", i.staleDays() == null ? null : i.staleDays() + " days");
        line("without a row", i.silenceMeansNone() ? "none" : "unknown");
    }

    private void measure(Measure m) {
        refs("of", m.owners());
        line("competence", m.competence());
        line("life", life(m));
        m.history().forEach(t -> quote("history", t.at()));
        line("permanent", m.permanent() ? "yes" : null);
        line("expiry", Expiries.words(m.runsOut()));
        list("legal acts", m.acts());
        list("hits", m.hits());
        list("harms", m.harms());
        list("helps", m.helps());
        list("pushes toward", m.pushesToward());
        list("depends on", m.dependsOn());
        list("cuts dependence on", m.cutsDependenceOn());
        refs("relief void while", m.voidWhile());
        line("ready in", m.readyIn() == null ? null : m.readyIn().words());
        m.because().forEach(b -> line("because", b));
        m.sources().forEach(s -> line("source", s));
    }

    private static String life(Measure m) {
        return switch (m.kind()) {
            case MEASURE, RESERVE -> "in reserve → imposed → suspended | licensed | lifted | lapsed → imposed";
            case OFFER -> "offered → granted → withdrawn";
        };
    }

    private void concession(Concession c) {
        line("life", life(c));
        quote("met when", c.met().at());
        quote("broken when", c.broken() == null ? null : c.broken().at());
        String within = c.verifiedWithin() == null
                ? ""
                : " within " + c.verifiedWithin().words();
        line(
                "verified by",
                c.verifiedBy() == null
                        ? "the record, on the same day"
                        : c.verifiedBy().id() + within);
        line("reversible", c.reversible() ? "yes" : "no");
        quote("runs", c.runs() == null ? null : c.runs().at());
        line("again", c.once() ? "no, once" : null);
        line(
                "not again within",
                c.notAgainWithin() == null ? null : c.notAgainWithin().words());
        quote("dispute", c.dispute() == null ? null : c.dispute().at());
        list("track", c.track());
        list("invites", c.invites());
    }

    private static String life(Concession c) {
        String claimed = c.verifiedBy() == null ? "" : "claimed → ";
        String broken = c.broken() == null ? "" : "broken | ";
        return "open → %smet → verified → %sexpired".formatted(claimed, broken);
    }

    private void phase(Phase p) {
        line("life", "closed → open → passed");
        line("opens", p.first() ? "with the case" : null);
        quote("opens when", p.opens() == null ? null : p.opens().at());
        quote("runs", p.runs() == null ? null : p.runs().at());
        line("goal", p.goal());
    }

    private void step(Step s) {
        line("phase", s.phase().id());
        s.branches().forEach(b -> {
            int count = b.reactions().size();
            line("branch", "%s: %d reaction%s".formatted(Quote.of(sources, b.at()), count, count == 1 ? "" : "s"));
        });
    }

    private void rule(OwnershipRule r) {
        line("of", r.partner().id());
        line("for", r.purposes());
        line("valid from", r.validFrom() == null ? null : r.validFrom().toString());
        line("valid to", r.validTo() == null ? null : r.validTo().toString());
        list("legal acts", r.acts());
        line("confirmed", r.confirmed() == null ? null : r.confirmed() ? "yes" : "no");
    }
}
