package parley.note;

import java.util.List;

/**
 * A note as it was read; nothing is said yet about who signed it.
 *
 * @param text ends with a line feed
 * @param lines at least one, at most {@link Notes#MOST_SIGNATURES}, in the order of the note
 */
public record SignedNote(String text, List<Line> lines) {
    public SignedNote {
        lines = List.copyOf(lines);
    }

    /**
     * One signature line.
     *
     * @param name as it stands in the line
     * @param keyId 8 hexadecimal digits
     * @param signatureHex what follows the key id, in hexadecimal digits
     */
    public record Line(String name, String keyId, String signatureHex) {}
}
