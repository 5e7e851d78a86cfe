package parley.language;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import parley.roadmap.Reaction;
import parley.roadmap.Scenario;
import parley.roadmap.Stakeholder;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verifier;
import parley.text.Source;
import parley.text.Span;

/** Days that follow from the text alone, to be shown beside it. What depends on how things go is not guessed. */
public final class Inlays {
    private static final Pattern WITHIN = Pattern.compile("\\bwithin\\s+\\d+\\s+[a-z]+");
    private static final Pattern FOR = Pattern.compile("\\bfor\\s+\\d+\\s+[a-z]+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern RUNS = Pattern.compile("\\bruns\\s+from\\s+\\S+\\s+to\\s+\\S+");

    private final Case theCase;
    private final Map<String, Source> sources;
    private final Map<String, Declaration> names;
    private final List<Inlay> found = new ArrayList<>();

    private Inlays(Case theCase, Map<String, Source> sources) {
        this.theCase = theCase;
        this.sources = sources;
        this.names = theCase.byName();
    }

    /**
     * A day to be shown beside the text.
     *
     * @param at the empty span behind which it is shown
     * @param says the day, short
     * @param why how it was worked out
     */
    public record Inlay(Span at, String says, String why) {}

    /** Returns what can be said about the texts of a case, in the order of places. */
    public static List<Inlay> of(Case theCase, Map<String, Source> sources) {
        var inlays = new Inlays(theCase, sources);
        inlays.header();
        for (Declaration d : theCase.declarations()) {
            switch (d) {
                case Step s -> inlays.step(s);
                case Measure m -> inlays.history(m);
                case Phase p -> inlays.runs(p.runs());
                case Concession c -> inlays.runs(c.runs());
                case Partner _,
                        Member _,
                        Stakeholder _,
                        Verifier _,
                        Panel _,
                        Indicator _,
                        Event _,
                        OwnershipRule _ -> {}
            }
        }
        theCase.scenarios().forEach(s -> s.lines().forEach(inlays::line));
        return inlays.found.stream().sorted(Comparator.comparing(Inlay::at)).toList();
    }

    /** Puts {@code says} behind the first match of {@code words} in {@code where}; nowhere if there is none. */
    private void behind(Pattern words, Span where, String says, String why) {
        Source source = sources.get(where.file());
        if (source == null || where.end() > source.text().length()) {
            return;
        }
        Matcher matcher = words.matcher(source.text()).region(where.start(), where.end());
        if (matcher.find()) {
            found.add(new Inlay(new Span(where.file(), matcher.end(), matcher.end()), says, why));
        }
    }

    private void header() {
        Source source = sources.get(theCase.at().file());
        if (source != null) {
            Span rest =
                    new Span(source.name(), theCase.at().end(), source.text().length());
            behind(RUNS, rest, days(theCase.from(), theCase.to()), "both days included");
        }
    }

    private void runs(Concession.@Nullable Runs runs) {
        if (runs != null && !runs.to().isBefore(runs.from())) {
            behind(RUNS, runs.at(), days(runs.from(), runs.to()), "both days included");
        }
    }

    private static String days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) + 1 + " days";
    }

    private void step(Step s) {
        LocalDate opens = opens(s);
        for (Step.Branch b : s.branches()) {
            switch (b.trigger()) {
                case Trigger.OnDay(var day) -> deadlines(b, day, opens, "");
                case Trigger.NothingBy(var day) -> {
                    silence(s, b, DATE);
                    deadlines(b, day, opens, ", the day on which silence is answered; a dispute would move both");
                }
                case Trigger.NothingFor(var length) -> earliest(b, length, opens);
                case Trigger.When _, Trigger.Otherwise _ -> {}
            }
        }
    }

    /** Returns the day on which the phase of a step opens whatever happens, or {@code null} if that depends. */
    private @Nullable LocalDate opens(Step s) {
        if (!(names.get(s.phase().id()) instanceof Phase p)) {
            return null;
        }
        Concession.Runs runs = p.runs();
        return runs != null ? runs.from() : p.first() ? theCase.from() : null;
    }

    private void deadlines(Step.Branch b, LocalDate fires, @Nullable LocalDate opens, String why) {
        if (opens == null || fires.isBefore(opens)) {
            return;
        }
        for (Reaction r : b.reactions()) {
            Length within = r.within();
            if (within != null && r.on() == null) {
                behind(WITHIN, r.at(), "until " + within.after(fires), "%s after %s%s".formatted(within, fires, why));
            }
        }
    }

    private void earliest(Step.Branch b, Length length, @Nullable LocalDate opens) {
        if (opens != null) {
            LocalDate first = length.after(opens);
            behind(
                    FOR,
                    b.at(),
                    "not before " + first,
                    "%s after %s, when the phase opens; other branches and disputes move it".formatted(length, opens));
        }
    }

    /** Nothing means: none of what the other branches of the step begin with was verified. */
    private void silence(Step s, Step.Branch b, Pattern behind) {
        Set<String> asked = new LinkedHashSet<>();
        for (Step.Branch other : s.branches()) {
            if (other.trigger() instanceof Trigger.When(var condition)) {
                Conditions.leaves(condition).stream()
                        .filter(Condition.InState.class::isInstance)
                        .map(leaf -> ((Condition.InState) leaf).thing().id())
                        .findFirst()
                        .ifPresent(asked::add);
            }
        }
        if (!asked.isEmpty()) {
            String says = "%s not verified".formatted(String.join(", ", asked));
            behind(behind, b.at(), says, "silence is about what the other branches of this step ask for");
        }
    }

    private void history(Measure m) {
        for (Measure.Transition t : m.history()) {
            LocalDate next = m.history().stream()
                    .map(Measure.Transition::on)
                    .filter(on -> on.isAfter(t.on()))
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.MAX);
            ends(t.expiry(), t.on(), next, t.at());
        }
    }

    /** What was changed before its time was over did not end on that day. */
    private void ends(Expiry expiry, LocalDate from, LocalDate changed, Span at) {
        if (expiry instanceof Expiry.For f && !changed.isBefore(f.length().after(from))) {
            LocalDate end = f.length().after(from);
            behind(FOR, at, "until " + end, "%s after %s".formatted(f.length(), from));
        }
    }

    private void line(Scenario.Line line) {
        if (line instanceof Scenario.Line.Given g) {
            ends(g.expiry(), g.on() == null ? theCase.from() : g.on(), LocalDate.MAX, g.at());
        } else if (line instanceof Scenario.Line.Acts a) {
            ends(a.expiry(), a.on(), LocalDate.MAX, a.at());
        }
    }
}
