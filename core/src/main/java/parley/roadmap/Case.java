package parley.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * A whole case: what a folder of texts says, in canonical order.
 *
 * @param counterpart the name of the other side
 * @param from the first day of the roadmap
 * @param to the last day
 * @param gridDays the grid of proofs, in days
 * @param facts the folder of the record, relative to the case
 * @param knownUpTo the day up to which the record was collected, or {@code null}
 */
public record Case(
        String id,
        String title,
        String counterpart,
        String counterpartTitle,
        LocalDate from,
        LocalDate to,
        int gridDays,
        String facts,
        @Nullable LocalDate knownUpTo,
        List<Declaration> declarations,
        List<Guard> guards,
        List<Claim> claims,
        List<Assumption> assumptions,
        List<Aim> aims,
        List<Scenario> scenarios,
        Secrecy secrecy,
        Span at) {
    public Case {
        declarations = declarations.stream()
                .sorted(java.util.Comparator.comparing(Declaration::id).thenComparing(Declaration::at))
                .toList();
        guards = List.copyOf(guards);
        claims = List.copyOf(claims);
        assumptions = List.copyOf(assumptions);
        aims = List.copyOf(aims);
        scenarios = List.copyOf(scenarios);
    }

    /** Returns this case with a record that was kept up to {@code day}. */
    public Case keptUpTo(LocalDate day) {
        return new Case(
                id,
                title,
                counterpart,
                counterpartTitle,
                from,
                to,
                gridDays,
                facts,
                day,
                declarations,
                guards,
                claims,
                assumptions,
                aims,
                scenarios,
                secrecy,
                at);
    }

    /** Returns the declarations of one kind, sorted by name. */
    public <T extends Declaration> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (Declaration d : declarations) {
            if (kind.isInstance(d)) {
                found.add(kind.cast(d));
            }
        }
        return found;
    }

    /** Returns the conditions on which concessions, phases and branches rest, in the order of names. */
    public List<Condition> conditions() {
        List<Condition> found = new ArrayList<>();
        for (Concession c : concessions()) {
            found.add(c.met());
            if (c.broken() != null) {
                found.add(c.broken());
            }
        }
        for (Phase p : phases()) {
            if (p.opens() != null) {
                found.add(p.opens());
            }
        }
        for (Step s : steps()) {
            for (Step.Branch b : s.branches()) {
                if (b.trigger() instanceof Trigger.When(var condition)) {
                    found.add(condition);
                }
            }
        }
        return found;
    }

    /** Returns the declarations by name; the first wins where a name is doubled. */
    public Map<String, Declaration> byName() {
        Map<String, Declaration> names = new TreeMap<>();
        for (Declaration d : declarations) {
            names.putIfAbsent(d.id(), d);
        }
        return names;
    }

    /** Returns the declaration of a name, the first of several, or {@code null}; for one name cheaper than a map of all. */
    public @Nullable Declaration named(String name) {
        for (Declaration d : declarations) {
            if (d.id().equals(name)) {
                return d;
            }
        }
        return null;
    }

    public List<Partner> partners() {
        return all(Partner.class);
    }

    public List<Measure> measures() {
        return all(Measure.class);
    }

    public List<Concession> concessions() {
        return all(Concession.class);
    }

    public List<Phase> phases() {
        return all(Phase.class);
    }

    public List<Step> steps() {
        return all(Step.class);
    }

    public List<Indicator> indicators() {
        return all(Indicator.class);
    }

    public List<Event> events() {
        return all(Event.class);
    }
}
