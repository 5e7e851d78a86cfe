package parley.prism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.game.Game.Kind;

/** Makes the intermediate form of a model as written: renamed modules are made, names resolved, players found. */
final class Assembly {
    private final Source source;
    private final Scope scope;
    private final List<Made> modules = new ArrayList<>();
    private final List<Model.Var> vars = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final Map<String, Integer> ownerOfModule = new HashMap<>();
    private final Map<String, Integer> ownerOfAction = new HashMap<>();

    /** A module with the names to change in it. */
    private record Made(Token name, Source.Module module, Map<String, String> renaming) {}

    private Assembly(Source source, Map<String, String> given) {
        this.source = source;
        this.scope = new Scope(given);
    }

    static Model assemble(Source source, Map<String, String> given) {
        return new Assembly(source, given).model();
    }

    private Model model() {
        source.constants().forEach(scope::add);
        source.formulas().forEach(scope::add);
        scope.values();
        makeModules();
        variables();
        players();
        var commands = new ArrayList<Model.Command>();
        for (int m = 0; m < modules.size(); m++) {
            commands(m, commands);
        }
        OneWriter.check(vars, commands);
        var labels = new LinkedHashMap<String, Expr>();
        for (Source.Definition label : source.labels()) {
            scope.at(label.name());
            if (labels.put(label.name().text(), scope.resolve(label.body(), Expr.Type.BOOL, Map.of())) != null) {
                throw label.name()
                        .refusal("The label \"%s\" is defined twice."
                                .formatted(label.name().text()));
            }
        }
        return new Model(
                source.kind(),
                source.players().stream().map(p -> p.name().text()).toList(),
                modules.stream().map(m -> m.name().text()).toList(),
                vars,
                commands,
                free,
                labels,
                rewards(),
                scope.values(),
                scope.formulas());
    }

    private void makeModules() {
        var names = new HashMap<String, Source.Module>();
        for (Source.Module module : source.modules()) {
            if (names.put(module.name().text(), module) != null) {
                throw module.name()
                        .refusal("Two modules are called `%s`."
                                .formatted(module.name().text()));
            }
            modules.add(new Made(module.name(), module, Map.of()));
        }
        for (Source.Copy copy : source.copies()) {
            Source.Module of = names.get(copy.of().text());
            if (of == null) {
                throw copy.of()
                        .refusal("No module that is written out is called `%s`."
                                .formatted(copy.of().text()));
            }
            for (Source.Variable variable : of.variables()) {
                if (!copy.renaming().containsKey(variable.name().text())) {
                    throw copy.name()
                            .refusal("The copy `%s` must rename the variable `%s` of `%s`."
                                    .formatted(
                                            copy.name().text(),
                                            variable.name().text(),
                                            of.name().text()));
                }
            }
            modules.add(new Made(copy.name(), of, copy.renaming()));
        }
        var seen = new HashSet<String>();
        for (Made made : modules) {
            if (!seen.add(made.name().text())) {
                throw made.name()
                        .refusal("Two modules are called `%s`."
                                .formatted(made.name().text()));
            }
        }
    }

    private void variables() {
        var declared = new ArrayList<Source.Variable>();
        var renamings = new ArrayList<Map<String, String>>();
        for (Source.Variable global : source.globals()) {
            declared.add(global);
            renamings.add(Map.of());
        }
        for (Made made : modules) {
            for (Source.Variable local : made.module().variables()) {
                declared.add(local);
                renamings.add(made.renaming());
            }
        }
        for (int v = 0; v < declared.size(); v++) {
            Model.Var made = variable(declared.get(v), renamings.get(v));
            vars.add(made);
            scope.add(declared.get(v).name(), new Expr.Read(made.name(), v, made.type()));
        }
        if (source.init() != null) {
            Expr condition = scope.resolve(source.init(), Expr.Type.BOOL, Map.of());
            int[] start = Start.single(condition, vars, scope);
            free.addAll(Start.free(condition, vars, scope));
            for (int v = 0; v < start.length; v++) {
                Model.Var old = vars.get(v);
                vars.set(v, new Model.Var(old.name(), old.type(), old.low(), old.high(), start[v]));
            }
        }
    }

