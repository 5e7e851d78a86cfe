package parley.facts;

/** What somebody says of a concession. */
public enum Finding {
    VERIFIED("verified"),
    CLAIMED("claimed"),
    DISPUTED("disputed"),
    SETTLED("settled"),
    REFUSED("refused");

    private final String word;

    Finding(String word) {
        this.word = word;
    }

    /** Returns the word a row uses. */
    public String word() {
        return word;
    }
}
