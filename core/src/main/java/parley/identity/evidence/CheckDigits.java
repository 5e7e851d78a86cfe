package parley.identity.evidence;

import java.util.Locale;
import parley.identity.Subject.IdentifierType;

/** Numbers that carry a digit to check them: a match of two that check is no typing error. */
public final class CheckDigits {
    private static final String CYRILLIC = "АВЕКМНОРСТУХІ";
    private static final String LATIN = "ABEKMHOPCTYXI";

    private CheckDigits() {}

    /** What the digits of a number say about it. */
    public enum Verdict {
        CHECKS,
        WRONG,
        /** The number has no check digit, or not the length of its kind. */
        UNCHECKED
    }

    /** Returns the number without blanks, dots, dashes, "№", labels and brackets, Latin capitals for look-alikes. */
    public static String plain(String value) {
        int bracket = value.indexOf('(');
        String whole = bracket > 0 ? value.substring(0, bracket) : value;
        var out = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            char c = Character.toUpperCase(whole.charAt(i));
            int at = CYRILLIC.indexOf(c);
            c = at >= 0 ? LATIN.charAt(at) : c;
            if (c >= '0' && c <= '9' || Character.isLetter(c)) {
                out.append(c);
            }
        }
        String text = out.toString().toUpperCase(Locale.ROOT);
        return text.startsWith("IMO") && text.length() == 10 ? text.substring(3) : text;
    }

    /** Returns what the check digit says about a number without blanks. */
    public static Verdict check(IdentifierType type, String plain) {
        return switch (type) {
            case BY_PERSONAL -> plain.length() == 14 ? verdict(belarusPersonal(plain)) : Verdict.UNCHECKED;
            case UNP -> plain.length() == 9 ? verdict(unp(plain)) : Verdict.UNCHECKED;
            case INN ->
                isDigits(plain) && (plain.length() == 10 || plain.length() == 12)
                        ? verdict(inn(plain))
                        : Verdict.UNCHECKED;
            case OGRN ->
                isDigits(plain) && (plain.length() == 13 || plain.length() == 15)
                        ? verdict(ogrn(plain))
                        : Verdict.UNCHECKED;
            case EDRPOU -> isDigits(plain) && plain.length() == 8 ? verdict(edrpou(plain)) : Verdict.UNCHECKED;
            case IMO -> isDigits(plain) && plain.length() == 7 ? verdict(imo(plain)) : Verdict.UNCHECKED;
            case LEI -> plain.length() == 20 ? verdict(mod97(plain)) : Verdict.UNCHECKED;
            case IBAN ->
                plain.length() >= 15 && plain.length() <= 34
                        ? verdict(mod97(plain.substring(4) + plain.substring(0, 4)))
                        : Verdict.UNCHECKED;
            case KPP, MMSI, SWIFT, PASSPORT, NATIONAL_ID, TAX, REGISTRATION, OTHER -> Verdict.UNCHECKED;
        };
    }

    private static Verdict verdict(boolean checks) {
        return checks ? Verdict.CHECKS : Verdict.WRONG;
    }

    /** Century and sex digit, DDMMYY, a letter, three digits, PB, BA or BI, check digit: weights 7, 3, 1. */
    private static boolean belarusPersonal(String number) {
        if (!number.matches("[1-6]\\d{6}[ABCEHKM]\\d{3}(PB|BA|BI)\\d")) {
            return false;
        }
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += weights[i % 3] * value(number.charAt(i));
        }
        return sum % 10 == number.charAt(13) - '0';
    }

    private static int value(char c) {
        return c <= '9' ? c - '0' : c - 'A' + 10;
    }

    private static boolean unp(String number) {
        int[] weights = {29, 23, 19, 17, 13, 7, 5, 3};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            char c = number.charAt(i);
            int digit = c >= '0' && c <= '9' ? c - '0' : i == 0 ? value(c) : i == 1 ? "ABCEHKMOPT".indexOf(c) : -1;
            if (digit < 0) {
                return false;
            }
            sum += weights[i] * digit;
        }
        return sum % 11 == number.charAt(8) - '0';
    }

    private static boolean inn(String number) {
        int[] last = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
        return number.length() == 10
                ? weighted(number, last, 2, 9)
                : weighted(number, last, 1, 10) && weighted(number, last, 0, 11);
    }

    private static boolean weighted(String number, int[] weights, int skip, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += weights[i + skip] * (number.charAt(i) - '0');
        }
        return sum % 11 % 10 == number.charAt(length) - '0';
    }

    private static boolean ogrn(String number) {
        int length = number.length();
        long head = Long.parseLong(number.substring(0, length - 1));
        return head % (length == 13 ? 11 : 13) % 10 == number.charAt(length - 1) - '0';
    }

    private static boolean edrpou(String number) {
        int value = Integer.parseInt(number);
        boolean middle = value >= 30_000_000 && value <= 60_000_000;
        int sum = 0;
        int second = 0;
        for (int i = 0; i < 7; i++) {
            int weight = middle ? (i + 6) % 7 + 1 : i + 1;
            sum += weight * (number.charAt(i) - '0');
            second += (weight + 2) * (number.charAt(i) - '0');
        }
        int digit = sum % 11 < 10 ? sum % 11 : second % 11 % 10;
        return digit == number.charAt(7) - '0';
    }

    private static boolean imo(String number) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (7 - i) * (number.charAt(i) - '0');
        }
        return sum % 10 == number.charAt(6) - '0';
    }

    /** ISO 7064 mod 97-10. */
    private static boolean mod97(String number) {
        int rest = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
                return false;
            }
            rest = (c <= '9' ? rest * 10 + (c - '0') : rest * 100 + value(c)) % 97;
        }
        return rest == 1;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
