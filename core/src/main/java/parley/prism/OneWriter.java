package parley.prism;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several modules do together must not set one variable twice: the outcome would depend on an order nobody wrote. */
final class OneWriter {
    private OneWriter() {}

    static void check(List<Model.Var> vars, List<Model.Command> commands) {
        Map<String, Set<Integer>> modules = new HashMap<>();
        for (Model.Command command : commands) {
            if (!command.action().isEmpty()) {
                modules.computeIfAbsent(command.action(), a -> new HashSet<>()).add(command.module());
            }
        }
        var writers = new HashMap<String, Model.Command>();
        for (Model.Command command : commands) {
            if (modules.getOrDefault(command.action(), Set.of()).size() > 1) {
                for (Model.Branch branch : command.branches()) {
                    for (Model.Assignment assignment : branch.assignments()) {
                        String name = vars.get(assignment.variable()).name();
                        Model.Command other = writers.putIfAbsent(command.action() + " " + name, command);
                        if (other != null && other.module() != command.module()) {
                            throw new Refusal(
                                    command.line(),
                                    1,
                                    "The commands [%s] of lines %d and %d happen together, and both set `%s`."
                                            .formatted(command.action(), other.line(), command.line(), name));
                        }
                    }
                }
            }
        }
    }
}
