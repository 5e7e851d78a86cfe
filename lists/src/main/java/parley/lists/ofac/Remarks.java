package parley.lists.ofac;

import java.util.List;
import java.util.Map;
import parley.lists.record.Draft;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Use;
import parley.lists.source.Texts;
import parley.lists.source.Whens;

/**
 * The remarks of an entry: {@code ; }-separated statements that begin with a key. An alias in quotes is a weak one. What
 * has no key that we know stays as a note in its own words.
 */
final class Remarks {
    /** Keys of numbers, as printed, with the kind they are. The longest that fits wins. */
    private static final List<Map.Entry<String, String>> NUMBERS = List.of(
            Map.entry("Vessel Registration Identification IMO", "imo"),
            Map.entry("Vessel Registration Identification", "imo"),
            Map.entry("Identification Number IMO", "imo"),
            Map.entry("Company Number IMO", "imo-company"),
            Map.entry("Other Vessel Call Sign", "call-sign"),
            Map.entry("MMSI", "mmsi"),
            Map.entry("Digital Currency Address -", "wallet"),
            Map.entry("Tax ID No.", "tax"),
            Map.entry("Registration Number", "registration"),
            Map.entry("Business Registration Number", "registration"),
            Map.entry("Commercial Registry Number", "registration"),
            Map.entry("Business Number", "registration"),
            Map.entry("Registration ID", "registration"),
            Map.entry("Company Number", "registration"),
            Map.entry("Enterprise Number", "registration"),
            Map.entry("Economic Register Number (CBLS)", "registration"),
            Map.entry("Chamber of Commerce Number", "registration"),
            Map.entry("C.R. No.", "registration"),
            Map.entry("Trade License No.", "registration"),
            Map.entry("Matricula Mercantil No", "registration"),
            Map.entry("Folio Mercantil No.", "registration"),
            Map.entry("Public Registration Number", "registration"),
            Map.entry("Government Gazette Number", "government-gazette"),
            Map.entry("Unified Social Credit Code (USCC)", "registration"),
            Map.entry("Legal Entity Number", "lei"),
            Map.entry("D-U-N-S Number", "duns"),
            Map.entry("SWIFT/BIC", "swift"),
            Map.entry("BIK (RU)", "bik"),
            Map.entry("V.A.T. Number", "tax"),
            Map.entry("RUC #", "tax"),
            Map.entry("NIT #", "tax"),
            Map.entry("R.F.C.", "tax"),
            Map.entry("RIF #", "tax"),
            Map.entry("Fiscal Code", "tax"),
            Map.entry("Italian Fiscal Code", "tax"),
            Map.entry("C.U.I.T.", "tax"),
            Map.entry("Diplomatic Passport", "passport"),
            Map.entry("Stateless Person Passport", "passport"),
            Map.entry("Passport", "passport"),
            Map.entry("National ID No.", "national-id"),
            Map.entry("National Foreign ID Number", "national-id"),
            Map.entry("Identification Number", "national-id"),
            Map.entry("Personal ID Card", "national-id"),
            Map.entry("Citizen's Card Number", "national-id"),
            Map.entry("Cedula No.", "national-id"),
            Map.entry("Cartilla de Servicio Militar Nacional", "national-id"),
            Map.entry("C.U.R.P.", "national-id"),
            Map.entry("D.N.I.", "national-id"),
            Map.entry("N.I.E.", "national-id"),
            Map.entry("Turkish Identification Number", "national-id"),
            Map.entry("SSN", "national-id"),
            Map.entry("Residency Number", "national-id"),
            Map.entry("Driver's License No.", "driving-licence"),
            Map.entry("Birth Certificate Number", "birth-certificate"),
            Map.entry("Travel Document Number", "travel-document"),
            Map.entry("Refugee ID Card", "travel-document"),
            Map.entry("Aircraft Tail Number", "tail-number"),
            Map.entry("Aircraft Manufacturer's Serial Number (MSN)", "aircraft-serial"),
            Map.entry("Aircraft Construction Number (also called L/N or S/N or F/N)", "aircraft-serial"),
            Map.entry("Serial No.", "aircraft-serial"),
            Map.entry("Phone Number", "phone"),
            Map.entry("Phone No.", "phone"),
            Map.entry("Email Address", "email"),
            Map.entry("Website", "website"),
            Map.entry("License", "licence"),
            Map.entry("ISIN", "isin"));

