package parley.lists.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import parley.identity.Subject;
import parley.identity.match.Match;
import parley.identity.score.NameExplanation;
import parley.identity.score.Rule;

/**
 * Why a record is a hit: a sentence, and below it the reasons as a tree that can be read aloud.
 *
 * @param rule stable id of the rule
 * @param words what was held against what
 * @param says what it contributes, with its unit
 * @param reasons what it is made of
 */
public record Explanation(String rule, String words, String says, List<Explanation> reasons) {
    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /** Tells a match; {@code a} was asked for, {@code b} stands on the list. */
    static Explanation of(Match match, Subject a, Subject b) {
        var roots = new ArrayList<Explanation>();
        NameExplanation names = match.names();
        var words = new ArrayList<Explanation>();
        for (NameExplanation.Pair pair : names.pairs()) {
            words.add(leaf(
                    pair.rule().name(),
                    "%s ~ %s: %s%s"
                            .formatted(
                                    pair.first(),
                                    pair.second(),
                                    pair.rule().words(),
                                    pair.detail().isEmpty() ? "" : " (" + pair.detail() + ")"),
                    String.format(Locale.ROOT, "%.2f, weight %.1f", pair.similarity(), pair.weight())));
        }
        if (names.cap() < 1) {
            words.add(leaf(
                    Rule.WORST_PAIR.name(),
                    Rule.WORST_PAIR.words(),
                    String.format(Locale.ROOT, "at most %.2f", names.cap())));
        }
        for (NameExplanation.Factor factor : names.factors()) {
            words.add(leaf(
                    factor.rule().name(),
                    factor.word().isEmpty()
                            ? factor.rule().words()
                            : factor.rule().words() + ": " + factor.word(),
                    String.format(Locale.ROOT, "× %.2f", factor.value())));
        }
        if (!names.removed().isEmpty()) {
            words.add(leaf("LEFT_OUT", "left out before comparing: " + String.join(", ", names.removed()), ""));
        }
        roots.add(new Explanation(
                "NAME",
                "the name “%s” against “%s”".formatted(names.first(), names.second()),
                String.format(Locale.ROOT, "%.2f", match.name()),
                words));
        match.facts()
                .forEach(fact -> roots.add(leaf(
                        fact.rule().name(),
                        fact.rule().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + fact.words(),
                        String.format(Locale.ROOT, "%+.1f bits", fact.bits()))));
        String open = notCompared(a, b);
        if (!open.isEmpty()) {
            roots.add(leaf("NOT_COMPARED", "not compared: " + open, ""));
        }
        return new Explanation(
                match.band().name(),
                match.band().words(),
                match.facts().isEmpty()
                        ? String.format(Locale.ROOT, "name %.2f, and no other fact on both sides", match.name())
                        : String.format(Locale.ROOT, "name %.2f, other facts %+.1f bits", match.name(), match.bits()),
                roots);
    }

    private static Explanation leaf(String rule, String words, String says) {
        return new Explanation(rule, words, says, List.of());
    }

    private static String notCompared(Subject a, Subject b) {
        var open = new TreeSet<String>();
        missing(open, "birth date", a.births().isEmpty(), b.births().isEmpty());
        missing(open, "country", a.countries().isEmpty(), b.countries().isEmpty());
        missing(open, "identifiers", a.identifiers().isEmpty(), b.identifiers().isEmpty());
        return String.join("; ", open);
    }

    private static void missing(TreeSet<String> open, String what, boolean asked, boolean listed) {
        if (asked || listed) {
            open.add(what
                    + (asked && listed
                            ? " (neither has it)"
                            : asked ? " (the question has none)" : " (the record has none)"));
        }
    }

    /** Returns the tree as lines for a terminal, the sentence first. */
    public String tree() {
        var out = new StringBuilder(words)
                .append(says.isEmpty() ? "" : " · " + says)
                .append('\n');
        branches(out, "");
        return out.toString();
    }

    private void branches(StringBuilder out, String before) {
        for (int i = 0; i < reasons.size(); i++) {
            Explanation reason = reasons.get(i);
            boolean last = i == reasons.size() - 1;
            out.append(before).append(last ? "└─ " : "├─ ").append(reason.words());
            out.append(reason.says().isEmpty() ? "" : "  " + reason.says()).append('\n');
            reason.branches(out, before + (last ? "   " : "│  "));
        }
    }
}
