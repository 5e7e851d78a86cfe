package parley.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import parley.game.Fraction;
import parley.game.Game;
import parley.game.Game.Chance;

/** Whether two explorations gave the same game, state by state; only the order within dictionaries may differ. */
final class Same {
    private Same() {}

    static void assertSame(Explored one, Explored other) {
        Game a = one.game();
        Game b = other.game();
        assertThat(a.kind()).isEqualTo(b.kind());
        assertThat(a.players()).isEqualTo(b.players());
        assertThat(a.initial()).isEqualTo(b.initial());
        assertThat(a.owner()).isEqualTo(b.owner());
        assertThat(a.firstChoice()).isEqualTo(b.firstChoice());
        assertThat(a.firstBranch()).isEqualTo(b.firstBranch());
        assertThat(a.successor()).isEqualTo(b.successor());
        assertThat(chances(a)).isEqualTo(chances(b));
        assertThat(actions(a)).isEqualTo(actions(b));
        assertThat(a.labels()).isEqualTo(b.labels());
        assertThat(a.rewards().keySet()).isEqualTo(b.rewards().keySet());
        a.rewards().forEach((name, reward) -> {
            Game.Rewards same = java.util.Objects.requireNonNull(b.rewards().get(name));
            assertThat(values(reward, reward.ofState())).isEqualTo(values(same, same.ofState()));
            assertThat(values(reward, reward.ofChoice())).isEqualTo(values(same, same.ofChoice()));
        });
        for (int s = 0; s < a.states(); s += 1 + a.states() / 100) {
            assertThat(one.values(s)).isEqualTo(other.values(s));
        }
    }

    private static List<Chance> chances(Game game) {
        var all = new ArrayList<Chance>();
        for (int chance : game.chance()) {
            all.add(game.chances().get(chance));
        }
        return all;
    }

    private static List<String> actions(Game game) {
        var all = new ArrayList<String>();
        for (int action : game.action()) {
            all.add(action < 0 ? "" : game.actions().get(action));
        }
        return all;
    }

    private static List<Fraction> values(Game.Rewards rewards, int[] indices) {
        var all = new ArrayList<Fraction>();
        for (int index : indices) {
            all.add(rewards.values().get(index));
        }
        return all;
    }
}
