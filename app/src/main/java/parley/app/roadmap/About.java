package parley.app.roadmap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.app.web.FactLine;
import parley.app.web.Prose;
import parley.app.web.Visit;
import parley.app.web.Words;
import parley.language.CasePrinter;
import parley.language.Mentions;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Measure;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.standing.Standing;

/**
 * All that is known about one name of the case on the day looked at.
 *
 * @param label who may read the clause
 * @param state where it stands, or {@code null} for what has no state
 * @param why the sentence behind the state, in parts
 * @param next what comes next and when; may be empty
 * @param clause its own words
 * @param duties what partners owe because of it
 * @param usedBy other names that rest on it
 * @param uses names it rests on
 * @param facts the rows behind it, newest first
 */
public record About(
        Declaration declaration,
        String label,
        @Nullable State state,
        List<Prose.Part> why,
        String next,
        String clause,
        List<Standing.Duty> duties,
        List<Declaration> uses,
        List<Declaration> usedBy,
        List<FactLine> facts) {

    /** A page that lists more is read by nobody; the record has them all. */
    private static final int MOST_FACTS = 200;

    /** A state in a word, with its colour and the day since when. */
    public record State(String word, String light, String since) {}

    /** Returns what is known, or {@code null} if the reader's case has no such name. */
    static @Nullable About of(Visit visit, String name) {
        Case theCase = visit.theCase();
        Declaration d = theCase.named(name);
        if (d == null) {
            return null;
        }
        Standing standing = visit.standing();
        Standing.@Nullable Because because = because(standing, d);
        return new About(
                d,
                d.secrecy().words(),
                state(standing, d),
                because == null ? List.of() : Prose.of(theCase, Words.capital(because.says())),
                next(standing, d),
                CasePrinter.text(d).strip(),
                duties(standing, d),
                named(theCase, uses(d)),
                usedBy(theCase, name),
                facts(visit, d, because));
    }

    private static @Nullable State state(Standing standing, Declaration d) {
        return switch (d) {
            case Concession _ ->
                concession(standing, d.id())
                        .map(c -> new State(
                                c.state().word() + (c.disputed() ? ", disputed" : ""),
                                Lights.of(c.state()),
                                Words.day(c.since())))
                        .orElse(null);
            case Measure _ ->
                measure(standing, d.id())
                        .map(m -> new State(m.state().word(), Lights.of(m.state()), Words.day(m.since())))
                        .orElse(null);
            case Phase _ ->
                phase(standing, d.id())
                        .map(p -> new State(p.state(), Lights.ofPhase(p.state()), Words.day(p.since())))
                        .orElse(null);
            default -> null;
        };
    }

    private static Standing.@Nullable Because because(Standing standing, Declaration d) {
        return switch (d) {
            case Concession _ ->
                concession(standing, d.id())
                        .map(Standing.ConcessionState::because)
                        .orElse(null);
            case Measure _ ->
                measure(standing, d.id()).map(Standing.MeasureLine::because).orElse(null);
            case Phase _ ->
                phase(standing, d.id()).map(Standing.PhaseState::because).orElse(null);
            default -> null;
        };
    }

    private static String next(Standing standing, Declaration d) {
        Standing.@Nullable Next next = switch (d) {
            case Concession _ ->
                concession(standing, d.id()).map(Standing.ConcessionState::next).orElse(null);
            case Measure _ ->
                measure(standing, d.id()).map(Standing.MeasureLine::next).orElse(null);
            case Phase _ ->
                phase(standing, d.id()).map(Standing.PhaseState::next).orElse(null);
            default -> null;
        };
        return next == null ? "" : "%s on %s".formatted(Words.capital(next.what()), Words.day(next.on()));
    }

    private static java.util.Optional<Standing.ConcessionState> concession(Standing s, String id) {
        return s.concessions().stream().filter(c -> c.concession().equals(id)).findFirst();
    }

    private static java.util.Optional<Standing.MeasureLine> measure(Standing s, String id) {
        return s.measures().stream().filter(m -> m.measure().equals(id)).findFirst();
    }

    private static java.util.Optional<Standing.PhaseState> phase(Standing s, String id) {
        return s.phases().stream().filter(p -> p.phase().equals(id)).findFirst();
    }

    private static List<Standing.Duty> duties(Standing standing, Declaration d) {
        return standing.duties().stream()
                .filter(duty -> switch (d) {
                    case Step _ -> duty.step().equals(d.id());
                    case Partner _ -> duty.partner().equals(d.id());
                    default -> duty.thing().equals(d.id());
                })
                .sorted(java.util.Comparator.comparing(Standing.Duty::due).reversed())
                .toList();
    }

    private static Set<String> uses(Declaration d) {
        Set<String> names = new LinkedHashSet<>();
        Mentions.of(d).stream().map(Ref::id).forEach(names::add);
        if (d instanceof Step s) {
            s.branches().forEach(b -> {
                Mentions.of(b.trigger()).stream().map(Ref::id).forEach(names::add);
                b.reactions().forEach(r -> Mentions.of(r).stream().map(Ref::id).forEach(names::add));
            });
        }
        return names;
    }

    private static List<Declaration> named(Case theCase, Set<String> names) {
        List<Declaration> found = new ArrayList<>();
        for (String name : names) {
            Declaration d = theCase.named(name);
            if (d != null) {
                found.add(d);
            }
        }
        return found;
    }

    private static List<Declaration> usedBy(Case theCase, String name) {
        return theCase.declarations().stream()
                .filter(d -> uses(d).contains(name))
                .toList();
    }

    private static List<FactLine> facts(Visit visit, Declaration d, Standing.@Nullable Because because) {
        Set<String> ids = new LinkedHashSet<>(because == null ? List.of() : because.facts());
        var facts = visit.known().facts();
        switch (d) {
            case Measure _ ->
                facts.acts().stream().filter(a -> a.measure().equals(d.id())).forEach(a -> ids.add(a.id()));
            case Partner _ ->
                facts.acts().stream().filter(a -> a.partner().equals(d.id())).forEach(a -> ids.add(a.id()));
            case Concession _ ->
                facts.signatures().stream()
                        .filter(s -> s.concession().equals(d.id()))
                        .forEach(s -> ids.add(s.id()));
            case parley.roadmap.Indicator i ->
                facts.readings().stream()
                        .filter(r -> r.series().equals(i.series()))
                        .forEach(r -> ids.add(r.id()));
            default -> {}
        }
        List<FactLine> lines = FactLine.of(facts, ids).reversed();
        return lines.size() > MOST_FACTS ? lines.subList(0, MOST_FACTS) : lines;
    }
}