    private Model.Var variable(Source.Variable declared, Map<String, String> renaming) {
        Token place = declared.name();
        String name = renaming.getOrDefault(place.text(), place.text());
        Expr low = declared.low();
        Expr high = declared.high();
        Expr init = declared.init();
        if (low == null || high == null) {
            scope.at(place);
            boolean start = init != null && Evaluation.truth(value(init, Expr.Type.BOOL, renaming), new int[0]);
            return Model.Var.truth(name, start);
        }
        scope.at(place);
        long from = ((Expr.Int) value(low, Expr.Type.INT, renaming)).value();
        long to = ((Expr.Int) value(high, Expr.Type.INT, renaming)).value();
        long start = init == null ? from : ((Expr.Int) value(init, Expr.Type.INT, renaming)).value();
        if (from > to || from < Integer.MIN_VALUE / 2 || to > Integer.MAX_VALUE / 2) {
            throw place.refusal("The variable `%s` cannot have the range [%d..%d].".formatted(name, from, to));
        }
        if (start < from || start > to) {
            throw place.refusal(
                    "The variable `%s` starts at %d, outside of its range [%d..%d].".formatted(name, start, from, to));
        }
        return Model.Var.of(name, (int) from, (int) to, (int) start);
    }

    private Expr value(Expr expression, Expr.Type type, Map<String, String> renaming) {
        Expr found = scope.resolve(expression, type, renaming);
        if (!found.isValue()) {
            throw scope.refusal("The value must not depend on variables.");
        }
        return found;
    }

    private void players() {
        if (source.kind() != Kind.SMG && !source.players().isEmpty()) {
            throw source.players().getFirst().name().refusal("Only an smg has players.");
        }
        var known = new HashSet<String>();
        modules.forEach(m -> known.add(m.name().text()));
        for (int p = 1; p <= source.players().size(); p++) {
            Source.Owner player = source.players().get(p - 1);
            for (Token module : player.modules()) {
                if (!known.contains(module.text())) {
                    throw module.refusal("No module is called `%s`.".formatted(module.text()));
                }
                own(ownerOfModule, module, p);
            }
            for (Token action : player.actions()) {
                own(ownerOfAction, action, p);
            }
        }
    }

    private void own(Map<String, Integer> owners, Token thing, int player) {
        Integer before = owners.put(thing.text(), player);
        if (before != null && before != player) {
            throw thing.refusal("`%s` already belongs to player %s."
                    .formatted(
                            thing.text(),
                            source.players().get(before - 1).name().text()));
        }
    }

    private void commands(int module, List<Model.Command> to) {
        Made made = modules.get(module);
        for (Source.Command command : made.module().commands()) {
            String action = made.renaming().getOrDefault(command.action(), command.action());
            int player = action.isEmpty()
                    ? ownerOfModule.getOrDefault(made.name().text(), 0)
                    : ownerOfAction.getOrDefault(action, 0);
            scope.at(command.place());
            Expr guard = scope.resolve(command.guard(), Expr.Type.BOOL, made.renaming());
            var branches = new ArrayList<Model.Branch>();
            for (Source.Branch branch : command.branches()) {
                scope.at(command.place());
                branches.add(branch(branch, made.renaming()));
            }
            // What nobody can take still makes the other modules wait for its action.
            List<Model.Branch> kept = guard.equals(Expr.Bool.FALSE) ? List.of() : branches;
            to.add(new Model.Command(
                    player, module, action, guard, kept, command.place().line()));
        }
    }

    private Model.Branch branch(Source.Branch branch, Map<String, String> renaming) {
        Expr one = new Expr.Int(1);
        Expr low = branch.low() == null ? one : scope.resolve(branch.low(), Expr.Type.DOUBLE, renaming);
        Expr high = branch.high() == null ? one : scope.resolve(branch.high(), Expr.Type.DOUBLE, renaming);
        var assignments = new ArrayList<Model.Assignment>();
        var set = new HashSet<Integer>();
        for (Source.Assignment assignment : branch.assignments()) {
            Token place = assignment.variable();
            String name = renaming.getOrDefault(place.text(), place.text());
            Expr.Read variable = scope.variable(name);
            if (variable == null) {
                throw place.refusal("No variable is called `%s`.".formatted(name));
            }
            if (!set.add(variable.variable())) {
                throw place.refusal("The variable `%s` is set twice in one update.".formatted(name));
            }
            scope.at(place);
            assignments.add(new Model.Assignment(
                    variable.variable(), scope.resolve(assignment.value(), variable.type(), renaming)));
        }
        return new Model.Branch(low, high, assignments);
    }

    private Map<String, List<Model.Reward>> rewards() {
        var all = new LinkedHashMap<String, List<Model.Reward>>();
        for (Source.Reward reward : source.rewards()) {
            var items = new ArrayList<Model.Reward>();
            for (Source.RewardItem item : reward.items()) {
                scope.at(item.place());
                items.add(new Model.Reward(
                        item.action(),
                        scope.resolve(item.guard(), Expr.Type.BOOL, Map.of()),
                        scope.resolve(item.value(), Expr.Type.DOUBLE, Map.of())));
            }
            if (all.putIfAbsent(reward.name(), List.copyOf(items)) != null
                    && !reward.name().isEmpty()) {
                throw reward.place().refusal("Two reward structures are called \"%s\".".formatted(reward.name()));
            }
        }
        return all;
    }
}
