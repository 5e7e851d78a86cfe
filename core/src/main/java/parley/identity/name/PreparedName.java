package parley.identity.name;

import java.util.List;

/**
 * A name ready to be compared.
 *
 * @param text as the source has it
 * @param form how it was read
 * @param tokens what is compared, in order; never empty unless nothing in the text is a letter or a digit
 * @param roles one of the {@code ROLE} constants a token
 * @param structured whether the roles come from parts the source keeps apart
 * @param legalForms bit f is set if a legal form of family f was taken off
 * @param removed what was taken off, as written
 * @param weak whether the source calls the name weak
 */
@SuppressWarnings("ArrayRecordComponent") // prepared names are never compared with equals
public record PreparedName(
        String text,
        Form form,
        Token[] tokens,
        byte[] roles,
        boolean structured,
        int legalForms,
        List<String> removed,
        boolean weak) {

    public static final byte ROLE_UNKNOWN = 0;
    public static final byte ROLE_GIVEN = 1;
    public static final byte ROLE_PATRONYMIC = 2;
    public static final byte ROLE_FAMILY = 3;

    /** How a name is read and compared. */
    public enum Form {
        PERSON,
        ORGANISATION,
        VESSEL
    }

    /** Returns how many tokens carry the name: neither particle, initial nor number. */
    public int words() {
        int words = 0;
        for (Token token : tokens) {
            words += token.kind == Token.Kind.WORD || token.kind == Token.Kind.SHARED ? 1 : 0;
        }
        return words;
    }
}
