package parley.evidence;

/**
 * A person who can hold roles.
 *
 * @param body the partner or organisation the person belongs to
 */
public record Holder(String id, String body) {
    public Holder {
        Lines.id("id of the holder", id);
        Lines.word("body of the holder " + id, body);
    }
}
