package parley.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what waits for itself, in O(n + m) for n names and m arrows: two walks, the second against the arrows in the
 * order in which the first left the names (Kosaraju and Sharir, 1981). Walks without recursion, because a text may chain
 * as many names as it likes.
 */
final class Circles {
    private Circles() {}

    /** Returns the names on a circle; {@code next} has for each name those it leads to. */
    static Set<String> on(Map<String, ? extends Collection<String>> next) {
        Map<String, List<String>> before = new HashMap<>();
        next.forEach((name, others) -> others.forEach(
                o -> before.computeIfAbsent(o, _ -> new ArrayList<>()).add(name)));
        Set<String> seen = new HashSet<>();
        List<String> left = new ArrayList<>();
        next.keySet().forEach(name -> walk(name, next, seen, left));
        Set<String> taken = new HashSet<>();
        Set<String> found = new TreeSet<>();
        for (String name : left.reversed()) {
            List<String> together = new ArrayList<>();
            walk(name, before, taken, together);
            // A name alone is on a circle only if it leads to itself.
            if (together.size() > 1 || before.getOrDefault(name, List.of()).contains(name)) {
                found.addAll(together);
            }
        }
        return found;
    }

    /** Adds to {@code left} what is reached from {@code start} and not yet seen, in the order in which it is left. */
    private static void walk(
            String start, Map<String, ? extends Collection<String>> next, Set<String> seen, List<String> left) {
        record Visit(String name, Iterator<String> others) {}
        if (!seen.add(start)) {
            return;
        }
        Deque<Visit> path = new ArrayDeque<>();
        path.push(new Visit(start, others(next, start)));
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (!visit.others().hasNext()) {
                left.add(path.pop().name());
                continue;
            }
            String other = visit.others().next();
            if (seen.add(other)) {
                path.push(new Visit(other, others(next, other)));
            }
        }
    }

    private static Iterator<String> others(Map<String, ? extends Collection<String>> next, String name) {
        Collection<String> found = next.get(name);
        return found == null ? List.<String>of().iterator() : found.iterator();
    }
}
