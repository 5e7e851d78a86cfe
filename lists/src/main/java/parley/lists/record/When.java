package parley.lists.record;

import org.jspecify.annotations.Nullable;

/**
 * A date as far as it is known. Zero stands for a part that is not given.
 *
 * @param year Gregorian, 0 if the text could not be understood
 * @param month 1 to 12, or 0
 * @param day 1 to 31, or 0
 * @param untilYear the last year of a range, or 0
 * @param circa the publisher says about, approximately, circa
 * @param calendar null for the Gregorian one, else the calendar the printed parts were in
 * @param printed the text it was read from
 */
public record When(
        int year, int month, int day, int untilYear, boolean circa, @Nullable String calendar, String printed) {

    public When {
        if (month < 0 || month > 12 || day < 0 || day > 31 || (day > 0 && month == 0)) {
            throw new IllegalArgumentException("No date: %d-%d-%d from `%s`.".formatted(year, month, day, printed));
        }
    }

    /** A text that is kept because nobody could read it as a date. */
    public static When unread(String printed) {
        return new When(0, 0, 0, 0, false, null, printed);
    }

    /** Whether at least the year is known. */
    public boolean isRead() {
        return year > 0;
    }

    /** ISO as far as known: 1965, 1965-08, 1965-08-15, 1960/1965, with ~ for circa; the printed text if unread. */
    public String shown() {
        if (!isRead()) {
            return printed;
        }
        var out = new StringBuilder(12);
        if (circa) {
            out.append('~');
        }
        digits(out, year, 4);
        if (untilYear > 0) {
            digits(out.append('/'), untilYear, 4);
        } else if (month > 0) {
            digits(out.append('-'), month, 2);
            if (day > 0) {
                digits(out.append('-'), day, 2);
            }
        }
        return out.toString();
    }

    private static void digits(StringBuilder out, int number, int width) {
        String digits = Integer.toString(number);
        out.repeat("0", Math.max(0, width - digits.length())).append(digits);
    }
}
