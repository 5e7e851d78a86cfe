package parley.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parley.text.Source;
import parley.text.Span;

/**
 * Changes every threshold, deadline and default of a text by the least that matters, one at a time: what no scenario
 * notices, no scenario pins down.
 */
public final class Mutations {
    private static final Set<String> GUARDS = Set.of("keep", "ledger", "answer", "consult", "hold", "never", "always");
    private static final Set<String> SKIPPED = Set.of("runs", "track", "invites", "goal");
    private static final String LAPSES = "lapses";
    private static final String MEASURE_LAPSES = "the measure lapses";

    private final Source source;
    private final List<Mutation> found = new ArrayList<>();
    private String block = "";

    private Mutations(Source source) {
        this.source = source;
    }

    /** The text of one file with one change. */
    public record Mutation(Span at, String was, String becomes, Source changed) {}

    /** Returns the changes of one file; some of them may not make sense to the checker. */
    public static List<Mutation> of(Source source) {
        var mutations = new Mutations(source);
        Sentences.of(Lexer.tokens(source, new Problems())).forEach(mutations::sentence);
        return mutations.found;
    }

    private void sentence(List<Token> sentence) {
        Token first = sentence.getFirst();
        boolean heads = source.column(first.at().start()) == 1;
        String word = first.is("[") && sentence.size() > 3 ? sentence.get(3).text() : first.text();
        if (heads) {
            block = GUARDS.contains(word) ? "guard" : first.text();
        }
        switch (block) {
            case "concession", "step", "phase" -> {
                if (!SKIPPED.contains(first.text()) && !hasRuns(sentence)) {
                    numbers(sentence, 0);
                    defaults(sentence);
                }
            }
            case "guard" -> numbers(sentence, 0);
            case "indicator" -> stale(sentence);
            case "partner" -> undecided(sentence);
            default -> {}
        }
    }

    private static boolean hasRuns(List<Token> sentence) {
        return sentence.stream().anyMatch(t -> t.is("runs"));
    }

    private void numbers(List<Token> sentence, int from) {
        for (Token t : sentence.subList(from, sentence.size())) {
            if (t.kind() == Token.Kind.NUMBER && t.text().chars().allMatch(Character::isDigit)) {
                long n = Long.parseLong(t.text());
                change(t.at(), String.valueOf(n + 1));
                if (n > 0) {
                    change(t.at(), String.valueOf(n - 1));
                }
            } else if (t.kind() == Token.Kind.DATE) {
                java.time.LocalDate day = java.time.LocalDate.parse(t.text());
                change(t.at(), day.plusDays(1).toString());
                change(t.at(), day.minusDays(1).toString());
            }
        }
    }

    /** A measure that returns or whose relief ends is in force afterwards; only lapsing makes a difference. */
    private void defaults(List<Token> sentence) {
        for (int i = 2; i < sentence.size(); i++) {
            Token t = sentence.get(i);
            if (sentence.get(i - 1).is("it") && sentence.get(i - 2).is("then")) {
                change(t.at(), t.is(LAPSES) ? "returns" : LAPSES);
            }
        }
    }

    private void stale(List<Token> sentence) {
        for (int i = 0; i + 2 < sentence.size(); i++) {
            if (sentence.get(i).is("stale")) {
                numbers(sentence, i);
                return;
            }
        }
    }

    private void undecided(List<Token> sentence) {
        boolean says = sentence.size() > 3
                && sentence.getFirst().is("if")
                && sentence.get(1).is("undecided");
        if (says) {
            Span words = sentence.get(3).at().to(sentence.getLast().at());
            boolean lapses = text(words).equals(MEASURE_LAPSES);
            change(words, lapses ? "suspensions lapse and the measure returns" : MEASURE_LAPSES);
        }
    }

    private String text(Span at) {
        return source.text().substring(at.start(), at.end());
    }

    private void change(Span at, String becomes) {
        String text = source.text();
        String changed = text.substring(0, at.start()) + becomes + text.substring(at.end());
        found.add(new Mutation(at, text(at), becomes, new Source(source.name(), changed)));
    }
}
