package parley.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.roadmap.Measure;
import parley.roadmap.Member;
import parley.roadmap.OwnershipRule;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Reaction;
import parley.roadmap.Scenario;
import parley.roadmap.Secrecy;
import parley.roadmap.Stakeholder;
import parley.roadmap.Step;
import parley.roadmap.Verifier;

/** Writes a case as one text in house layout. Reading the text gives the same case, places aside. */
public final class CasePrinter {
    private CasePrinter() {}

    /** Returns the whole case: the case itself, then declarations by kind and name, guards, claims, stories. */
    public static String text(Case c) {
        List<String> blocks = new ArrayList<>();
        blocks.add(block(front(c.secrecy()) + "case " + c.id() + Clauses.quoted(" ", c.title()), Clauses.of(c)));
        Map<Integer, List<String>> byKind = new TreeMap<>();
        for (Declaration d : c.declarations()) {
            byKind.computeIfAbsent(place(d), k -> new ArrayList<>()).add(text(d));
        }
        byKind.values().forEach(texts -> blocks.add(String.join("", texts)));
        blocks.add(lines(
                c.guards().stream().map(g -> front(g.secrecy()) + Words.of(g)).toList()));
        blocks.add(lines(
                c.claims().stream().map(k -> front(k.secrecy()) + Words.of(k)).toList()));
        blocks.add(lines(c.assumptions().stream()
                .map(a -> front(a.secrecy()) + Words.of(a))
                .toList()));
        blocks.add(lines(
                c.aims().stream().map(a -> front(a.secrecy()) + Words.of(a)).toList()));
        c.scenarios().forEach(s -> blocks.add(text(s)));
        return String.join("\n", blocks.stream().filter(b -> !b.isEmpty()).toList());
    }

    /** Returns a declaration with its clauses, each on a line. */
    public static String text(Declaration d) {
        List<Clause> clauses = Clauses.of(d);
        String head = d.word() + " " + d.id() + Clauses.quoted(" ", d.title());
        return switch (d) {
            case Step s -> step(s, head);
            case Member m -> head + " of " + m.of() + back(m.secrecy()) + "\n";
            case Partner p -> block(head + back(p.secrecy()), clauses);
            case Stakeholder s -> block(head + back(s.secrecy()), clauses);
            case Verifier v -> block(head + back(v.secrecy()), clauses);
            case Panel p -> block(head + back(p.secrecy()), clauses);
            case Indicator i -> block(head + back(i.secrecy()), clauses);
            case Event e -> block(head + back(e.secrecy()), clauses);
            case Measure m -> block(head + back(m.secrecy()), clauses);
            case Concession k -> block(head + back(k.secrecy()), clauses);
            case Phase p -> block(head + back(p.secrecy()), clauses);
            case OwnershipRule r -> block(head + back(r.secrecy()), clauses);
        };
    }

    /** Returns a story with its lines. */
    public static String text(Scenario s) {
        var out = new StringBuilder("scenario \"" + s.title() + "\"" + back(s.secrecy()) + "\n");
        s.lines().forEach(line -> out.append("  ").append(Words.of(line)).append('\n'));
        return out.toString();
    }

    /** Who acts comes first, then what is observed, what is in hand, what can be done, and the roadmap. */
    private static int place(Declaration d) {
        return switch (d) {
            case Partner p -> 0;
            case Member m -> 1;
            case Stakeholder s -> 2;
            case Verifier v -> 3;
            case Panel p -> 4;
            case Indicator i -> 5;
            case Event e -> 6;
            case Measure m -> 7;
            case Concession k -> 8;
            case Phase p -> 9;
            case Step s -> 10;
            case OwnershipRule r -> 11;
        };
    }

    private static String step(Step s, String head) {
        var out = new StringBuilder(head + ", in " + s.phase() + back(s.secrecy()) + "\n");
        for (Step.Branch b : s.branches()) {
            out.append("  ").append(Words.of(b.trigger())).append(unless(s.secrecy(), b.secrecy()));
            out.append('\n');
            for (Reaction r : b.reactions()) {
                out.append("    ").append(Words.of(r)).append(unless(b.secrecy(), r.secrecy()));
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static String block(String head, List<Clause> clauses) {
        var out = new StringBuilder(head + "\n");
        clauses.forEach(c -> out.append("  ").append(c.words()).append('\n'));
        return out.toString();
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static String front(Secrecy label) {
        return label.equals(Secrecy.DEFAULT) ? "" : label.words() + " ";
    }

    private static String back(Secrecy label) {
        return unless(Secrecy.DEFAULT, label);
    }

    private static String unless(Secrecy inherited, Secrecy label) {
        return label.equals(inherited) ? "" : "  " + label.words();
    }
}
