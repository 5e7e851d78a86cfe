package parley.game;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Who wants more and who wants less.
 *
 * @param max the players of Max; 0 is who moves where there are no players
 * @param natureIsMax where nature chooses within intervals
 */
record Sides(BitSet max, boolean natureIsMax) {

    /** A threshold is claimed against everybody who is not named; a value is sought with nature against it. */
    static Sides of(Game game, Query query) throws Unanswerable {
        BitSet named = named(game, query.coalition());
        return switch (query.asked()) {
            case Query.Asked.Value(Query.Toward strategy, Query.Toward nature) -> {
                boolean chain = game.kind() == Game.Kind.DTMC;
                boolean most = strategy != Query.Toward.MIN;
                boolean natureMost = nature != null ? nature == Query.Toward.MAX : chain == most;
                yield new Sides(named == null ? everybody(game, most) : most ? named : others(game, named), natureMost);
            }
            case Query.Asked.Threshold(Query.Relation relation, Fraction _) -> {
                boolean much = relation.wantsMuch();
                yield new Sides(named == null ? everybody(game, !much) : much ? named : others(game, named), !much);
            }
        };
    }

    Sides turned(Game game) {
        return new Sides(others(game, max), !natureIsMax);
    }

    /** The game with nature's choices written out, if it has any. */
    Robust.Expanded expand(Game game) throws Unanswerable {
        return Robust.expand(game, max, natureIsMax);
    }

    private static @Nullable BitSet named(Game game, Query.@Nullable Coalition coalition) throws Unanswerable {
        if (coalition == null) {
            return null;
        }
        if (coalition.members().contains("*")) {
            return everybody(game, true);
        }
        var named = new BitSet();
        for (String member : coalition.members()) {
            Integer player = game.player(member);
            if (player == null || player < 1 || player > game.players().size()) {
                throw new Unanswerable("The model has no player %s; it has %s.".formatted(member, game.players()));
            }
            named.set(player);
        }
        return named;
    }

    private static BitSet everybody(Game game, boolean all) {
        var players = new BitSet();
        players.set(0, all ? game.players().size() + 1 : 0);
        return players;
    }

    private static BitSet others(Game game, BitSet players) {
        BitSet others = everybody(game, true);
        others.andNot(players);
        return others;
    }
}
