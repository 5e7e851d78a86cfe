package parley.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parley.language.Mentions;
import parley.language.Words;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Measure;
import parley.roadmap.Phase;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/**
 * The roadmap as a Graphviz graph, readable in black and white: a phase is a frame, a step a box, a concession an
 * ellipse, a measure a box with cut corners. An easing is a solid line, a tightening a dashed one, anything else dotted.
 */
final class CaseDot {
    private static final int TITLE_WIDTH = 28;

    private final Case theCase;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> edges = new LinkedHashSet<>();
    private final Set<String> used = new TreeSet<>();

    private CaseDot(Case theCase) {
        this.theCase = theCase;
    }

    static String write(Case theCase) {
        var dot = new CaseDot(theCase);
        dot.graph();
        return dot.out.toString();
    }

    private void graph() {
        out.append("digraph ").append(quoted(theCase.id())).append(" {\n");
        out.append("  rankdir=LR;\n  node [fontname=\"Helvetica\", fontsize=10];\n");
        out.append("  edge [fontname=\"Helvetica\", fontsize=9];\n");
        theCase.phases().forEach(this::phase);
        theCase.steps().forEach(this::edges);
        theCase.concessions().forEach(c -> node(c, "ellipse"));
        theCase.measures().stream().filter(m -> used.contains(m.id())).forEach(this::measure);
        theCase.phases().forEach(this::gate);
        edges.forEach(out::append);
        out.append("}\n");
    }

    private void phase(Phase p) {
        out.append("  subgraph ").append(quoted("cluster " + p.id())).append(" {\n");
        out.append("    label=").append(quoted(p.heading())).append(";\n    style=rounded;\n");
        out.append("    ").append(quoted("phase " + p.id())).append(" [shape=point, label=\"\"];\n");
        for (Step s : theCase.steps()) {
            if (s.phase().id().equals(p.id())) {
                out.append("  ");
                node(s, "box");
            }
        }
        out.append("  }\n");
    }

    private void node(Declaration d, String shape) {
        out.append("  ").append(quoted(d.id())).append(" [shape=").append(shape);
        out.append(", label=").append(quoted(label(d))).append("];\n");
    }

    private void measure(Measure m) {
        String style = switch (m.kind()) {
            case MEASURE -> "solid";
            case RESERVE -> "dashed";
            case OFFER -> "dotted";
        };
        out.append("  ")
                .append(quoted(m.id()))
                .append(" [shape=octagon, style=")
                .append(style);
        out.append(", label=").append(quoted(label(m))).append("];\n");
    }

    /** The name, and below it the title in short lines. */
    private static String label(Declaration d) {
        return d.title().isEmpty() ? d.id() : d.id() + "\n" + wrapped(d.title());
    }

    private static String wrapped(String title) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : title.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= TITLE_WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    private void gate(Phase p) {
        if (p.opens() == null) {
            return;
        }
        for (Ref ref : Mentions.of(p.opens())) {
            Declaration d = theCase.byName().get(ref.id());
            if (d instanceof Concession) {
                edge(ref.id(), "phase " + p.id(), "opens", "bold");
            } else if (d instanceof Phase) {
                edge("phase " + ref.id(), "phase " + p.id(), "opens", "bold");
            }
        }
    }

    private void edges(Step s) {
        for (Step.Branch b : s.branches()) {
            if (b.trigger() instanceof Trigger.When w) {
                for (Ref ref : Mentions.of(b.trigger())) {
                    if (theCase.byName().get(ref.id()) instanceof Concession) {
                        edge(ref.id(), s.id(), Words.of(w.condition()), "solid");
                    }
                }
            }
            b.reactions().forEach(r -> reaction(s, r));
        }
    }

    private void reaction(Step s, Reaction r) {
        switch (r.deed()) {
            case Reaction.Deed.Act act -> {
                used.add(act.measure().id());
                String style = act.verb().eases() ? "solid" : "dashed";
                edge(s.id(), act.measure().id(), actors(r) + " " + act.verb().singular(), style);
            }
            case Reaction.Deed.Keep keep -> {
                used.add(keep.measure().id());
                edge(s.id(), keep.measure().id(), actors(r) + " keeps", "dotted");
            }
            case Reaction.Deed.RestoreEased restore -> {}
            case Reaction.Deed.Review review -> {}
            case Reaction.Deed.Consult consult -> {}
        }
    }

    private static String actors(Reaction r) {
        List<String> names = r.actors().stream().map(Ref::id).toList();
        return names.isEmpty() ? "every partner" : String.join(", ", names);
    }

    private void edge(String from, String to, String label, String style) {
        edges.add("  %s -> %s [label=%s, style=%s];\n".formatted(quoted(from), quoted(to), quoted(label), style));
    }

    /** A quoted id of DOT: only the quote and, as Graphviz reads labels, the backslash need an escape. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
