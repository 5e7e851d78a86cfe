package parley.identity.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import parley.identity.resolver.Entry.Judgement;
import parley.identity.resolver.Entry.Retraction;
import parley.identity.resolver.Entry.Verdict;

/** Clusters follow from what people judged, and every past state can be had again. */
class ResolverTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static Judgement judged(int minute, String left, String right, Verdict verdict) {
        return new Judgement("j" + minute, left, right, verdict, "clerk", at(minute), "compared", "both records");
    }

    private static Resolver of(Entry... entries) {
        Resolver resolver = Resolver.empty();
        for (Entry entry : entries) {
            resolver = resolver.with(entry);
        }
        return resolver;
    }

    @Test
    void same_joins_and_the_older_id_stays() {
        Resolver resolver = of(
                judged(1, "a", "b", Verdict.SAME),
                judged(2, "c", "d", Verdict.SAME),
                judged(3, "b", "c", Verdict.SAME));
        assertThat(resolver.asOf(at(2)).canonical("d")).isEqualTo("id-2");
        assertThat(resolver.asOf(at(3)).clusters()).containsOnlyKeys("id-1");
        assertThat(resolver.asOf(at(3)).members("d")).containsExactly("a", "b", "c", "d");
        assertThat(resolver.asOf(at(0)).canonical("a")).isEqualTo("a");
    }

    @Test
    void different_inside_a_cluster_is_a_conflict_with_its_path() {
        Resolution now = of(
                        judged(1, "a", "b", Verdict.SAME),
                        judged(2, "b", "c", Verdict.SAME),
                        judged(3, "a", "c", Verdict.DIFFERENT))
                .asOf(at(3));
        assertThat(now.conflicts()).hasSize(1);
        assertThat(now.conflicts().getFirst().path()).extracting(Judgement::id).containsExactly("j1", "j2");
        assertThat(now.isPublishable("id-1")).isFalse();
    }

    @Test
    void the_last_word_on_a_pair_counts_and_unsure_joins_nothing() {
        Resolver resolver = of(judged(1, "a", "b", Verdict.SAME), judged(2, "b", "a", Verdict.UNSURE));
        assertThat(resolver.asOf(at(1)).members("a")).containsExactly("a", "b");
        assertThat(resolver.asOf(at(2)).clusters()).isEmpty();
        assertThat(resolver.asOf(at(2)).unsure()).hasSize(1);
    }

    @Test
    void explode_takes_judgements_back_and_the_past_stays() {
        Resolver resolver = of(
                judged(1, "a", "b", Verdict.SAME),
                judged(2, "b", "c", Verdict.SAME),
                judged(3, "x", "y", Verdict.SAME));
        Resolver after = resolver.explode("c", "lead", at(9), "wrong join");
        assertThat(after.asOf(at(9)).members("a")).isNull();
        assertThat(after.asOf(at(9)).members("x")).containsExactly("x", "y");
        assertThat(after.asOf(at(8))).isEqualTo(resolver.asOf(at(8)));
    }

    @Test
    void an_id_that_was_given_is_never_given_again() {
        Resolver resolver = of(
                judged(1, "b", "c", Verdict.SAME),
                new Retraction("j1", "lead", at(2), "slip"),
                judged(3, "x", "y", Verdict.SAME));
        assertThat(resolver.asOf(at(3)).canonical("x")).isEqualTo("id-2");
    }

    @Test
    void the_log_refuses_what_cannot_be() {
        Resolver one = of(judged(5, "a", "b", Verdict.SAME));
        assertThatIllegalArgumentException().isThrownBy(() -> one.with(judged(4, "a", "c", Verdict.SAME)));
        assertThatIllegalArgumentException().isThrownBy(() -> one.with(judged(5, "a", "c", Verdict.SAME)));
        assertThatIllegalArgumentException().isThrownBy(() -> one.with(new Retraction("j9", "x", at(6), "y")));
        assertThatIllegalArgumentException().isThrownBy(() -> judged(6, "a", "a", Verdict.SAME));
    }

    /** Against the slow obvious way: reachability along standing "same". Seed printed. */
    @Test
    void clusters_are_what_can_be_reached() {
        long seed = 42;
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            Resolver resolver = Resolver.empty();
            var standing = new ArrayList<Judgement>();
            for (int i = 0; i < 14; i++) {
                String left = String.valueOf((char) ('a' + random.nextInt(8)));
                String right = String.valueOf((char) ('a' + random.nextInt(8)));
                if (left.equals(right)) {
                    continue;
                }
                Judgement judgement =
                        judged(i, left, right, List.of(Verdict.values()).get(random.nextInt(3)));
                resolver = resolver.with(judgement);
                standing.removeIf(
                        j -> new TreeSet<>(List.of(j.left(), j.right())).equals(new TreeSet<>(List.of(left, right))));
                standing.add(judgement);
            }
            Resolution now = resolver.asOf(at(99));
            for (char c = 'a'; c < 'i'; c++) {
                String record = String.valueOf(c);
                Set<String> reached = reach(record, standing);
                assertThat(now.members(record))
                        .as("seed %d, round %d, %s", seed, round, record)
                        .isEqualTo(reached.size() == 1 ? null : reached);
            }
            assertThat(now.conflicts())
                    .allSatisfy(conflict -> assertThat(conflict.path()).allMatch(j -> j.verdict() == Verdict.SAME));
        }
    }

    private static Set<String> reach(String from, List<Judgement> standing) {
        var reached = new TreeSet<>(List.of(from));
        for (int i = 0; i < 10; i++) {
            for (Judgement j : standing) {
                if (j.verdict() == Verdict.SAME && (reached.contains(j.left()) || reached.contains(j.right()))) {
                    reached.add(j.left());
                    reached.add(j.right());
                }
            }
        }
        return reached;
    }
}
