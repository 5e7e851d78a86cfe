package parley.language;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Declaration;
import parley.roadmap.Guard;
import parley.roadmap.Indicator;
import parley.roadmap.Length;
import parley.roadmap.Phase;
import parley.roadmap.Scenario;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Span;

/** Finds windows that do not fit what they measure and days that do not fit the period. */
final class Windows {
    private final Case theCase;
    private final Problems problems;
    private final Map<String, Declaration> names;

    Windows(Case theCase, Problems problems) {
        this.theCase = theCase;
        this.problems = problems;
        this.names = theCase.byName();
    }

    void check() {
        theCase.conditions().forEach(this::condition);
        theCase.concessions().forEach(this::same);
        theCase.steps().forEach(this::step);
        for (Guard guard : theCase.guards()) {
            switch (guard) {
                case Guard.Hold h -> condition(h.until());
                case Guard.Invariant i -> condition(i.condition());
                default -> {}
            }
        }
        theCase.scenarios().forEach(this::scenario);
    }

    private void condition(Condition condition) {
        for (Condition leaf : Conditions.leaves(condition)) {
            if (leaf instanceof Condition.Level l && names.get(l.indicator().id()) instanceof Indicator i) {
                level(l, i);
            }
            if (leaf instanceof Condition.Total t && names.get(t.indicator().id()) instanceof Indicator i) {
                total(t, i);
            }
        }
    }

    private void level(Condition.Level l, Indicator i) {
        if (i.kind() == Indicator.Kind.STOCK) {
            if (l.per() != null) {
                report(
                        Code.R032,
                        l.at(),
                        i,
                        "`%s` is a stock and has no number a %s"
                                .formatted(i.id(), l.per().word()));
            }
            return;
        }
        Length.Unit per = i.per();
        if (per == null) {
            return;
        }
        if (l.per() != null && l.per() != per) {
            report(
                    Code.R031,
                    l.at(),
                    i,
                    "`%s` is counted a %s, not a %s"
                            .formatted(i.id(), per.word(), l.per().word()));
        }
        Length hold = l.hold();
        if (hold != null && hold.mostDays() < fewestDays(per)) {
            report(Code.R031, l.at(), i, "%s is shorter than one reading of `%s`".formatted(hold, i.id()));
        } else if (hold != null && hold.unit() == Length.Unit.DAYS && per != Length.Unit.DAYS) {
            report(Code.R032, l.at(), i, "`%s` is a flow a %s and is held for %s".formatted(i.id(), per.word(), hold));
        }
    }

    private void total(Condition.Total t, Indicator i) {
        if (i.kind() == Indicator.Kind.STOCK) {
            report(Code.R032, t.at(), i, "`%s` is a stock and cannot be totalled".formatted(i.id()));
        } else if (i.updated() != null && t.within().mostDays() < fewestDays(i.updated())) {
            report(Code.R031, t.at(), i, "%s is shorter than one reading of `%s`".formatted(t.within(), i.id()));
        }
    }

    private void report(Code code, Span at, Indicator i, String what) {
        problems.add(
                code,
                what,
                List.of(new Label(at, ""), new Label(i.at(), "declared here")),
                List.of(Fix.advice(
                        code == Code.R031
                                ? "use a window of one period or more, in the unit of the number"
                                : "write `at most N for LENGTH` for a stock, months for a monthly flow")));
    }

    private static int fewestDays(Length.Unit unit) {
        return fewestDays(new Length(1, unit));
    }

    private static int fewestDays(Length length) {
        return switch (length.unit()) {
            case DAYS -> length.count();
            case WEEKS -> length.count() * 7;
            case MONTHS -> length.count() * 28;
            case YEARS -> length.count() * 365;
        };
    }

    private void same(Concession c) {
        if (c.broken() == null) {
            return;
        }
        String met = Conditions.words(c.met());
        boolean same = met.equals(Conditions.words(c.broken()))
                || (c.broken() instanceof Condition.Any any
                        && any.parts().stream().map(Conditions::words).anyMatch(met::equals));
        if (same) {
            problems.add(
                    Code.R040,
                    "`%s` is met and broken by the same condition".formatted(c.id()),
                    List.of(new Label(c.met().at(), "met"), new Label(c.broken().at(), "broken")),
                    List.of(Fix.advice("let it be broken by something else")));
        }
    }

    /** The days of a phase, and where the text says so. */
    private record Period(LocalDate from, LocalDate to, Span at) {}

    private void step(Step s) {
        Concession.Runs runs = names.get(s.phase().id()) instanceof Phase p ? p.runs() : null;
        Period period = runs == null
                ? new Period(theCase.from(), theCase.to(), theCase.at())
                : new Period(runs.from(), runs.to(), runs.at());
        for (Step.Branch b : s.branches()) {
            switch (b.trigger()) {
                case Trigger.NothingBy(var by) -> day(b, by, period);
                case Trigger.OnDay(var on) -> day(b, on, period);
                case Trigger.NothingFor(var length) -> silence(b, length, period);
                case Trigger.When _, Trigger.Otherwise _ -> {}
            }
        }
    }

    private void day(Step.Branch b, LocalDate day, Period period) {
        if (day.isBefore(period.from()) || day.isAfter(period.to())) {
            outside(
                    b,
                    period,
                    "%s lies outside %s to %s".formatted(day, period.from(), period.to()),
                    "name a day from %s to %s".formatted(period.from(), period.to()));
        }
    }

    /** A phase may open later than its period begins, never earlier. */
    private void silence(Step.Branch b, Length length, Period period) {
        boolean turned = period.to().isBefore(period.from());
        if (!turned && length.after(period.from()).isAfter(period.to())) {
            outside(
                    b,
                    period,
                    "%s from %s end after %s".formatted(length, period.from(), period.to()),
                    "wait for less than the period, or write `when nothing by %s`".formatted(period.to()));
        }
    }

    private void outside(Step.Branch b, Period period, String what, String fix) {
        problems.add(
                Code.R039,
                what,
                List.of(new Label(b.at(), "this branch"), new Label(period.at(), "the period")),
                List.of(Fix.advice(fix)));
    }

    private void scenario(Scenario scenario) {
        LocalDate latest = null;
        Span before = null;
        for (Scenario.Line line : scenario.lines()) {
            LocalDate day = line.day();
            if (day == null) {
                continue;
            }
            if (latest != null && before != null && day.isBefore(latest)) {
                problems.add(
                        Code.R038,
                        "%s comes after %s in the story".formatted(day, latest),
                        List.of(new Label(line.at(), "earlier"), new Label(before, "already told")),
                        List.of(Fix.advice("tell the story in the order of days")));
            } else {
                latest = day;
                before = line.at();
            }
        }
    }
}
