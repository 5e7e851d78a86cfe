package parley.copy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.language.Code;
import parley.language.Mentions;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.roadmap.Step;
import parley.text.Diagnostic;
import parley.text.Fix;
import parley.text.Label;

/**
 * The part of a case a reader may see. A clause whose label opens it is shown whole. An unlabelled declaration that such
 * a clause names is shown as far as the promise needs it ({@link Needed}); what nothing visible names is not shown.
 */
final class Projection {
    private final Case theCase;
    private final Reader reader;
    private final Map<String, Declaration> names;
    private final Map<String, Declaration> shown = new TreeMap<>();
    private final List<Diagnostic> hidden = new ArrayList<>();

    Projection(Case theCase, Reader reader) {
        this.theCase = theCase;
        this.reader = reader;
        this.names = theCase.byName();
    }

    Case made() {
        for (Declaration d : theCase.declarations()) {
            if (reader.reads(d.secrecy())) {
                show(d instanceof Step s ? step(s) : d);
            }
        }
        var guards =
                theCase.guards().stream().filter(g -> reader.reads(g.secrecy())).toList();
        var claims =
                theCase.claims().stream().filter(c -> reader.reads(c.secrecy())).toList();
        var assumptions = theCase.assumptions().stream()
                .filter(a -> reader.reads(a.secrecy()))
                .toList();
        var aims =
                theCase.aims().stream().filter(a -> reader.reads(a.secrecy())).toList();
        var scenarios = theCase.scenarios().stream()
                .filter(s -> reader.reads(s.secrecy()))
                .toList();
        guards.forEach(g -> need(Mentions.of(g)));
        claims.forEach(c -> need(Mentions.of(c)));
        assumptions.forEach(a -> need(Mentions.of(a)));
        scenarios.forEach(s -> need(Mentions.of(s)));
        boolean whole = reader.reads(theCase.secrecy());
        return new Case(
                theCase.id(),
                theCase.title(),
                theCase.counterpart(),
                theCase.counterpartTitle(),
                theCase.from(),
                theCase.to(),
                whole ? theCase.gridDays() : 1,
                whole ? theCase.facts() : "facts/",
                whole ? theCase.knownUpTo() : null,
                List.copyOf(shown.values()),
                guards,
                claims,
                assumptions,
                aims,
                scenarios,
                whole ? theCase.secrecy() : Secrecy.DEFAULT,
                theCase.at());
    }

    /** Returns what may not be shown although something visible names it. */
    List<Diagnostic> hidden() {
        return hidden;
    }

    private void show(Declaration d) {
        if (shown.putIfAbsent(d.id(), d) == null) {
            need(Mentions.of(d));
        }
    }

    private void need(Collection<Ref> refs) {
        refs.forEach(this::need);
    }

    private void need(Ref ref) {
        Declaration d = names.get(ref.id());
        if (d == null || shown.containsKey(d.id()) || reader.reads(d.secrecy())) {
            return;
        }
        if (d.secrecy().equals(Secrecy.DEFAULT)) {
            show(Needed.of(d));
            return;
        }
        hidden.add(new Diagnostic(
                Code.R027.name(),
                Code.R027.severity(),
                "the copy for %s would name `%s`, which is %s"
                        .formatted(reader.name(), d.id(), d.secrecy().words()),
                List.of(
                        new Label(ref.at(), "named here"),
                        new Label(d.at(), "declared " + d.secrecy().words())),
                Code.R027.why(),
                List.of(Fix.advice("open `%s` to the reader, or close the clause".formatted(d.id())))));
    }

    private Step step(Step s) {
        List<Step.Branch> branches = new ArrayList<>();
        for (Step.Branch b : s.branches()) {
            List<Reaction> reactions = b.reactions().stream()
                    .filter(r -> reader.reads(r.secrecy()))
                    .toList();
            if (reader.reads(b.secrecy()) && !reactions.isEmpty()) {
                need(Mentions.of(b.trigger()));
                reactions.forEach(r -> need(Mentions.of(r)));
                branches.add(new Step.Branch(b.trigger(), reactions, b.secrecy(), b.at()));
            }
        }
        return new Step(s.id(), s.title(), s.phase(), branches, s.secrecy(), s.at());
    }
}
