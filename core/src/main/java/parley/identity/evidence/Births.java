package parley.identity.evidence;

import java.util.List;
import parley.identity.Subject.Birth;

/** What two sets of dates of birth say. */
final class Births {
    private Births() {}

    /** Returns the fact most in favour, or null if a side has no date. Cost: every date against every other. */
    static @org.jspecify.annotations.Nullable Fact compare(List<Birth> a, List<Birth> b) {
        Fact best = null;
        for (Birth one : a) {
            for (Birth other : b) {
                Fact fact = compare(one, other);
                if (best == null || fact.bits() > best.bits()) {
                    best = fact;
                }
            }
        }
        return best;
    }

    static Fact compare(Birth a, Birth b) {
        boolean overlap = a.yearFrom() <= b.yearTo() && b.yearFrom() <= a.yearTo();
        if (a.isFull() && b.isFull()) {
            return full(a, b);
        }
        if (overlap) {
            if (a.month() > 0 && b.month() > 0) {
                return a.month() == b.month()
                        ? fact(Fact.Rule.BIRTH_MONTH_EQUAL, a, "=", b, 5)
                        : fact(Fact.Rule.BIRTH_DIFFERS, a, "≠", b, -1);
            }
            int width = Math.max(a.yearTo() - a.yearFrom(), b.yearTo() - b.yearFrom());
            return fact(Fact.Rule.BIRTH_YEAR_EQUAL, a, "=", b, width == 0 ? 3 : width <= 3 ? 1.5 : 0.5);
        }
        int apart = Math.max(a.yearFrom() - b.yearTo(), b.yearFrom() - a.yearTo());
        int tolerance = a.circa() || b.circa() ? 3 : 1;
        return apart <= tolerance
                ? fact(Fact.Rule.BIRTH_NEXT_YEAR, a, "near", b, -1)
                : fact(Fact.Rule.BIRTH_OTHER_YEAR, a, "≠", b, -6);
    }

    private static Fact full(Birth a, Birth b) {
        if (a.equals(b)) {
            boolean january = a.day() == 1 && a.month() == 1;
            return january
                    ? fact(Fact.Rule.BIRTH_FIRST_OF_JANUARY, a, "=", b, 3)
                    : fact(Fact.Rule.BIRTH_DAY_EQUAL, a, "=", b, 9);
        }
        boolean sameYear = a.yearFrom() == b.yearFrom();
        if (sameYear && a.day() == b.month() && a.month() == b.day()) {
            return fact(Fact.Rule.BIRTH_SWAPPED, a, "swapped", b, 5);
        }
        if (sameYear && (january(a) || january(b))) {
            return fact(Fact.Rule.BIRTH_YEAR_EQUAL, a, "=", b, 2);
        }
        if (digitsApart(a, b) == 1) {
            return fact(Fact.Rule.BIRTH_ONE_DIGIT, a, "one digit from", b, 2);
        }
        int years = Math.abs(a.yearFrom() - b.yearFrom());
        return years > 1
                ? fact(Fact.Rule.BIRTH_OTHER_YEAR, a, "≠", b, -6)
                : fact(Fact.Rule.BIRTH_DIFFERS, a, "≠", b, -5);
    }

    private static boolean january(Birth birth) {
        return birth.day() == 1 && birth.month() == 1;
    }

    private static int digitsApart(Birth a, Birth b) {
        String one = digits(a);
        String other = digits(b);
        int apart = 0;
        for (int i = 0; i < one.length(); i++) {
            apart += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return apart;
    }

    private static String digits(Birth birth) {
        return String.valueOf(1_0000_00_00L + birth.yearFrom() * 10_000L + birth.month() * 100L + birth.day());
    }

    private static Fact fact(Fact.Rule rule, Birth a, String how, Birth b, double bits) {
        return new Fact(rule, "%s %s %s".formatted(words(a), how, words(b)), bits);
    }

    private static String words(Birth birth) {
        String years = birth.yearFrom() == birth.yearTo()
                ? String.valueOf(birth.yearFrom())
                : birth.yearFrom() + "–" + birth.yearTo();
        String day = birth.day() > 0
                ? birth.day() + "." + birth.month() + "."
                : birth.month() > 0 ? birth.month() + "/" : "";
        return (birth.circa() ? "about " : "") + day + years;
    }
}
