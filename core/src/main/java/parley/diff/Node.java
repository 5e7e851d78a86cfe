package parley.diff;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import parley.text.Span;

/**
 * A piece of a case that can be different.
 *
 * @param key pieces of the same key, below the same piece, are compared with each other
 * @param weakKey a second chance for pieces whose key has no counterpart; empty if there is none
 * @param value what it says, without its children
 * @param label who may read it, as a text writes it; empty if it has no label of its own
 * @param who whom it touches
 */
record Node(
        String key,
        String weakKey,
        String value,
        String label,
        List<String> who,
        String what,
        Span at,
        Depth depth,
        Telling telling,
        List<Node> children) {

    /** What is told when a piece is new, gone or different. */
    enum Depth {
        /** The piece alone, and nothing where a larger piece comes or goes with it. */
        ALONE,
        /** The piece, also where a larger piece comes or goes with it. */
        ALWAYS,
        /** The same, and those of its children that are always told. */
        WITH_CHILDREN,
        /** A different value is told only if no child is different. */
        IF_NO_CHILD
    }

    Node {
        who = who.stream().distinct().sorted().toList();
        children = children.stream()
                .sorted(Comparator.comparing(Node::key).thenComparing(Node::signature))
                .toList();
    }

    static Node leaf(String key, String value, List<String> who, String what, Span at, Telling telling) {
        return new Node(key, "", value, "", who, what, at, Depth.ALONE, telling, List.of());
    }

    /** Returns the same text for pieces that say the same, whatever the places and the order of lines. */
    String signature() {
        return key + "\u0001" + value + "\u0001" + label + "\u0002"
                + children.stream().map(Node::signature).collect(Collectors.joining("\u0003")) + "\u0004";
    }
}
