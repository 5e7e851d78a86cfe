package parley.lists.eu;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Draft;
import parley.lists.record.Name.Quality;
import parley.lists.record.Name.Use;
import parley.lists.source.Texts;
import parley.lists.source.Whens;

/**
 * The column "identifying information": lines with a label, and before the first label the position of a person. A line
 * without a label later on continues the one before.
 */
final class AnnexInformation {
    private enum Label {
        BIRTH,
        BIRTH_PLACE,
        GENDER,
        NATIONALITY,
        POSITION,
        PERSONAL_ID,
        PASSPORT,
        REGISTRATION,
        REGISTERED,
        TAX,
        OKPO,
        ADDRESS,
        PHONE,
        WEBSITE,
        EMAIL,
        TYPE,
        MAIDEN,
        ALSO,
        RELATED,
        NOTE
    }

    private static final List<Map.Entry<String, Label>> LABELS = List.of(
            Map.entry("dob", Label.BIRTH),
            Map.entry("date of birth", Label.BIRTH),
            Map.entry("year of birth", Label.BIRTH),
            Map.entry("pob", Label.BIRTH_PLACE),
            Map.entry("place of birth", Label.BIRTH_PLACE),
            Map.entry("gender", Label.GENDER),
            Map.entry("nationality", Label.NATIONALITY),
            Map.entry("nationalities", Label.NATIONALITY),
            Map.entry("citizenship", Label.NATIONALITY),
            Map.entry("position(s)", Label.POSITION),
            Map.entry("positions", Label.POSITION),
            Map.entry("position", Label.POSITION),
            Map.entry("function", Label.POSITION),
            Map.entry("rank", Label.POSITION),
            Map.entry("personal id", Label.PERSONAL_ID),
            Map.entry("personal identification", Label.PERSONAL_ID),
            Map.entry("personal number", Label.PERSONAL_ID),
            Map.entry("personal", Label.PERSONAL_ID),
            Map.entry("belarusian id", Label.PERSONAL_ID),
            Map.entry("identification number", Label.PERSONAL_ID),
            Map.entry("id", Label.PERSONAL_ID),
            Map.entry("passport number", Label.PASSPORT),
            Map.entry("passport", Label.PASSPORT),
            Map.entry("date of registration", Label.REGISTERED),
            Map.entry("registration date", Label.REGISTERED),
            Map.entry("registration number", Label.REGISTRATION),
            Map.entry("registration no", Label.REGISTRATION),
            Map.entry("tax number", Label.TAX),
            Map.entry("tax id", Label.TAX),
            Map.entry("okpo", Label.OKPO),
            Map.entry("address", Label.ADDRESS),
            Map.entry("addresses", Label.ADDRESS),
            Map.entry("principal place of business", Label.ADDRESS),
            Map.entry("place of registration", Label.ADDRESS),
            Map.entry("tel.", Label.PHONE),
            Map.entry("tel", Label.PHONE),
            Map.entry("phone", Label.PHONE),
            Map.entry("website", Label.WEBSITE),
            Map.entry("websites", Label.WEBSITE),
            Map.entry("e-mail", Label.EMAIL),
            Map.entry("email", Label.EMAIL),
            Map.entry("type of entity", Label.TYPE),
            Map.entry("maiden name", Label.MAIDEN),
            Map.entry("a.k.a.", Label.ALSO),
            Map.entry("associated individuals", Label.RELATED),
            Map.entry("associated individual", Label.RELATED),
            Map.entry("associated entities", Label.RELATED),
            Map.entry("associated individuals/entities", Label.RELATED),
            Map.entry("notes", Label.NOTE),
            Map.entry("other information", Label.NOTE));

    private AnnexInformation() {}

    static void read(List<String> lines, boolean person, Draft draft, Consumer<String> unreadDate) {
        Label open = null;
        var value = new StringBuilder();
        for (String line : lines) {
            int colon = colon(line);
            Label label = colon < 0 ? null : label(line.substring(0, colon));
            if (label == null) {
                if (open == null) {
                    if (person) {
                        draft.position(line);
                    } else {
                        draft.note("information", line);
                    }
                } else {
                    value.append(value.isEmpty() ? "" : " ").append(line);
                }
                continue;
            }
            put(open, value, draft, unreadDate);
            open = label;
            value.setLength(0);
            value.append(Texts.strip(line.substring(colon + 1)));
        }
        put(open, value, draft, unreadDate);
    }

    private static int colon(String line) {
        int ascii = line.indexOf(':');
        return ascii > 60 ? -1 : ascii;
    }

    private static @Nullable Label label(String given) {
        String text = Texts.canonical(given).toLowerCase(Locale.ROOT);
        int bracket = text.indexOf(" (");
        // "Registration number (УНН/ИНН)": what stands in brackets explains the label; "Position(s)" has no blank.
        String plain = bracket > 0 ? text.substring(0, bracket) : text;
        for (var known : LABELS) {
            if (plain.equals(known.getKey())) {
                return known.getValue();
            }
        }
        return null;
    }

    private static void put(@Nullable Label label, StringBuilder value, Draft draft, Consumer<String> unreadDate) {
        String text = Texts.strip(value.toString());
        if (label == null || text.isEmpty()) {
            return;
        }
        switch (label) {
            case BIRTH -> {
                for (var when : Whens.all(text)) {
                    draft.births.add(when);
                    if (!when.isRead()) {
                        unreadDate.accept(text);
                    }
                }
                draft.note("date of birth, as printed", text);
            }
            case BIRTH_PLACE -> each(text, draft::birthPlace);
            case GENDER -> draft.gender(text);
            case NATIONALITY -> each(text, draft::citizenship);
            case POSITION -> each(text, draft::position);
            case PERSONAL_ID -> each(text, number -> draft.identifier("national-id", number, null));
            case PASSPORT -> each(text, number -> draft.identifier("passport", number, null));
            case REGISTRATION -> each(text, number -> draft.identifier("registration", number, null));
            case TAX -> each(text, number -> draft.identifier("tax", number, null));
            case OKPO -> each(text, number -> draft.identifier("okpo", number, null));
            case REGISTERED -> {
                draft.births.addAll(Whens.all(text));
                draft.note("date of registration, as printed", text);
            }
            case ADDRESS -> each(text, draft::address);
            case PHONE -> each(text, number -> draft.identifier("phone", number, null));
            case WEBSITE -> each(text, number -> draft.identifier("website", number, null));
            case EMAIL -> each(text, number -> draft.identifier("email", number, null));
            case TYPE -> draft.note("type of entity", text);
            case MAIDEN -> draft.name(text, Use.MAIDEN, Quality.UNKNOWN);
            case ALSO -> each(text, name -> draft.name(name, Use.ALIAS, Quality.UNKNOWN));
            case RELATED -> each(text, name -> draft.relation("associated", null, name));
            case NOTE -> draft.note("notes", text);
        }
    }

    private static void each(String text, Consumer<String> take) {
        Texts.pieces(text, "; ").forEach(take);
    }
}
