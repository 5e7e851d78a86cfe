package parley.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Declaration;

/** Sentences of the standing in parts, so that each name of the case becomes a link to what it is. */
public final class Prose {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*|\\d{4}-\\d\\d-\\d\\d");

    private Prose() {}

    /**
     * A stretch of a sentence.
     *
     * @param name the declaration it names, or {@code null}
     */
    public record Part(String text, @Nullable String name) {}

    /** Returns the parts of a sentence in order. */
    public static List<Part> of(Case theCase, String told) {
        // The sentences put names in ticks, for a terminal; here a name is a link and needs none.
        String sentence = told.replace("`", "");
        List<Part> parts = new ArrayList<>();
        Matcher word = WORD.matcher(sentence);
        int from = 0;
        while (word.find()) {
            Declaration d = theCase.named(word.group());
            boolean day = Character.isDigit(word.group().charAt(0));
            // A short name may be a plain word too ("us"); only names that cannot be one become links.
            boolean isName = d != null
                    && (word.group().indexOf('-') > 0
                            || (!d.title().isEmpty() && word.group().length() > 3));
            if (!day && !isName) {
                continue;
            }
            if (word.start() > from) {
                parts.add(new Part(sentence.substring(from, word.start()), null));
            }
            parts.add(day ? new Part(dayOf(word.group()), null) : new Part(heading(d, word.group()), word.group()));
            from = word.end();
        }
        if (from < sentence.length()) {
            parts.add(new Part(sentence.substring(from), null));
        }
        return parts;
    }

    private static String heading(@Nullable Declaration d, String name) {
        return d == null || d.title().isEmpty() ? name : "“" + d.title() + "”";
    }

    private static String dayOf(String text) {
        try {
            return Words.day(java.time.LocalDate.parse(text));
        } catch (java.time.DateTimeException e) {
            return text;
        }
    }

    /** Returns the title of a name for people; the name itself where it has none. */
    public static String heading(Case theCase, String name) {
        Declaration d = theCase.named(name);
        if (d != null) {
            return d.heading();
        }
        return name.equals(theCase.counterpart()) && !theCase.counterpartTitle().isEmpty()
                ? theCase.counterpartTitle()
                : name;
    }
}
