package parley.proof;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.language.Words;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Guard;
import parley.roadmap.Indicator;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.text.Edit;
import parley.text.Span;

/**
 * The small changes that may mend a refuted claim, the cheapest first. Each reads the clauses behind the refutation and
 * offers edits; whether they help is for the prover to say.
 */
final class Changes {
    private static final Pattern LASTS =
            Pattern.compile("(for \\d+ (?:days?|weeks?|months?|years?), then it \\w+|until revoked)");
    private static final Pattern WITHIN = Pattern.compile("within \\d+ (?:days?|weeks?|months?)");
    private static final Pattern NEEDS = Pattern.compile("may need (\\d+)|may take (\\d+) days");
    private static final Pattern LIFTS = Pattern.compile("\\b(lifts?|licenses?)\\b([^,\\n]*)(.*)", Pattern.DOTALL);
    private static final Pattern AGAIN = Pattern.compile("(?m)^ *not again within [^\\n#]*");
    private static final Pattern BROKEN = Pattern.compile("(?:for|when) ([a-z0-9-]+)(?: is broken|; taking|, and no)");
    private static final Pattern KEEP = Pattern.compile("keep at least (\\d+)");
    private static final Pattern AHEAD = Pattern.compile("at most (\\d+) steps?");
    private static final Pattern LABEL = Pattern.compile("\\[[^]]*\\] *$");
    private static final Pattern READER = Pattern.compile("hidden from ([a-z0-9-]+)");

    /** Where nobody is slower. */
    private static final int USUAL_DAYS = 30;

    private Changes() {}

    /**
     * What a change would write.
     *
     * @param ways each a list of edits; the first that helps is taken
     */
    record Change(String words, List<List<Edit>> ways) {}

    /** Returns what can be tried for a refutation. */
    static List<Change> of(Clauses text, Verdict refuted) {
        return Stream.of(
                        each("let each deadline be as long as the slowest decision", text, refuted, Changes::deadline),
                        each("prepare the act: `by a prepared act`", text, refuted, Changes::prepare),
                        each("suspend for 6 months instead of lifting or licensing", text, refuted, Changes::suspend),
                        each("let relief end by itself: `for 1 month, then it returns`", text, refuted, Changes::ends),
                        each("write `once` at the concession", text, refuted, Changes::once),
                        each("say the condition of the hold in the `when` line", text, refuted, Changes::openly),
                        each("take the hold out", text, refuted, Changes::withoutHold),
                        each("show the hidden line", text, refuted, Changes::show),
                        each("count those held and those expelled as well", text, refuted, Changes::net),
                        each("restore under `when … broken` what the step eased", text, refuted, Changes::restore),
                        one("take one of the reactions out", text, refuted, Changes::withoutReaction),
                        numbers("keep fewer in reserve", text, refuted, KEEP, -1),
                        numbers("let relief run further ahead", text, refuted, AHEAD, 1))
                .filter(c -> c.ways().stream().anyMatch(w -> !w.isEmpty()))
                .toList();
    }

    private interface Way {
        List<Edit> of(Clauses text, Verdict.Cause cause);
    }

    private static List<Verdict.Cause> causes(Clauses text, Verdict refuted) {
        return refuted.causes().stream().filter(c -> text.has(c.at())).toList();
    }

    /** Changes every clause to which it applies. */
    private static Change each(String words, Clauses text, Verdict refuted, Way way) {
        List<Edit> edits = new ArrayList<>();
        causes(text, refuted).forEach(c -> edits.addAll(way.of(text, c)));
        return new Change(words, List.of(edits));
    }

    /** Changes one clause, the first where that helps. */
    private static Change one(String words, Clauses text, Verdict refuted, Way way) {
        return new Change(
                words,
                causes(text, refuted).stream()
                        .map(c -> way.of(text, c))
                        .distinct()
                        .toList());
    }

    /** Moves a number that the text claims, one by one, until the claim is kept. */
    private static Change numbers(String words, Clauses text, Verdict refuted, Pattern number, int by) {
        List<List<Edit>> ways = new ArrayList<>();
        for (Verdict.Cause cause : causes(text, refuted)) {
            Matcher found = number.matcher(text.text(cause.at()));
            if (found.find()) {
                int now = Integer.parseInt(found.group(1));
                int most = by < 0 ? now : now + 3;
                IntStream.rangeClosed(1, most).filter(i -> now + i * by > 0).forEach(i -> {
                    String written = found.group().replace(found.group(1), String.valueOf(now + i * by));
                    ways.add(replaced(cause.at(), found.replaceFirst(written)));
                });
                break;
            }
        }
        return new Change(words, ways);
    }

