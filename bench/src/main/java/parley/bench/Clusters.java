package parley.bench;

import java.util.List;
import java.util.TreeMap;

/** Connected components of ids (union-find). */
final class Clusters {
    private final TreeMap<String, String> parent = new TreeMap<>();

    String root(String id) {
        String up = parent.getOrDefault(id, id);
        if (up.equals(id)) {
            return id;
        }
        String root = root(up);
        parent.put(id, root);
        return root;
    }

    void join(String a, String b) {
        parent.putIfAbsent(a, a);
        parent.putIfAbsent(b, b);
        String x = root(a);
        String y = root(b);
        if (!x.equals(y)) {
            parent.put(x.compareTo(y) < 0 ? y : x, x.compareTo(y) < 0 ? x : y);
        }
    }

    List<String> all() {
        return List.copyOf(parent.keySet());
    }
}
