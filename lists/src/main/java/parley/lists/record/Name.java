package parley.lists.record;

import java.lang.Character.UnicodeScript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name as printed. Parts are kept as given; nothing is guessed at import.
 *
 * @param text the whole name; joined from its parts, in the order of the publisher, where he prints parts only
 * @param parts given, patronymic, family … as given; empty if the publisher prints one text
 * @param use what the name is to its bearer
 * @param quality what the publisher says of it; {@code UNKNOWN} where he says nothing
 * @param language as coded by the publisher
 * @param act the act that brought this name, if the list says so for each name
 */
public record Name(
        String text, List<Part> parts, Use use, Quality quality, @Nullable String language, @Nullable String act) {

    public Name {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A name needs text.");
        }
        parts = List.copyOf(parts);
    }

    /** A name of one text. */
    public static Name of(String text, Use use) {
        return new Name(text, List.of(), use, Quality.UNKNOWN, null, null);
    }

    /** What the name is to its bearer. */
    public enum Use {
        PRIMARY,
        ALIAS,
        FORMER,
        NEW,
        MAIDEN,
        ORIGINAL_SCRIPT,
        VARIANT
    }

    /** A weak name alone is never reason for an alert. */
    public enum Quality {
        STRONG,
        WEAK,
        UNKNOWN
    }

    /** The role of a part, as the publisher says. */
    public enum Role {
        GIVEN,
        PATRONYMIC,
        FAMILY,
        WHOLE,
        TITLE,
        SUFFIX,
        OTHER
    }

    /** One part of a name. */
    public record Part(Role role, String text) {}

    /** The script of the first letter that has one of its own; {@code COMMON} if none has. */
    public UnicodeScript script() {
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            UnicodeScript script = UnicodeScript.of(letter);
            if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
                return script;
            }
            i += Character.charCount(letter);
        }
        return UnicodeScript.COMMON;
    }
}
