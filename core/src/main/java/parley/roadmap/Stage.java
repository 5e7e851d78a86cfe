package parley.roadmap;

/** How far a partner has come in deciding about an act, as the record or a scenario says. */
public enum Stage {
    PROPOSED("proposed", "proposes"),
    PREPARED("prepared", "prepares"),
    ADOPTED("adopted", "adopts"),
    BLOCKED("blocked", "blocks"),
    LAPSED("lapsed", "drops");

    private final String word;
    private final String singular;

    Stage(String word, String singular) {
        this.word = word;
        this.singular = singular;
    }

    /** Returns the word a row of the record uses. */
    public String word() {
        return word;
    }

    /** Returns the verb of a scenario: {@code eu blocks suspension of …}. */
    public String singular() {
        return singular;
    }
}
