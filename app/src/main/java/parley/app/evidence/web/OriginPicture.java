package parley.app.evidence.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import parley.app.evidence.ClaimLine;
import parley.app.web.Svg;
import parley.evidence.Origins;

/** What the items of a claim rest on, from left to right; what two items share is drawn with a bold frame. */
final class OriginPicture {
    private static final int BOX_WIDTH = 210;
    private static final int BOX = 44;
    private static final int GAP = 60;
    private static final int SPACE = 14;
    private static final int PAD = 6;
    private static final double SIZE = 12;

    private final Seen seen;
    private final Origins origins;
    private final List<String> items;
    private final Map<String, Integer> depth = new LinkedHashMap<>();
    private final Map<String, int[]> place = new TreeMap<>();

    private OriginPicture(Seen seen, List<String> items) {
        this.seen = seen;
        this.items = items;
        this.origins = seen.state().origins(items);
    }

    static String of(Seen seen, ClaimLine line) {
        List<String> items = seen.state().items(line.claim());
        return items.isEmpty() ? "" : new OriginPicture(seen, items).draw();
    }

    private String draw() {
        items.forEach(i -> lay(i, 0));
        List<List<String>> columns = new ArrayList<>();
        depth.forEach((node, d) -> {
            while (columns.size() <= d) {
                columns.add(new ArrayList<>());
            }
            columns.get(d).add(node);
        });
        int most = 1;
        for (int x = 0; x < columns.size(); x++) {
            List<String> column = columns.get(x);
            most = Math.max(most, column.size());
            for (int y = 0; y < column.size(); y++) {
                place.put(column.get(y), new int[] {PAD + x * (BOX_WIDTH + GAP), PAD + y * (BOX + SPACE)});
            }
        }
        int width = columns.size() * (BOX_WIDTH + GAP) - GAP + 2 * PAD;
        int height = most * (BOX + SPACE) - SPACE + 2 * PAD;
        var svg = new Svg(width, height, "Items on the left, what they rest on to the right");
        origins.restsOn().forEach((from, all) -> all.forEach(to -> arrow(svg, from, to)));
        SortedSet<String> shared = shared();
        place.forEach((node, at) -> box(svg, node, at, shared.contains(node)));
        return svg.whole();
    }

    /** A node stands to the right of everything that rests on it. */
    private void lay(String node, int d) {
        if (depth.getOrDefault(node, -1) >= d) {
            return;
        }
        depth.put(node, d);
        origins.restsOn().getOrDefault(node, Collections.emptySortedSet()).forEach(to -> lay(to, d + 1));
    }

    private SortedSet<String> shared() {
        Map<String, Integer> reached = new HashMap<>();
        for (String item : items) {
            SortedSet<String> below = new TreeSet<>();
            collect(item, below);
            below.forEach(n -> reached.merge(n, 1, Integer::sum));
        }
        SortedSet<String> shared = new TreeSet<>();
        reached.forEach((node, n) -> {
            if (n > 1) {
                shared.add(node);
            }
        });
        return shared;
    }

    private void collect(String node, SortedSet<String> into) {
        if (into.add(node)) {
            origins.restsOn().getOrDefault(node, Collections.emptySortedSet()).forEach(to -> collect(to, into));
        }
    }

    private void arrow(Svg svg, String from, String to) {
        int[] a = place.get(from);
        int[] b = place.get(to);
        if (a == null || b == null) {
            return;
        }
        int x1 = a[0] + BOX_WIDTH;
        int y1 = a[1] + BOX / 2;
        int y2 = b[1] + BOX / 2;
        svg.empty(
                "path",
                "class",
                "arrow",
                "d",
                "M%d %d C%d %d %d %d %d %d".formatted(x1, y1, x1 + GAP / 2, y1, b[0] - GAP / 2, y2, b[0], y2));
    }

    private void box(Svg svg, String node, int[] at, boolean shared) {
        svg.open("g");
        svg.empty(
                "rect",
                "class",
                shared ? "box shared" : "box",
                "x",
                Integer.toString(at[0]),
                "y",
                Integer.toString(at[1]),
                "width",
                Integer.toString(BOX_WIDTH),
                "height",
                Integer.toString(BOX),
                "rx",
                "4");
        List<String> lines = Svg.wrapped(words(node), BOX_WIDTH - 2 * PAD, SIZE, 2);
        for (int i = 0; i < lines.size(); i++) {
            svg.text(at[0] + PAD, at[1] + 18 + i * 16, "label", lines.get(i));
        }
        svg.close();
    }

    private String words(String node) {
        if (node.equals(Origins.UNKNOWN)) {
            return "origin not known";
        }
        return node.startsWith("usually ") ? "usually: " + ClaimView.node(seen, node) : ClaimView.node(seen, node);
    }
}
