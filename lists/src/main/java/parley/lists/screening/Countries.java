package parley.lists.screening;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries as lists print them, and their ISO 3166-1 codes. */
public final class Countries {
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(code, code);
            codes.put(country.getISO3Country(), code);
            codes.put(key(country.getDisplayCountry(Locale.ENGLISH)), code);
            codes.put(key(country.getDisplayCountry(Locale.FRENCH)), code);
            codes.put(key(country.getDisplayCountry(Locale.GERMAN)), code);
        }
        codes.putAll(Map.ofEntries(
                Map.entry("BELARUSIAN", "BY"),
                Map.entry("REPUBLIC OF BELARUS", "BY"),
                Map.entry("BELORUSSIA", "BY"),
                Map.entry("RUSSIAN", "RU"),
                Map.entry("RUSSIAN FEDERATION", "RU"),
                Map.entry("UKRAINIAN", "UA"),
                Map.entry("UK", "GB"),
                Map.entry("USSR", "SU"),
                Map.entry("SOVIET UNION", "SU"),
                Map.entry("SU", "SU"),
                Map.entry("IRAN ISLAMIC REPUBLIC OF", "IR"),
                Map.entry("IRANIAN", "IR"),
                Map.entry("SYRIAN ARAB REPUBLIC", "SY"),
                Map.entry("SYRIAN", "SY"),
                Map.entry("KOREA NORTH", "KP"),
                Map.entry("DEMOCRATIC PEOPLES REPUBLIC OF KOREA", "KP"),
                Map.entry("KOREA SOUTH", "KR"),
                Map.entry("BURMA", "MM"),
                Map.entry("TURKEY", "TR"),
                Map.entry("CZECH REPUBLIC", "CZ"),
                Map.entry("MOLDOVA REPUBLIC OF", "MD"),
                Map.entry("REPUBLIC OF MOLDOVA", "MD"),
                Map.entry("SERBIAN", "RS"),
                Map.entry("KAZAKH", "KZ"),
                Map.entry("CHINESE", "CN")));
        return Map.copyOf(codes);
    }

    private static String key(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L} ]+", "")
                .replaceAll(" +", " ")
                .strip();
    }

    /** Returns the code of a country given in words or as a code of two or three letters; null if it is not understood. */
    public static @Nullable String code(String printed) {
        return CODES.get(key(printed));
    }
}
