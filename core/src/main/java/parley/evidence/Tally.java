package parley.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One number read from the evidence: the claims that are used, those that were dropped and why, and the bounds.
 *
 * @param used confirmed, undisputed, sure, in the order of the log
 * @param candidates credible or disputed, in the high bound only
 * @param dropped ids of the claims not used, by reason; those of {@code candidates} are among them
 */
record Tally(
        CountOf count,
        List<Used> used,
        List<ClaimState> candidates,
        SortedMap<Dropped, List<String>> dropped,
        List<Missing> missing,
        Bounds bounds) {

    /** A claim that is relied on, with the rung it reached and the independent items it rests on. */
    record Used(ClaimState state, Rung rung, int independence) {}

    static Tally of(EvidenceState state, CountOf count, LocalDate day, Demand demand) {
        return new Reader(state, count, day, demand).read();
    }

    private static final class Reader {
        private final EvidenceState state;
        private final CountOf count;
        private final LocalDate day;
        private final Demand demand;
        private final @Nullable ListSnapshot among;
        private final List<Used> used = new ArrayList<>();
        private final List<ClaimState> candidates = new ArrayList<>();
        private final SortedMap<Dropped, List<String>> dropped = new TreeMap<>();
        private final List<Missing> missing = new ArrayList<>();

        Reader(EvidenceState state, CountOf count, LocalDate day, Demand demand) {
            this.state = state;
            this.count = count;
            this.day = day;
            this.demand = demand;
            Hash list = count.among();
            this.among = list == null ? null : state.fold().snapshot(list);
        }

        Tally read() {
            for (ClaimState claim : state.fold().byPredicate.getOrDefault(count.predicate(), List.of())) {
                if (count.reads(claim.claim) && isCounted(claim) && isPossible(claim)) {
                    sort(claim);
                }
            }
            Set<String> low = new HashSet<>();
            Set<String> best = new HashSet<>();
            used.forEach(one -> {
                low.add(state.identities().possible(one.state.claim.subject()));
                best.add(state.identities().proven(one.state.claim.subject()));
            });
            Set<String> high = new HashSet<>(best);
            candidates.forEach(one -> high.add(state.identities().proven(one.claim.subject())));
            var bounds = new Bounds(best.size(), low.size(), high.size());
            return new Tally(count, used, candidates, dropped, missing, bounds);
        }

        private boolean isCounted(ClaimState claim) {
            return count.among() == null || (among != null && among.rows().containsKey(claim.claim.subject()));
        }

        private boolean isPossible(ClaimState claim) {
            Validity valid = claim.claim.valid();
            Integer days = count.withinDays();
            return days == null ? valid.possiblyHolds(day) : valid.from().isPossiblyWithin(days, day);
        }

        private boolean isSure(ClaimState claim) {
            Validity valid = claim.claim.valid();
            Integer days = count.withinDays();
            return days == null ? valid.surelyHolds(day) : valid.from().isSurelyWithin(days, day);
        }

        private void sort(ClaimState claim) {
            String id = claim.claim.id();
            if (claim.retracted != null || claim.covered || claim.fallen) {
                drop(
                        claim.retracted != null
                                ? Dropped.RETRACTED
                                : claim.covered ? Dropped.SUPERSEDED : Dropped.FALLEN,
                        id);
                return;
            }
            Ceiling ceiling = Ladder.ceiling(state, claim, demand);
            boolean confirmed = true;
            Chain chain = state.chain(claim.hash, Policy.Purpose.CLAIM);
            if (!state.openDisputes(claim.hash).isEmpty()) {
                drop(Dropped.DISPUTED, id);
                missing.add(new Missing(Missing.Effort.ANSWER_TO_DISPUTE, "the end of the dispute about " + id));
                confirmed = false;
            } else if (!chain.isComplete(demand.joint())) {
                drop(Dropped.UNSIGNED, id);
                chain.missing(demand.joint())
                        .forEach(what -> missing.add(new Missing(Missing.Effort.SIGNATURE, id + ": " + what)));
                confirmed = false;
            }
            Rung rung = state.reached(id, demand);
            if (confirmed && !rung.isAtLeast(Rung.REASONABLE_GROUNDS)) {
                drop(Dropped.BELOW_RUNG, id);
                ceiling.missing()
                        .forEach(what -> missing.add(new Missing(Missing.Effort.ANOTHER_ITEM, id + ": " + what)));
                confirmed = false;
            }
            if (confirmed && !isSure(claim)) {
                drop(Dropped.UNSURE_DATE, id);
                missing.add(new Missing(Missing.Effort.EXACT_DATE, "the exact date of " + id));
                confirmed = false;
            }
            if (confirmed) {
                used.add(new Used(claim, rung, ceiling.independence().lower().number()));
                if (!rung.isAtLeast(demand.rung())) {
                    ceiling.missing()
                            .forEach(what -> missing.add(new Missing(Missing.Effort.ASSESSMENT, id + ": " + what)));
                }
            } else if (ceiling.rung().isAtLeast(Rung.CREDIBLE_ALLEGATION)) {
                candidates.add(claim);
            }
        }

        private void drop(Dropped reason, String id) {
            dropped.computeIfAbsent(reason, _ -> new ArrayList<>()).add(id);
        }
    }

    /** Returns the {@code n} best claims of different persons: what "at least n" needs to be true. */
    List<Used> best(EvidenceState state, long n) {
        Map<String, Used> byPerson = new TreeMap<>();
        for (Used one : used) {
            byPerson.merge(state.identities().possible(one.state.claim.subject()), one, Tally::better);
        }
        return byPerson.values().stream()
                .sorted(Comparator.comparing(Used::rung)
                        .thenComparingInt(Used::independence)
                        .reversed()
                        .thenComparing(one -> one.state.claim.id()))
                .limit(n)
                .toList();
    }

    private static Used better(Used one, Used other) {
        int order = Comparator.comparing(Used::rung)
                .thenComparingInt(Used::independence)
                .compare(one, other);
        return order >= 0 ? one : other;
    }
}