    /** By first letter, the longer key first: a statement is compared with a handful of keys only. */
    private static final Map<Character, List<Map.Entry<String, String>>> BY_LETTER = NUMBERS.stream()
            .sorted((a, b) -> b.getKey().length() - a.getKey().length())
            .collect(java.util.stream.Collectors.groupingBy(e -> e.getKey().charAt(0)));

    private Remarks() {}

    /** Reads the remarks into the draft; {@code sink} hears of dates that could not be read. */
    static void read(String remarks, Draft draft, java.util.function.Consumer<String> unreadDate) {
        int from = 0;
        while (from < remarks.length()) {
            int to = remarks.indexOf("; ", from);
            int end = to < 0 ? remarks.length() : to;
            String piece = Texts.strip(remarks.substring(from, end));
            if (piece.endsWith(".") && to < 0) {
                piece = piece.substring(0, piece.length() - 1);
            }
            if (!piece.isEmpty()) {
                statement(piece, draft, unreadDate);
            }
            from = to < 0 ? remarks.length() : to + 2;
        }
    }

    private static void statement(String given, Draft draft, java.util.function.Consumer<String> unreadDate) {
        String text = given.startsWith("alt. ") ? given.substring(5) : given;
        switch (text.charAt(0)) {
            case 'D' -> {
                if (text.startsWith("DOB ")) {
                    birth(text.substring(4), draft, unreadDate);
                    return;
                }
            }
            case 'P' -> {
                if (text.startsWith("POB ")) {
                    draft.birthPlace(text.substring(4));
                    return;
                }
            }
            case 'O' -> {
                if (text.startsWith("Organization Established Date ")) {
                    birth(text.substring(30), draft, unreadDate);
                    return;
                }
            }
            case 'n' -> {
                if (text.startsWith("nationality ")) {
                    draft.citizenship(Texts.cutEnd(text.substring(12), '.'));
                    return;
                }
            }
            case 'c' -> {
                if (text.startsWith("citizen ")) {
                    draft.citizenship(Texts.cutEnd(text.substring(8), '.'));
                    return;
                }
            }
            case 'G' -> {
                if (text.startsWith("Gender ")) {
                    draft.gender(Texts.cutEnd(text.substring(7), '.'));
                    return;
                }
            }
            case 'L' -> {
                if (text.startsWith("Linked To: ")) {
                    draft.relation("linked to", null, Texts.cutEnd(text.substring(11), '.'));
                    return;
                }
            }
            case 'a', 'f' -> {
                if (text.startsWith("a.k.a. '") || text.startsWith("f.k.a. '")) {
                    String name = text.substring(8, Math.max(8, text.lastIndexOf('\'')));
                    draft.name(name, text.charAt(0) == 'a' ? Use.ALIAS : Use.FORMER, Quality.WEAK);
                    return;
                }
            }
            default -> {
                // A number or a note, below.
            }
        }
        if (!number(text, draft)) {
            draft.note("remark", given);
        }
    }

    private static void birth(String text, Draft draft, java.util.function.Consumer<String> unreadDate) {
        for (var when : Whens.all(text)) {
            draft.births.add(when);
            if (!when.isRead()) {
                unreadDate.accept(text);
            }
        }
    }

    private static boolean number(String text, Draft draft) {
        for (var key : BY_LETTER.getOrDefault(text.charAt(0), List.of())) {
            if (text.startsWith(key.getKey())) {
                String rest = Texts.strip(text.substring(key.getKey().length()));
                int open = rest.endsWith(")") ? rest.lastIndexOf('(') : -1;
                String country = open > 0 ? rest.substring(open + 1, rest.length() - 1) : null;
                String number = Texts.cutEnd(open > 0 ? Texts.strip(rest.substring(0, open)) : rest, '.');
                if (number.isEmpty()) {
                    return false;
                }
                draft.identifier(key.getValue(), number, country);
                return true;
            }
        }
        return false;
    }
}
