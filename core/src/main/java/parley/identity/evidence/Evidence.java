package parley.identity.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.identity.Subject;
import parley.identity.Subject.Identifier;
import parley.identity.Subject.IdentifierType;
import parley.identity.Subject.Kind;
import parley.identity.Subject.Tie;

/** What two records say beside their names. */
public final class Evidence {
    /** No single fact counts for more. */
    public static final double CAP = 12;

    private static final int FEWEST_SIGNS = 5;

    private Evidence() {}

    /**
     * Returns the facts, each with its bits within ±{@link #CAP}, in a fixed order. Starting values of LISTS 2.1; the bench
     * program estimates them from judged pairs and reports how far they are off.
     */
    public static List<Fact> compare(Subject a, Subject b) {
        var facts = new ArrayList<Fact>();
        if (excludes(a.kind(), b.kind())) {
            facts.add(new Fact(Fact.Rule.KIND_EXCLUDED, "%s is no %s".formatted(a.kind(), b.kind()), -CAP));
        }
        add(facts, identifiers(a.identifiers(), b.identifiers()));
        add(facts, Births.compare(a.births(), b.births()));
        add(facts, countries(a, b));
        if (!a.genders().isEmpty()
                && !b.genders().isEmpty()
                && a.genders().stream().noneMatch(b.genders()::contains)) {
            facts.add(new Fact(Fact.Rule.GENDER_DIFFERS, a.genders() + " ≠ " + b.genders(), -5));
        }
        add(facts, alike(Fact.Rule.BIRTH_PLACE_ALIKE, a.birthPlaces(), b.birthPlaces(), 0.5, 3));
        add(facts, alike(Fact.Rule.POSITION_ALIKE, a.positions(), b.positions(), 0.4, 1));
        return List.copyOf(facts);
    }

    /** Returns whether a person is held against an organisation, or either against a vessel. */
    public static boolean excludes(Kind a, Kind b) {
        return a != b && a != Kind.OTHER && b != Kind.OTHER;
    }

    private static void add(List<Fact> facts, @Nullable Fact fact) {
        if (fact != null) {
            facts.add(fact);
        }
    }

    private static @Nullable Fact identifiers(List<Identifier> a, List<Identifier> b) {
        Fact best = null;
        boolean differ = false;
        for (Identifier one : a) {
            for (Identifier other : b) {
                if (one.knownFalse() || other.knownFalse()) {
                    continue;
                }
                Fact fact = compare(one, other);
                if (fact == null) {
                    continue;
                }
                if (fact.bits() < 0) {
                    differ |= isUnique(one.type());
                    best = best == null ? fact : best;
                } else if (best == null || fact.bits() > best.bits()) {
                    best = fact;
                }
            }
        }
        return best != null && best.bits() < 0 && !differ ? null : best;
    }

    private static @Nullable Fact compare(Identifier a, Identifier b) {
        String x = CheckDigits.plain(a.value());
        String y = CheckDigits.plain(b.value());
        if (x.length() < FEWEST_SIGNS || y.length() < FEWEST_SIGNS) {
            return null;
        }
        boolean sameType = a.type() == b.type();
        if (x.equals(y)) {
            if (!sameType && a.type() != IdentifierType.OTHER && b.type() != IdentifierType.OTHER && x.length() < 8) {
                return null;
            }
            if (a.issuer() != null && b.issuer() != null && !a.issuer().equals(b.issuer())) {
                return null;
            }
            boolean checked = CheckDigits.check(a.type(), x) == CheckDigits.Verdict.CHECKS
                    || CheckDigits.check(b.type(), y) == CheckDigits.Verdict.CHECKS;
            String words = "%s %s = %s".formatted(a.type(), a.value(), b.value());
            return checked
                    ? new Fact(Fact.Rule.IDENTIFIER_EQUAL, words, CAP)
                    : new Fact(Fact.Rule.IDENTIFIER_EQUAL_UNCHECKED, words, a.type() == IdentifierType.KPP ? 2 : 9);
        }
        if (!sameType || a.type() == IdentifierType.OTHER || x.length() != y.length()) {
            return null;
        }
        String words = "%s %s ≠ %s".formatted(a.type(), a.value(), b.value());
        int apart = 0;
        for (int i = 0; i < x.length(); i++) {
            apart += x.charAt(i) == y.charAt(i) ? 0 : 1;
        }
        boolean oneIsWrong = CheckDigits.check(a.type(), x) == CheckDigits.Verdict.WRONG
                || CheckDigits.check(b.type(), y) == CheckDigits.Verdict.WRONG;
        if (apart == 1 && oneIsWrong) {
            return new Fact(Fact.Rule.IDENTIFIER_SLIP, words + ", one digit, and one of them fails its check", 4);
        }
        return new Fact(Fact.Rule.IDENTIFIER_DIFFERS, words, a.type() == IdentifierType.IMO ? -CAP : -4);
    }

    /** A subject has one of these for life; of passports and tax numbers several. */
    private static boolean isUnique(IdentifierType type) {
        return switch (type) {
            case BY_PERSONAL, UNP, OGRN, EDRPOU, IMO, LEI, INN -> true;
            case KPP, MMSI, IBAN, SWIFT, PASSPORT, NATIONAL_ID, TAX, REGISTRATION, OTHER -> false;
        };
    }

    private static @Nullable Fact countries(Subject a, Subject b) {
        Set<String> x = codes(a);
        Set<String> y = codes(b);
        if (x.isEmpty() || y.isEmpty()) {
            return null;
        }
        var common = new TreeSet<>(x);
        common.retainAll(y);
        return common.isEmpty()
                ? new Fact(Fact.Rule.COUNTRY_DIFFERS, x + " ≠ " + y, -1.5)
                : new Fact(Fact.Rule.COUNTRY_EQUAL, String.join(", ", common), 1);
    }

    /** Former states stand for each that came of them, so they neither agree nor differ. */
    private static Set<String> codes(Subject subject) {
        var codes = new TreeSet<String>();
        boolean former = false;
        for (Subject.CountryTie tie : subject.countries()) {
            former |= Set.of("SU", "YU", "CS", "DD", "ZZ", "00").contains(tie.code());
            if (tie.tie() != Tie.BIRTH) {
                codes.add(tie.code());
            }
        }
        return former ? Set.of() : codes;
    }

    private static @Nullable Fact alike(Fact.Rule rule, List<String> a, List<String> b, double least, double bits) {
        for (String one : a) {
            Set<String> x = words(one);
            for (String other : b) {
                Set<String> y = words(other);
                var common = new HashSet<>(x);
                common.retainAll(y);
                if (!common.isEmpty() && common.size() >= least * Math.min(x.size(), y.size())) {
                    return new Fact(rule, "%s ~ %s".formatted(one, other), bits);
                }
            }
        }
        return null;
    }

    private static Set<String> words(String text) {
        var words = new HashSet<String>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() > 3) {
                words.add(word);
            }
        }
        return words;
    }
}
