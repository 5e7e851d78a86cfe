package parley.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.facts.Truth;

/** What the evidence answers to a criterion, in three values, and what the answer rests on. */
record Answers(Truth truth, List<Tally> tallies, List<Tally.Used> needed, List<Missing> missing) {

    static Answers to(EvidenceState state, Criterion criterion, LocalDate day, Demand demand) {
        return switch (criterion) {
            case Criterion.AtLeast(CountOf count, long least) -> {
                Tally tally = Tally.of(state, count, day, demand);
                Truth truth = tally.bounds().low() >= least
                        ? Truth.TRUE
                        : tally.bounds().high() < least ? Truth.FALSE : Truth.UNKNOWN;
                yield new Answers(truth, List.of(tally), tally.best(state, least), missing(tally, least, truth));
            }
            case Criterion.AtMost(CountOf count, long most) -> atMost(state, count, most, day, demand);
            case Criterion.Stated(String words) ->
                new Answers(
                        Truth.UNKNOWN,
                        List.of(),
                        List.of(),
                        List.of(new Missing(
                                Missing.Effort.ANOTHER_CLAIM, "an answer of the record of facts to " + words)));
            case Criterion.All(List<Criterion> parts) -> join(state, parts, day, demand, true);
            case Criterion.Any(List<Criterion> parts) -> join(state, parts, day, demand, false);
        };
    }

    private static List<Missing> missing(Tally tally, long least, Truth truth) {
        var missing = new ArrayList<>(tally.missing());
        if ((truth == Truth.UNKNOWN && missing.isEmpty()) || truth == Truth.FALSE) {
            missing.add(new Missing(
                    Missing.Effort.ANOTHER_CLAIM,
                    "%d more of %s".formatted(least - tally.bounds().low(), tally.count())));
        }
        return missing;
    }

    /** True only where somebody able to see it looked: no report is not absence. */
    private static Answers atMost(EvidenceState state, CountOf count, long most, LocalDate day, Demand demand) {
        Tally tally = Tally.of(state, count, day, demand);
        if (tally.bounds().low() > most) {
            return new Answers(Truth.FALSE, List.of(tally), tally.best(state, most + 1), tally.missing());
        }
        var coverage = new Coverage(state, count, day, demand);
        LocalDate gap = coverage.firstGap();
        if (gap == null && tally.bounds().high() <= most) {
            var needed = new ArrayList<>(coverage.needed());
            needed.addAll(tally.used());
            return new Answers(Truth.TRUE, List.of(tally), needed, tally.missing());
        }
        var missing = new ArrayList<>(tally.missing());
        if (gap != null) {
            missing.add(new Missing(
                    Missing.Effort.COVERAGE,
                    "coverage of %s on %s".formatted(count.predicate().word(), gap)));
        }
        return new Answers(Truth.UNKNOWN, List.of(tally), List.of(), missing);
    }

    private static Answers join(EvidenceState state, List<Criterion> parts, LocalDate day, Demand demand, boolean all) {
        List<Answers> answers =
                parts.stream().map(part -> to(state, part, day, demand)).toList();
        Truth truth = answers.stream()
                .map(Answers::truth)
                .reduce(all ? Truth.TRUE : Truth.FALSE, all ? Truth::and : Truth::or);
        List<Tally> tallies =
                answers.stream().flatMap(one -> one.tallies.stream()).toList();
        List<Missing> missing = answers.stream()
                .filter(one -> one.truth != Truth.TRUE || truth == Truth.TRUE)
                .flatMap(one -> one.missing.stream())
                .toList();
        List<Tally.Used> needed = all || truth != Truth.TRUE
                ? answers.stream().flatMap(one -> one.needed.stream()).toList()
                : answers.stream()
                        .filter(one -> one.truth == Truth.TRUE)
                        .max(Comparator.comparing(Answers::rung).thenComparingInt(Answers::independence))
                        .map(Answers::needed)
                        .orElse(List.of());
        return new Answers(truth, tallies, needed, missing);
    }

    /** Returns the lowest rung among the claims needed; NOTHING if none is. */
    Rung rung() {
        return needed.stream()
                .map(Tally.Used::rung)
                .min(Comparator.naturalOrder())
                .orElse(Rung.NOTHING);
    }

    /** Returns the fewest independent items among the claims needed: a chain is as strong as its weakest link. */
    int independence() {
        return needed.stream().mapToInt(Tally.Used::independence).min().orElse(0);
    }

    /** The claims by which somebody says that nothing of the kind happened. */
    private static final class Coverage {
        private final CountOf count;
        private final LocalDate day;
        private final List<Tally.Used> claims;
        private final List<Tally.Used> needed = new ArrayList<>();

        Coverage(EvidenceState state, CountOf count, LocalDate day, Demand demand) {
            this.count = count;
            this.day = day;
            this.claims = state.states(Predicate.NO_EVENT)
                    .filter(claim -> count.isCoveredBy(claim.claim)
                            && !claim.fallen
                            && state.openDisputes(claim.hash).isEmpty()
                            && state.chain(claim.hash, Policy.Purpose.CLAIM).isComplete(demand.joint()))
                    .map(claim -> new Tally.Used(
                            claim,
                            state.reached(claim.claim.id(), demand),
                            Ladder.ceiling(state, claim, demand)
                                    .independence()
                                    .lower()
                                    .number()))
                    .filter(one -> one.rung().isAtLeast(Rung.REASONABLE_GROUNDS))
                    .sorted(Comparator.comparing(Tally.Used::rung)
                            .thenComparingInt(Tally.Used::independence)
                            .reversed()
                            .thenComparing(one -> one.state().claim.id()))
                    .toList();
        }

        /** Returns the first day of the window that no claim surely covers; fills {@link #needed} on the way. */
        @Nullable
        LocalDate firstGap() {
            Integer days = count.withinDays();
            for (LocalDate d = day.minusDays(days == null ? 0 : days - 1L); !d.isAfter(day); d = d.plusDays(1)) {
                LocalDate asked = d;
                Tally.Used covering = claims.stream()
                        .filter(one -> one.state().claim.valid().surelyHolds(asked))
                        .findFirst()
                        .orElse(null);
                if (covering == null) {
                    return d;
                }
                if (!needed.contains(covering)) {
                    needed.add(covering);
                }
            }
            return null;
        }

        List<Tally.Used> needed() {
            return needed;
        }
    }
}
