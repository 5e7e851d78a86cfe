package parley.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.text.Edit;
import parley.text.Fix;
import parley.text.Span;

/** Says what to write instead of signs that a roadmap does not use; only what nobody sees may be deleted by a program. */
final class OddCharacters {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4})(?![\\d.])");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.])");
    private static final String OPENING = "“„”«»‟";
    private static final String CLOSING = "”“«»\"";

    private OddCharacters() {}

    /** A date in another spelling than the one of the language, and the days it can mean, the likeliest first; none if it is no day. */
    record OtherDate(String text, List<LocalDate> days) {
        Fix fix(Span at) {
            if (days.size() == 1) {
                return Fix.replace("write `%s`".formatted(days.getFirst()), at, String.valueOf(days.getFirst()));
            }
            return Fix.advice("write `%s` if the day stands first, `%s` if the month does"
                    .formatted(days.getFirst(), days.getLast()));
        }
    }

    /** Returns the date with strokes or points that begins at {@code from}, or {@code null}. */
    static @Nullable OtherDate date(String text, int from, int limit) {
        Matcher day = DAY_FIRST.matcher(text).region(from, limit);
        if (day.lookingAt()) {
            List<LocalDate> days = new ArrayList<>();
            add(days, day.group(4), day.group(3), day.group(1));
            add(days, day.group(4), day.group(1), day.group(3));
            return new OtherDate(day.group(), days);
        }
        Matcher year = YEAR_FIRST.matcher(text).region(from, limit);
        if (year.lookingAt()) {
            List<LocalDate> days = new ArrayList<>();
            add(days, year.group(1), year.group(3), year.group(4));
            return new OtherDate(year.group(), days);
        }
        return null;
    }

    /** Returns the day that a date in another spelling most likely means, or {@code null} if it means none. */
    static @Nullable LocalDate likeliest(String text) {
        OtherDate date = date(text, 0, text.length());
        return date == null || date.days().isEmpty() ? null : date.days().getFirst();
    }

    private static void add(List<LocalDate> days, String year, String month, String day) {
        try {
            LocalDate made = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            if (!days.contains(made)) {
                days.add(made);
            }
        } catch (DateTimeException noSuchDay) {
            // The other reading may be a day.
        }
    }

    /** Says whether {@code c} begins a text in the quotes of a word processor. */
    static boolean opensText(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    /** Returns where the quote stands that closes the text opened at {@code open}, or -1 if none does before {@code end}. */
    static int closingQuote(String text, int open, int end) {
        for (int i = open + 1; i < end; i++) {
            if (CLOSING.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Says whether {@code c} ends a text, straight or not. */
    static boolean closesText(char c) {
        return CLOSING.indexOf(c) >= 0;
    }

    static Fix straightQuotes(String file, int open, int close) {
        return new Fix(
                "write straight quotes",
                List.of(
                        new Edit(new Span(file, open, open + 1), "\""),
                        new Edit(new Span(file, close, close + 1), "\"")));
    }

    /** Names a character: itself where it can be seen, and its number. */
    static String name(int character) {
        String number = "U+%04X".formatted(character);
        return visible(character) ? "`%s` (%s)".formatted(Character.toString(character), number) : number;
    }

    static Fix fix(int character, Span at) {
        if (visible(character)) {
            return Fix.advice("say it with letters, digits and the marks of the language, or take it out");
        }
        return isSpace(character) ? Fix.replace("write a space", at, " ") : Fix.replace("delete it", at, "");
    }

    static boolean turnsDirection(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069') || c == '\u200E' || c == '\u200F';
    }

    private static boolean isSpace(int character) {
        return Character.isSpaceChar(character) || Character.isWhitespace(character);
    }

    /** What has a shape of its own on paper. */
    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