    private static List<Edit> replaced(Span at, @Nullable String by) {
        return by == null ? List.of() : List.of(new Edit(at, by));
    }

    /** A whole number of ticks, so that rounding does not stand in the way of the proof. */
    private static List<Edit> deadline(Clauses text, Verdict.Cause cause) {
        Matcher needs = NEEDS.matcher(cause.says());
        Matcher within = WITHIN.matcher(text.text(cause.at()));
        if (!needs.find() || !within.find()) {
            return List.of();
        }
        int days = Integer.parseInt(needs.group(1) == null ? needs.group(2) : needs.group(1));
        int grid = text.theCase().gridDays();
        return replaced(cause.at(), within.replaceFirst("within %d days".formatted((days + grid - 1) / grid * grid)));
    }

    private static List<Edit> prepare(Clauses text, Verdict.Cause cause) {
        String clause = text.text(cause.at());
        return clause.contains("prepared act") || !clause.contains(", within")
                ? List.of()
                : replaced(cause.at(), clause.replaceFirst(", within", " by a prepared act, within"));
    }

    private static List<Edit> suspend(Clauses text, Verdict.Cause cause) {
        Matcher lifts = LIFTS.matcher(text.text(cause.at()));
        if (!lifts.find()) {
            return List.of();
        }
        Matcher lasts = LASTS.matcher(lifts.group(3));
        String ends = lasts.find()
                ? lasts.replaceFirst("for 6 months, then it returns")
                : lifts.group(3) + ", for 6 months, then it returns";
        String verb = lifts.group(1).endsWith("s") ? "suspends" : "suspend";
        return replaced(cause.at(), lifts.replaceFirst(verb + "$2" + Matcher.quoteReplacement(ends)));
    }

    private static List<Edit> ends(Clauses text, Verdict.Cause cause) {
        Matcher lasts = LASTS.matcher(text.text(cause.at()));
        return lasts.find() ? replaced(cause.at(), lasts.replaceFirst("for 1 month, then it returns")) : List.of();
    }

    /** A pause before it can be met again gives way to `once`. */
    private static List<Edit> once(Clauses text, Verdict.Cause cause) {
        if (!cause.says().contains("can be met again")) {
            return List.of();
        }
        Span block = text.block(cause.at());
        Matcher again = AGAIN.matcher(text.text(block));
        if (again.find()) {
            var at = new Span(block.file(), block.start() + again.start(), block.start() + again.end());
            return List.of(new Edit(at, "  once"));
        }
        return List.of(new Edit(text.lineEnd(cause.at()), "\n  once"));
    }

    private static List<Edit> openly(Clauses text, Verdict.Cause cause) {
        return text.reaction(cause.at())
                .filter(p -> p.branch().trigger() instanceof Trigger.When)
                .map(p -> text.theCase().guards().stream()
                        .filter(Guard.Hold.class::isInstance)
                        .map(Guard.Hold.class::cast)
                        .filter(h -> cause.says()
                                .contains("`hold %s`".formatted(h.thing().id())))
                        .map(h -> new Edit(text.after(p.branch().at()), " and " + Words.of(h.until())))
                        .toList())
                .orElse(List.of());
    }

    private static List<Edit> withoutHold(Clauses text, Verdict.Cause cause) {
        String clause = text.text(cause.at());
        boolean hold = clause.contains("hold ") && clause.contains(" until ");
        return hold ? List.of(new Edit(text.lines(cause.at(), cause.at()), "")) : List.of();
    }

    /** A guard is shown to the reader by its label; a line of a step is shown with its step. */
    private static List<Edit> show(Clauses text, Verdict.Cause cause) {
        Matcher reader = READER.matcher(cause.says());
        Span before = text.lineBefore(cause.at());
        Matcher label = LABEL.matcher(text.text(before));
        return reader.find() && label.find() && text.reaction(cause.at()).isEmpty()
                ? replaced(before, label.replaceFirst("[%s] ".formatted(reader.group(1))))
                : List.of();
    }

