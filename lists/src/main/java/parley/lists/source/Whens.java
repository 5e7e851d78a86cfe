package parley.lists.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.lists.record.When;

/**
 * Reads dates as lists print them: {@code 12 Aug 1954}, {@code Aug 1954}, {@code circa 1960}, {@code 1960 to 1965},
 * {@code 00/08/1970}, {@code 21.11.1964 / 1965}, {@code 1959, 1960 or 1961}, {@code a) … b) …}, {@code 1963年},
 * {@code Jan-75}, Excel serials. What it cannot read stays as text. No regular expression: linear in the text.
 */
public final class Whens {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    /** Two-digit years begin here (Canada: a minister born in 1924 was on the list, none later than 2023). */
    private static final int FIRST_SHORT_YEAR = 1924;

    private Whens() {}

    /** All dates in a text; each unread piece is one {@link When#unread}. */
    public static List<When> all(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var found = new ArrayList<When>(2);
        for (String item : Texts.enumerated(text)) {
            one(item, found);
        }
        return found;
    }

    /** A full day in ISO from {@code dd/mm/yyyy}, {@code yyyy-mm-dd}, {@code 12 Aug 1954}, a serial …; null if the text is none. */
    public static @Nullable String day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<When> all = all(text);
        if (all.size() != 1 || all.getFirst().day() == 0) {
            return null;
        }
        return all.getFirst().shown();
    }

    /** A full day in ISO from {@code mm/dd/yyyy}, as the United States print it; null if the text is none. */
    public static @Nullable String americanDay(@Nullable String text) {
        List<String> parts = Texts.pieces(text, "/");
        if (parts.size() != 3) {
            return null;
        }
        try {
            return LocalDate.of(
                            Integer.parseInt(parts.get(2)),
                            Integer.parseInt(parts.get(0)),
                            Integer.parseInt(parts.get(1)))
                    .toString();
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** Turns a day of the Islamic calendar (Umm al-Qura) into ours; parts that are not given stay open. */
    public static When islamic(int year, int month, int day, boolean circa, String printed) {
        try {
            var from = LocalDate.from(HijrahDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day));
            if (month > 0 && day > 0) {
                return new When(
                        from.getYear(), from.getMonthValue(), from.getDayOfMonth(), 0, circa, "ISLAMIC", printed);
            }
            int until = LocalDate.from(HijrahDate.of(year, month == 0 ? 12 : month, 29))
                    .getYear();
            return new When(from.getYear(), 0, 0, until == from.getYear() ? 0 : until, circa, "ISLAMIC", printed);
        } catch (DateTimeException e) {
            return When.unread(printed);
        }
    }

    private static void one(String item, List<When> found) {
        String text = Texts.cutEnd(Texts.canonical(item), '.');
        When whole = read(text, item);
        if (whole != null) {
            found.add(whole);
            return;
        }
        int slash = text.indexOf('/');
        boolean twoDays = slash > 0 && slash == text.lastIndexOf('/') && text.indexOf('.') > 0;
        List<String> pieces = twoDays
                ? Texts.pieces(text, "/")
                : Texts.piecesAt(text, " or ", " OR ", ";", " / ", ",", " and ", "\n", "、", "又は", "または", "或は");
        boolean some = false;
        if (pieces.size() > 1) {
            var read = new ArrayList<When>();
            for (String piece : pieces) {
                When when = read(Texts.cutEnd(piece, '.'), piece);
                if (when != null) {
                    read.add(when);
                }
            }
            some = read.size() == pieces.size() || read.size() > 1;
            if (some) {
                found.addAll(read);
            }
        }
        if (!some) {
            found.add(When.unread(item));
        }
    }

    private static @Nullable When read(String given, String printed) {
        String text = given.toLowerCase(Locale.ROOT);
        boolean circa = false;
        boolean again = true;
        while (again) {
            again = false;
            for (String word : CIRCA) {
                if (text.startsWith(word)) {
                    text = Texts.strip(text.substring(word.length()));
                    circa = true;
                    again = true;
                }
            }
            for (String word : SAYS_NOTHING) {
                if (text.startsWith(word)) {
                    text = Texts.strip(text.substring(word.length()));
                    again = true;
                }
            }
        }
        int bracket = text.indexOf('(');
        if (bracket > 0 && text.endsWith(")")) {
            circa |= text.contains("approx") || text.contains("circa");
            text = Texts.strip(text.substring(0, bracket));
        }
        if (text.endsWith("s")
                && text.length() >= 5
                && isNumber(text.substring(text.length() - 5, text.length() - 1))) {
            return decade(text, printed);
        }
        When range = range(text, circa, printed);
        return range != null ? range : single(text, circa, printed);
    }

    private static final List<String> CIRCA = List.of(
            "approximately",
            "approx.",
            "approx",
            "circa",
            "around",
            "about",
            "between approximately",
            "c.",
            "ca.",
            "en torno a",
            "estimated",
            "environ",
            "possibly",
            "probably",
            "(probably)");
    private static final List<String> SAYS_NOTHING = List.of(
            "born in the",
            "born in",
            "born on",
            "born",
            "dob:",
            "dob",
            "alt. dob",
            "d.o.b",
            "between",
            "date of birth:",
            "in ",
            ":");

    private static @Nullable When decade(String text, String printed) {
        int year = Integer.parseInt(text.substring(text.length() - 5, text.length() - 1));
        String before = Texts.strip(text.substring(0, text.length() - 5));
        int from = before.startsWith("late") ? 7 : before.startsWith("mid") ? 4 : 0;
        int to = before.startsWith("early") ? 3 : before.startsWith("mid") ? 6 : 9;
        return year % 10 == 0 && (before.isEmpty() || from + to != 9 || before.equals("the"))
                ? new When(year + from, 0, 0, year + to, true, null, printed)
                : null;
    }

    private static @Nullable When range(String text, boolean circa, String printed) {
        for (String between : new String[] {" to ", " and ", "-", " - ", "–", " – ", "～", "/", "〜"}) {
            int at = text.indexOf(between);
            if (at < 4) {
                continue;
            }
            String first = Texts.strip(text.substring(0, at));
            String second = Texts.strip(text.substring(at + between.length()));
            int from = trailingYear(first);
            int until = trailingYear(second);
            boolean years = isNumber(first) && first.length() == 4 && second.length() == 4;
            boolean dates = (between.equals(" to ")
                            || (between.equals(" and ")
                                    && printed.toLowerCase(Locale.ROOT).contains("between")))
                    && single(first, false, first) != null
                    && single(second, false, second) != null;
            if ((years || dates) && from > 0 && until >= from) {
                return new When(from, 0, 0, until == from ? 0 : until, circa, null, printed);
            }
        }
        // 23/11/1967-1969: a day and month with a range of years, as New Zealand prints it for unknown days.
        int dash = text.lastIndexOf('-');
        if (dash == text.length() - 5 && text.indexOf('/') > 0 && isNumber(text.substring(dash + 1))) {
            int from = trailingYear(text.substring(0, dash));
            int until = Integer.parseInt(text.substring(dash + 1));
            return from > 0 && until >= from ? new When(from, 0, 0, until, circa, null, printed) : null;
        }
        return null;
    }

    private static int trailingYear(String text) {
        int n = text.length();
        if (n < 4 || !isNumber(text.substring(n - 4)) || (n > 4 && Character.isDigit(text.charAt(n - 5)))) {
            return 0;
        }
        int year = Integer.parseInt(text.substring(n - 4));
        return year >= 1000 && year <= 2999 ? year : 0;
    }

    /** One day, month or year: words and numbers in any usual order. */
    private static @Nullable When single(String text, boolean circa, String printed) {
        boolean iso = text.length() > 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        if (iso
                && (text.charAt(10) == 't'
                        || text.charAt(10) == 'z'
                        || (text.length() == 16 && text.charAt(13) == ':'))) {
            // A moment, or a day with its offset (the United Nations): the day is what is meant.
            return single(text.substring(0, 10), circa, printed);
        }
        var numbers = new int[3];
        var lengths = new int[3];
        int count = 0;
        int month = 0;
        int monthAt = -1;
        boolean open = false;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int from = i;
            if (c >= '0' && c <= '9') {
                while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                    i++;
                }
                if (count == 3 || i - from > 5) {
                    return null;
                }
                lengths[count] = i - from;
                numbers[count++] = Integer.parseInt(text.substring(from, i));
            } else if (Character.isLetter(c)) {
                while (i < text.length() && Character.isLetter(text.charAt(i))) {
                    i++;
                }
                String word = text.substring(from, i);
                int named = month(word);
                if (named > 0 && month == 0) {
                    month = named;
                    monthAt = count;
                } else if (word.equals("dd") || word.equals("mm") || word.equals("xx")) {
                    if (count == 3) {
                        return null;
                    }
                    lengths[count] = 2;
                    numbers[count++] = 0;
                } else if (word.equals("yy") && lengths[Math.max(0, count - 1)] == 2) {
                    open = true;
                } else if (!PARTICLES.contains(word)) {
                    return null;
                }
            } else if (" ./-,'–年月日".indexOf(c) >= 0) {
                i++;
            } else {
                return null;
            }
        }
        if (open) {
            return count > 0
                    ? new When(numbers[count - 1] * 100, 0, 0, numbers[count - 1] * 100 + 99, true, null, printed)
                    : null;
        }
        return month > 0
                ? named(numbers, lengths, count, month, monthAt, circa, printed)
                : numeric(numbers, lengths, count, circa, printed);
    }

    private static final java.util.Set<String> PARTICLES =
            java.util.Set.of("st", "nd", "rd", "th", "of", "年", "月", "日", "de", "生", "年生", "日生", "月生");

    private static int month(String word) {
        if (word.length() < 3) {
            return 0;
        }
        int month = MONTHS.indexOf(word.substring(0, 3)) + 1;
        if (month == 0 || word.length() == 3) {
            return month;
        }
        return FULL_MONTHS.get(month - 1).startsWith(word) || word.equals("sept") ? month : 0;
    }

    private static final List<String> FULL_MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static @Nullable When named(
            int[] numbers, int[] lengths, int count, int month, int monthAt, boolean circa, String printed) {
        if (count == 1) {
            int year = lengths[0] == 4 ? numbers[0] : lengths[0] == 2 && monthAt == 0 ? shortYear(numbers[0]) : 0;
            return year == 0 ? null : of(year, month, 0, circa, printed);
        }
        if (count == 2) {
            return lengths[1] == 4
                    ? of(numbers[1], month, numbers[0], circa, printed)
                    : lengths[0] == 4
                            ? of(numbers[0], month, numbers[1], circa, printed)
                            : lengths[1] == 2 ? of(shortYear(numbers[1]), month, numbers[0], circa, printed) : null;
        }
        return null;
    }

    private static int shortYear(int year) {
        return 1900 + year < FIRST_SHORT_YEAR ? 2000 + year : 1900 + year;
    }

    private static @Nullable When numeric(int[] n, int[] lengths, int count, boolean circa, String printed) {
        if (count == 1) {
            if (lengths[0] == 4 && n[0] < 3000) {
                return of(n[0], 0, 0, circa, printed);
            }
            return lengths[0] >= 4 && n[0] <= 60_000 ? serial(n[0], circa, printed) : null;
        }
        if (count == 2) {
            return lengths[1] == 4
                    ? of(n[1], n[0], 0, circa, printed)
                    : lengths[0] == 4 ? of(n[0], n[1], 0, circa, printed) : null;
        }
        if (count == 3 && lengths[0] == 4) {
            return of(n[0], n[1], n[2], circa, printed);
        }
        if (count == 3 && lengths[2] == 4) {
            // 09/30/1978 stands beside 23/11/1973: only the month can be above twelve by mistake.
            return n[1] > 12 && n[0] <= 12
                    ? of(n[2], n[0], n[1], circa, printed)
                    : of(n[2], n[1], n[0], circa, printed);
        }
        return null;
    }

    /** Day of an Excel serial; 60 is the day that Excel invented, all lists begin later. */
    private static When serial(int serial, boolean circa, String printed) {
        LocalDate day = LocalDate.of(1899, 12, 30).plusDays(serial);
        return new When(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), 0, circa, null, printed);
    }

    private static @Nullable When of(int year, int month, int day, boolean circa, String printed) {
        boolean fits = year >= 1000 && year <= 2999 && month <= 12 && day <= 31 && (month > 0 || day == 0);
        if (!fits) {
            return null;
        }
        if (day > 0 && day > LocalDate.of(year, month, 1).lengthOfMonth()) {
            return null;
        }
        return new When(year, month, day, 0, circa, null, printed);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
