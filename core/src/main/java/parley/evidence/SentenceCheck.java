package parley.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a text keeps to the scales: likelihood and confidence apart, one row of words, no word outside. */
public final class SentenceCheck {
    private static final Pattern SENTENCE = Pattern.compile("[^.!?;\n]+");
    private static final Pattern CONFIDENCE =
            words(Stream.of("low confidence", "moderate confidence", "high confidence"));
    private static final Pattern ANY_ROW =
            words(Arrays.stream(Likelihood.values()).flatMap(band -> band.words().stream()));

    /** "As soon as possible" judges nothing. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "(?<!\\bas )(?<!\\bif )(?<!\\bwhere )(?<!\\bwhen )(?<!\\bwherever )\\bpossible\\b|\\bpossibly\\b|\\bperhaps\\b|\\bmaybe\\b"
                    + "|\\bconceivabl[ye]\\b|\\bplausibl[ye]\\b|\\b(?:can ?not|can't) (?:be )?(?:exclude|rule out|discount)d?\\b"
                    + "|\\bcannot be ruled out\\b");

    private SentenceCheck() {}

    /** What a text does that the scales do not allow. */
    public enum Rule {
        LIKELIHOOD_WITH_CONFIDENCE,
        MIXED_ROWS,
        OUTSIDE_THE_SCALE
    }

    /**
     * One place.
     *
     * @param words what stands there
     * @param advice one sentence
     */
    public record Problem(Rule rule, String words, String advice) {}

    /** Returns what is wrong, in the order of the rules, each words once; empty if nothing is. */
    public static List<Problem> check(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s&&[^\n]]+", " ");
        var problems = new LinkedHashSet<Problem>();
        SENTENCE.matcher(plain).results().map(MatchResult::group).forEach(sentence -> {
            Set<String> likelihood = found(ANY_ROW, sentence);
            Set<String> confidence = found(CONFIDENCE, sentence);
            if (!likelihood.isEmpty() && !confidence.isEmpty()) {
                problems.add(new Problem(
                        Rule.LIKELIHOOD_WITH_CONFIDENCE,
                        likelihood.iterator().next() + ", "
                                + confidence.iterator().next(),
                        "Say how likely it is and how well founded that is in two sentences."));
            }
        });
        // A band has two names; the scale asks a text to keep to one row of names.
        List<String> first = ofRow(0, found(ANY_ROW, plain));
        List<String> second = ofRow(1, found(ANY_ROW, plain));
        if (!first.isEmpty() && !second.isEmpty()) {
            problems.add(new Problem(
                    Rule.MIXED_ROWS,
                    first.getFirst() + ", " + second.getFirst(),
                    "Keep to one row of the scale; \"%s\" is of the first and \"%s\" of the second."
                            .formatted(first.getFirst(), second.getFirst())));
        }
        for (String word : found(OUTSIDE, plain)) {
            problems.add(new Problem(
                    Rule.OUTSIDE_THE_SCALE,
                    word,
                    "\"%s\" is no judgement; write one of the seven bands, or that it cannot be judged."
                            .formatted(word)));
        }
        return new ArrayList<>(problems);
    }

    private static Pattern words(Stream<String> words) {
        return Pattern.compile(
                words.sorted(Comparator.comparingInt(String::length).reversed())
                        .map(SentenceCheck::quote)
                        .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    }

    /** A village can be remote without being a judgement. */
    private static String quote(String word) {
        return word.equals("remote") ? "remote(?= chance| possibility| probability| likelihood)" : Pattern.quote(word);
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new LinkedHashSet<String>();
        pattern.matcher(text).results().forEach(hit -> found.add(hit.group()));
        return found;
    }

    private static List<String> ofRow(int row, Set<String> words) {
        return words.stream()
                .filter(word -> Arrays.stream(Likelihood.values())
                        .anyMatch(band -> band.words().get(row).equals(word)))
                .toList();
    }
}
