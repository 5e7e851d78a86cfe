package parley.prism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.game.Game.Kind;

/** Prints the intermediate form as a model in the PRISM language; read again it gives the same game. */
public final class PrismWriter {
    private final Model model;
    private final StringBuilder out = new StringBuilder();

    private PrismWriter(Model model) {
        this.model = model;
    }

    public static String write(Model model) {
        var writer = new PrismWriter(model);
        writer.all();
        return writer.out.toString();
    }

    private void all() {
        line(model.kind().name().toLowerCase(Locale.ROOT));
        players();
        variables();
        for (int m = 0; m < model.modules().size(); m++) {
            module(m);
        }
        if (!model.free().isEmpty()) {
            start();
        }
        model.labels().forEach((name, body) -> line("label \"%s\" = %s;".formatted(name, PrismText.of(body))));
        model.rewards().forEach((name, items) -> {
            line(name.isEmpty() ? "rewards" : "rewards \"%s\"".formatted(name));
            for (Model.Reward item : items) {
                String action = item.action() == null ? "" : "[" + item.action() + "] ";
                line("  %s%s : %s;".formatted(action, PrismText.of(item.guard()), PrismText.of(item.value())));
            }
            line("endrewards");
        });
    }

    /** A command without an action belongs to the player of its module, one with an action to that of the action. */
    private void players() {
        if (model.kind() != Kind.SMG) {
            return;
        }
        Map<Integer, Set<String>> owned = new TreeMap<>();
        var owners = new HashMap<String, Integer>();
        for (Model.Command command : model.commands()) {
            if (command.player() > 0) {
                String thing = command.action().isEmpty()
                        ? model.modules().get(command.module())
                        : "[" + command.action() + "]";
                if (owners.computeIfAbsent(thing, t -> command.player()) != command.player()) {
                    throw new IllegalArgumentException(
                            "%s belongs to two players; the language wants one.".formatted(thing));
                }
                owned.computeIfAbsent(command.player(), p -> new LinkedHashSet<>())
                        .add(thing);
            }
        }
        for (int p = 1; p <= model.players().size(); p++) {
            String things = String.join(", ", owned.getOrDefault(p, Set.of()));
            line("player %s %s endplayer".formatted(model.players().get(p - 1), things));
        }
    }

    /** All variables are global: any module may set them, and their order, hence the states, stays the same. */
    private void variables() {
        for (Model.Var variable : model.vars()) {
            boolean truth = variable.type() == Expr.Type.BOOL;
            String range = truth ? "bool" : "[%d..%d]".formatted(variable.low(), variable.high());
            String init = model.free().isEmpty()
                    ? " init " + (truth ? String.valueOf(variable.init() == 1) : String.valueOf(variable.init()))
                    : "";
            line("global %s : %s%s;".formatted(variable.name(), range, init));
        }
    }

    private void start() {
        var parts = new ArrayList<String>();
        for (int v = 0; v < model.vars().size(); v++) {
            Model.Var variable = model.vars().get(v);
            if (!model.free().contains(v)) {
                boolean truth = variable.type() == Expr.Type.BOOL;
                parts.add("%s=%s".formatted(variable.name(), truth ? variable.init() == 1 : variable.init()));
            }
        }
        line("init " + (parts.isEmpty() ? "true" : String.join(" & ", parts)) + " endinit");
    }

    private void module(int number) {
        line("module " + model.modules().get(number));
        for (Model.Command command : model.commands()) {
            if (command.module() == number) {
                line("  [%s] %s -> %s;".formatted(command.action(), PrismText.of(command.guard()), branches(command)));
            }
        }
        line("endmodule");
    }

    private String branches(Model.Command command) {
        var parts = new ArrayList<String>();
        for (Model.Branch branch : command.branches()) {
            String chance = branch.exact()
                    ? PrismText.of(branch.low())
                    : "[%s,%s]".formatted(PrismText.of(branch.low()), PrismText.of(branch.high()));
            parts.add(chance + " : " + updates(branch.assignments()));
        }
        return parts.isEmpty() ? "true" : String.join(" + ", parts);
    }

    private String updates(List<Model.Assignment> assignments) {
        var parts = new ArrayList<String>();
        for (Model.Assignment assignment : assignments) {
            parts.add("(%s'=%s)"
                    .formatted(model.vars().get(assignment.variable()).name(), PrismText.of(assignment.value())));
        }
        return parts.isEmpty() ? "true" : String.join("&", parts);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** Words that cannot name anything in the language. */
    public static Set<String> reserved() {
        return new TreeSet<>(Set.of(
                "A",
                "bool",
                "C",
                "clock",
                "const",
                "ctmc",
                "csg",
                "double",
                "dtmc",
                "E",
                "endinit",
                "endinvariant",
                "endmodule",
                "endobservables",
                "endplayer",
                "endrewards",
                "endsystem",
                "F",
                "false",
                "filter",
                "formula",
                "func",
                "G",
                "global",
                "I",
                "init",
                "int",
                "invariant",
                "label",
                "max",
                "mdp",
                "min",
                "module",
                "nondeterministic",
                "observable",
                "observables",
                "of",
                "P",
                "player",
                "Pmax",
                "Pmin",
                "pomdp",
                "popta",
                "probabilistic",
                "prob",
                "pta",
                "R",
                "rate",
                "rewards",
                "Rmax",
                "Rmin",
                "S",
                "smg",
                "stochastic",
                "system",
                "true",
                "U",
                "W",
                "X"));
    }
}
