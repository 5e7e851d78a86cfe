package parley.identity.match;

/** Where a match stands in the queue of the desk; LISTS 2.1. */
public enum Band {
    CONFIRMED_IDENTIFIER("the same checked identifier"),
    PROBABLE("near names and facts that speak for it"),
    POSSIBLE("near names, and nothing decides"),
    UNLIKELY("near names, but the facts contradict"),
    WEAK_ONLY("only a weak alias or a single word matches"),
    NONE("the names are too far apart");

    private final String words;

    Band(String words) {
        this.words = words;
    }

    /** Returns what the band means, for a reader. */
    public String words() {
        return words;
    }
}
