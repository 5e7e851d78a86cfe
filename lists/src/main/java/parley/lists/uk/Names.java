package parley.lists.uk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Listing.LawDates;
import parley.lists.record.Listing.Measure;
import parley.lists.record.Name.Part;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Role;
import parley.lists.record.Name.Use;
import parley.lists.source.Sink;
import parley.lists.source.Texts;
import parley.lists.source.Whens;

/** What the British formats share: six parts of a name, its types and strengths, sanctions imposed, and days. */
final class Names {
    /** Leaving the European Union: the day of designation in the law of before is not given, only that it was no later. */
    private static final String EXIT_DAY = "2020-12-31";

    private Names() {}

    /** Name 1 is given, names 2 to 5 given or patronymic, name 6 the family or the organisation. */
    static List<Part> parts(@Nullable String[] names, boolean person) {
        var parts = new ArrayList<Part>(6);
        for (int i = 0; i < 5; i++) {
            if (names[i] != null) {
                parts.add(new Part(i == 0 ? Role.GIVEN : Role.OTHER, names[i]));
            }
        }
        if (names[5] != null) {
            parts.add(new Part(person ? Role.FAMILY : Role.WHOLE, names[5]));
        }
        return parts;
    }

    /** Case varies in the files: Primary Name, Primary name, ALias. */
    static Use use(@Nullable String type, String id, Sink sink) {
        return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
            case "primary name", "prime alias" -> Use.PRIMARY;
            case "primary name variation" -> Use.VARIANT;
            case "alias", "aka", "a.k.a", "a.k.a.", "" -> Use.ALIAS;
            case "fka", "f.k.a.", "f.k.a", "formerly known as" -> Use.FORMER;
            default -> {
                sink.unknownCode(id, "name type", String.valueOf(type));
                yield Use.ALIAS;
            }
        };
    }

    static Quality quality(@Nullable String strength, String id, Sink sink) {
        String text = strength == null ? "" : strength.toLowerCase(Locale.ROOT);
        if (text.startsWith("good quality")) {
            return Quality.STRONG;
        }
        if (text.startsWith("low quality")) {
            return Quality.WEAK;
        }
        if (!text.isEmpty()) {
            sink.unknownCode(id, "alias strength", text);
        }
        return Quality.UNKNOWN;
    }

    /** The day of designation; 31 December 2020 means "on that day or before". */
    static LawDates dates(@Nullable String designated, @Nullable String updated) {
        String day = dayOf(designated);
        return new LawDates(day, EXIT_DAY.equals(day), null, dayOf(updated), null);
    }

    static @Nullable String dayOf(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String day = Whens.day(text);
        return day == null ? text : day;
    }

    static void births(@Nullable String text, Draft draft, String id, Sink sink) {
        for (var when : Whens.all(text)) {
            if (!draft.births.contains(when)) {
                draft.births.add(when);
                if (!when.isRead()) {
                    sink.unreadDate(id, "DOB", when.printed());
                }
            }
        }
    }

    /** The {@code |}-separated sanctions imposed. */
    static void sanctions(@Nullable String text, Draft draft, String id, Sink sink) {
        for (String each : Texts.pieces(text, "|")) {
            String word = Texts.canonical(each).toLowerCase(Locale.ROOT);
            Measure measure = measure(word);
            if (measure == null) {
                sink.unknownCode(id, "sanctions imposed", each);
                draft.measure(Measure.OTHER);
            } else {
                draft.measure(measure);
            }
        }
    }

    private static @Nullable Measure measure(String word) {
        if (word.startsWith("asset freeze")) {
            return Measure.FREEZE;
        }
        if (word.startsWith("travel ban")) {
            return Measure.ENTRY;
        }
        if (word.startsWith("director disqualification")) {
            return Measure.DISQUALIFICATION;
        }
        if (word.contains("correspondent banking")) {
            return Measure.PAYMENT;
        }
        if (word.contains("arms embargo")) {
            return Measure.ARMS;
        }
        boolean ships = word.contains("ship") || word.contains("port entry") || word.contains("de-flag") || word.contains("transport") || word.contains("aircraft") || word.startsWith("deflag");
        if (ships) {
            return Measure.SHIPPING;
        }
        boolean sector = word.contains("trust services") || word.contains("internet services") || word.contains("business arrangements") || word.contains("representative offices") || word.contains("trade");
        return sector ? Measure.SECTOR : null;
    }
}
