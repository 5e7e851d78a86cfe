package parley.game;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes games in the explicit files of PRISM and PRISM-games. Probabilities are fractions, which lose nothing. */
public final class ExplicitWriter {
    private final Game game;

    public ExplicitWriter(Game game) {
        this.game = game;
    }

    public void transitions(Writer out) throws IOException {
        boolean chain = game.kind() == Game.Kind.DTMC;
        boolean players = game.kind() == Game.Kind.SMG;
        out.write(String.valueOf(game.states()));
        out.write(players ? ":" + game.players().size() : "");
        out.write(chain ? "" : " " + game.choices());
        out.write(" " + game.branches() + "\n");
        for (int s = 0; s < game.states(); s++) {
            for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                String action = game.action()[c] < 0 ? "" : " " + game.actions().get(game.action()[c]);
                for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1]; b++) {
                    out.write(s + (players ? ":" + (game.owner()[s] - 1) : ""));
                    out.write(chain ? "" : " " + (c - game.firstChoice()[s]));
                    out.write(" " + game.successor()[b] + " "
                            + chance(game.chances().get(game.chance()[b])));
                    out.write(action + "\n");
                }
            }
        }
    }

    private static String chance(Game.Chance chance) {
        return chance.exact() ? chance.low().toString() : "[" + chance.low() + "," + chance.high() + "]";
    }

    /** {@code init} and {@code deadlock} come first, as PRISM has them. */
    public void labels(Writer out) throws IOException {
        var names = new ArrayList<>(List.of("init", "deadlock"));
        game.labels().keySet().stream()
                .sorted()
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        var head = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            head.add(i + "=\"" + names.get(i) + "\"");
        }
        out.write(String.join(" ", head) + "\n");
        for (int s = 0; s < game.states(); s++) {
            var marks = new StringBuilder();
            for (int i = 0; i < names.size(); i++) {
                var states = game.labels().get(names.get(i));
                marks.append(states != null && states.get(s) ? " " + i : "");
            }
            if (!marks.isEmpty()) {
                out.write(s + ":" + marks + "\n");
            }
        }
    }

    /** The names and states of the players, in the form of labels counted from 1. */
    public void players(Writer out) throws IOException {
        var head = new ArrayList<String>();
        for (int p = 1; p <= game.players().size(); p++) {
            head.add(p + "=\"" + game.players().get(p - 1) + "\"");
        }
        out.write(String.join(" ", head) + "\n");
        for (int s = 0; s < game.states(); s++) {
            out.write(s + ": " + game.owner()[s] + "\n");
        }
    }

    public void stateRewards(String name, Writer out) throws IOException {
        Game.Rewards rewards = rewards(name);
        Map<Integer, Fraction> some = new TreeMap<>();
        for (int s = 0; s < game.states(); s++) {
            if (rewards.ofState()[s] != 0) {
                some.put(s, rewards.values().get(rewards.ofState()[s]));
            }
        }
        out.write(game.states() + " " + some.size() + "\n");
        for (var entry : some.entrySet()) {
            out.write(entry.getKey() + " " + entry.getValue() + "\n");
        }
    }

    /** One line a branch, as PRISM has it; all branches of a choice yield the same. */
    public void transitionRewards(String name, Writer out) throws IOException {
        Game.Rewards rewards = rewards(name);
        boolean chain = game.kind() == Game.Kind.DTMC;
        var lines = new ArrayList<String>();
        for (int s = 0; s < game.states(); s++) {
            for (int c = game.firstChoice()[s]; c < game.firstChoice()[s + 1]; c++) {
                for (int b = game.firstBranch()[c]; b < game.firstBranch()[c + 1] && rewards.ofChoice()[c] != 0; b++) {
                    lines.add(s + (chain ? "" : " " + (c - game.firstChoice()[s])) + " " + game.successor()[b] + " "
                            + rewards.values().get(rewards.ofChoice()[c]));
                }
            }
        }
        out.write(game.states() + (chain ? "" : " " + game.choices()) + " " + lines.size() + "\n");
        for (String line : lines) {
            out.write(line + "\n");
        }
    }

    private Game.Rewards rewards(String name) {
        Game.Rewards rewards = game.rewards().get(name);
        if (rewards == null) {
            throw new IllegalArgumentException("The game has no rewards called " + name + ".");
        }
        return rewards;
    }
}