    private static List<Edit> net(Clauses text, Verdict.Cause cause) {
        Concession c = text.concession(cause.at()).orElse(null);
        List<Edit> edits = new ArrayList<>();
        if (c != null && cause.says().contains("neither arrests nor those held")) {
            also(text, c, Indicator.Counts.PRISONERS, " and %s at most %s for 30 days", edits);
        }
        // Who is no longer held may have been put across the border.
        boolean expelled =
                c != null && Pumping.isAbout(c.met(), text.theCase(), EnumSet.of(Indicator.Counts.EXPULSIONS));
        if (c != null && !expelled && (!edits.isEmpty() || cause.says().contains("across the border"))) {
            also(text, c, Indicator.Counts.EXPULSIONS, " and %s totals at most %s within 60 days", edits);
        }
        String both = String.join("", edits.stream().map(Edit::replacement).toList());
        return c == null || edits.isEmpty()
                ? List.of()
                : List.of(new Edit(text.after(c.met().at()), both));
    }

    private static void also(Clauses text, Concession c, Indicator.Counts counts, String words, List<Edit> edits) {
        text.theCase().indicators().stream()
                .filter(i -> i.counts() == counts)
                .findFirst()
                .ifPresent(i ->
                        edits.add(new Edit(c.met().at(), words.formatted(i.id(), number(threshold(text, i.id()))))));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    /** Returns what the text allows of it elsewhere, else none. */
    private static double threshold(Clauses text, String indicator) {
        return text.theCase().concessions().stream()
                .flatMap(c -> c.met().leaves().stream())
                .mapToDouble(l -> switch (l) {
                    case Condition.Level level when level.indicator().id().equals(indicator) -> level.value();
                    case Condition.Total total when total.indicator().id().equals(indicator) -> total.value();
                    default -> 0;
                })
                .max()
                .orElse(0);
    }

    private static List<Edit> restore(Clauses text, Verdict.Cause cause) {
        boolean missing =
                cause.says().contains("no branch takes it back") || cause.says().contains("no branch touches it");
        Matcher broken = BROKEN.matcher(cause.says());
        Clauses.Place place = text.reaction(cause.at()).orElse(null);
        if (!missing || place == null || !broken.find()) {
            return List.of();
        }
        BiFunction<String, Integer, String> line =
                "%severy partner restores what this step eased, within %d days"::formatted;
        int days = slowest(place.step(), text);
        for (Step.Branch branch : place.step().branches()) {
            if (isAbout(branch, broken.group(1))) {
                return List.of(new Edit(text.lineEnd(branch.at()), "\n" + line.apply("    ", days)));
            }
        }
        Step.Branch first = place.step().branches().getFirst();
        Span before = text.lineBefore(first.at());
        String added = "  when %s broken%n%s%n".formatted(broken.group(1), line.apply("    ", days));
        return List.of(new Edit(new Span(before.file(), before.start(), before.start()), added));
    }

    private static int slowest(Step step, Clauses text) {
        int grid = text.theCase().gridDays();
        int days = text.theCase().partners().stream()
                .filter(p -> step.branches().stream()
                        .flatMap(b -> b.reactions().stream())
                        .anyMatch(r -> r.actors().stream().anyMatch(a -> a.id().equals(p.id()))))
                .map(p -> p.procedureFor(null))
                .filter(java.util.Objects::nonNull)
                .mapToInt(p -> p.mostDays())
                .max()
                .orElse(USUAL_DAYS);
        return (days + grid - 1) / grid * grid;
    }

    private static boolean isAbout(Step.Branch branch, String concession) {
        return branch.trigger() instanceof Trigger.When(Condition condition)
                && condition.leaves().stream()
                        .anyMatch(l -> l instanceof Condition.InState in
                                && in.state().equals("broken")
                                && in.thing().id().equals(concession));
    }

    /** A branch without reactions goes with its last. */
    private static List<Edit> withoutReaction(Clauses text, Verdict.Cause cause) {
        boolean both = cause.says().contains(" at once") || cause.says().contains("asks for the other");
        Clauses.Place place = text.reaction(cause.at()).orElse(null);
        if (!both || place == null) {
            return List.of();
        }
        boolean alone = place.branch().reactions().size() == 1;
        Span from = alone ? place.branch().at() : cause.at();
        return List.of(new Edit(text.lines(from, cause.at()), ""));
    }
}
