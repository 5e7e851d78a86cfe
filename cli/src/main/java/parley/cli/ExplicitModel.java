package parley.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import parley.game.ExplicitWriter;
import parley.game.Game;
import parley.prism.Explored;
import parley.prism.Expr;
import parley.prism.Model;

/** Writes all states of a model in the explicit files of PRISM: {@code .sta .tra .lab}, and rewards where there are any. */
final class ExplicitModel {
    private ExplicitModel() {}

    static void write(Path folder, String name, Explored explored) throws IOException {
        Game game = explored.game();
        var writer = new ExplicitWriter(game);
        AtomicFile.write(folder.resolve(name + ".sta"), out -> states(explored, out));
        AtomicFile.write(folder.resolve(name + ".tra"), writer::transitions);
        AtomicFile.write(folder.resolve(name + ".lab"), writer::labels);
        for (String reward : game.rewards().keySet().stream().sorted().toList()) {
            String file = reward.isEmpty() ? name : name + "." + reward;
            AtomicFile.write(folder.resolve(file + ".srew"), out -> writer.stateRewards(reward, out));
            AtomicFile.write(folder.resolve(file + ".trew"), out -> writer.transitionRewards(reward, out));
        }
    }

    /** The names of the variables, then a line a state: {@code 3:(0,true)}. */
    private static void states(Explored explored, Writer out) throws IOException {
        List<Model.Var> vars = explored.model().vars();
        var names = new StringJoiner(",", "(", ")\n");
        vars.forEach(v -> names.add(v.name()));
        out.write(names.toString());
        for (int s = 0; s < explored.game().states(); s++) {
            int[] values = explored.values(s);
            var row = new StringJoiner(",", "(", ")\n");
            for (int v = 0; v < values.length; v++) {
                boolean truth = vars.get(v).type() == Expr.Type.BOOL;
                row.add(truth ? String.valueOf(values[v] != 0) : String.valueOf(values[v]));
            }
            out.write(s + ":" + row);
        }
    }
}
