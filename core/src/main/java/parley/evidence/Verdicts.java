package parley.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.facts.Truth;

/** Computes verdicts: a function of the clause, the day and the state, and of nothing else. */
public final class Verdicts {
    private Verdicts() {}

    /**
     * Derives a verdict.
     *
     * @param world the day the clause is asked for
     */
    public static Verdict derive(EvidenceState state, Clause clause, LocalDate world) {
        Demand demand = clause.demand();
        Answers answers = Answers.to(state, clause.criterion(), world, demand);
        int panel = panel(state, clause, world);
        boolean enough = answers.rung().isAtLeast(demand.rung())
                && answers.independence() >= demand.independence()
                && panel >= clause.panel().needed();
        Verdict.Result result = switch (answers.truth()) {
            case TRUE -> enough ? Verdict.Result.VERIFIED : Verdict.Result.UNDECIDED;
            case FALSE -> Verdict.Result.NOT_MET;
            case UNKNOWN -> Verdict.Result.UNDECIDED;
        };
        List<Claim> used = used(answers);
        return new Verdict(
                clause,
                world,
                state.at(),
                result,
                answers.tallies().stream().map(Tally::bounds).toList(),
                answers.rung(),
                answers.independence(),
                panel,
                used,
                dropped(answers),
                result == Verdict.Result.VERIFIED ? List.of() : missing(answers, clause, panel),
                state.origins(used.stream()
                                .flatMap(claim -> state.items(claim).stream())
                                .toList())
                        .text());
    }

    /** Returns the text that members of the panel sign; its hash is what they review. */
    public static String finding(Clause clause, LocalDate world) {
        return new Lines("parley-finding/v1")
                .add("case", clause.caseName())
                .add("roadmap", clause.roadmap())
                .add("clause", clause.name())
                .add("condition", clause.conditionHash())
                .add("world", world)
                .end();
    }

    /**
     * Says what stands between a certificate and a move of the roadmap, now; empty if nothing does.
     *
     * @throws IllegalArgumentException if the certificate was not issued
     */
    public static List<String> obstacles(EvidenceState now, Hash certificate, Inclusion inclusion) {
        IssuedVerdict issued = now.fold().verdicts.get(certificate);
        if (issued == null) {
            throw new IllegalArgumentException("No certificate %s was issued.".formatted(certificate));
        }
        var obstacles = new ArrayList<String>();
        String revoked = now.fold().revoked.get(certificate);
        if (revoked != null) {
            obstacles.add("it was revoked: " + revoked);
        }
        Verdict again = derive(now, issued.clause(), issued.world());
        if (again.result() != Verdict.Result.VERIFIED) {
            obstacles.add(
                    "derived from what is known now it is " + again.result().word());
            again.missing().forEach(missing -> obstacles.add(missing.words()));
        }
        if (!now.openDisputes(certificate).isEmpty()) {
            obstacles.add("a dispute about it is open");
        }
        obstacles.addAll(now.chain(certificate, Policy.Purpose.VERDICT)
                .missing(issued.clause().demand().joint()));
        switch (inclusion.of(certificate, now.at().size())) {
            case Inclusion.Answer.Proved() -> {}
            case Inclusion.Answer.NotProved(String reason) -> obstacles.add(reason);
        }
        return List.copyOf(obstacles);
    }

    /** Members whose signatures count; if origins must be independent, only as many as their own items are. */
    private static int panel(EvidenceState state, Clause clause, LocalDate world) {
        var items = new TreeMap<String, Collection<String>>();
        for (SignatureStanding standing : state.chain(Hash.of(finding(clause, world)), Policy.Purpose.FINDING)
                .counting()) {
            if (standing.review().role() == Role.VERIFIER
                    && clause.panel().bodies().contains(standing.body())) {
                List<String> there = standing.review().items().stream()
                        .filter(state.fold().items::containsKey)
                        .toList();
                items.computeIfAbsent(standing.body(), _ -> new TreeSet<>()).addAll(there);
            }
        }
        if (!clause.panel().independentOrigin()) {
            return items.size();
        }
        List<String> all = items.values().stream().flatMap(Collection::stream).toList();
        return Independence.ofGroups(state.origins(all), items, clause.demand().interested(), Map.of())
                .lower()
                .number();
    }

    private static List<Claim> used(Answers answers) {
        var seen = new HashSet<String>();
        var used = new ArrayList<Claim>();
        for (Tally tally : answers.tallies()) {
            tally.used().forEach(one -> used.add(one.state().claim));
        }
        answers.needed().forEach(one -> used.add(one.state().claim));
        return used.stream()
                .filter(claim -> seen.add(claim.id()))
                .sorted(Comparator.comparing(Claim::id))
                .toList();
    }

    private static SortedMap<Dropped, List<String>> dropped(Answers answers) {
        var dropped = new TreeMap<Dropped, List<String>>();
        for (Tally tally : answers.tallies()) {
            tally.dropped()
                    .forEach((reason, ids) -> dropped.merge(reason, ids, (one, other) -> {
                        var both = new TreeSet<>(one);
                        both.addAll(other);
                        return List.copyOf(both);
                    }));
        }
        return dropped;
    }

    private static List<Missing> missing(Answers answers, Clause clause, int panel) {
        var missing = new TreeSet<>(answers.missing());
        Demand demand = clause.demand();
        if (panel < clause.panel().needed()) {
            missing.add(new Missing(
                    Missing.Effort.SIGNATURE,
                    "%d more of the panel %s%s"
                            .formatted(
                                    clause.panel().needed() - panel,
                                    clause.panel().name(),
                                    clause.panel().independentOrigin() ? ", on items of their own" : "")));
        }
        if (answers.truth() == Truth.TRUE && answers.independence() < demand.independence()) {
            missing.add(new Missing(
                    Missing.Effort.ANOTHER_ITEM,
                    "%d independent items for each claim needed".formatted(demand.independence())));
        }
        if (answers.truth() == Truth.TRUE && !answers.rung().isAtLeast(demand.rung())) {
            missing.add(new Missing(
                    Missing.Effort.ASSESSMENT,
                    "%s instead of %s"
                            .formatted(demand.rung().word(), answers.rung().word())));
        }
        return List.copyOf(missing);
    }
}
