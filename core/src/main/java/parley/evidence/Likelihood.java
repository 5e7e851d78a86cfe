package parley.evidence;

import java.util.List;

/** The seven bands of ICD 203. */
public enum Likelihood {
    ALMOST_NO_CHANCE("almost no chance", "remote", 1, 5),
    VERY_UNLIKELY("very unlikely", "highly improbable", 5, 20),
    UNLIKELY("unlikely", "improbable", 20, 45),
    ROUGHLY_EVEN("roughly even chance", "roughly even odds", 45, 55),
    LIKELY("likely", "probable", 55, 80),
    VERY_LIKELY("very likely", "highly probable", 80, 95),
    ALMOST_CERTAIN("almost certain", "nearly certain", 95, 99);

    private final String word;
    private final String synonym;
    private final int lowPercent;
    private final int highPercent;

    Likelihood(String word, String synonym, int lowPercent, int highPercent) {
        this.word = word;
        this.synonym = synonym;
        this.lowPercent = lowPercent;
        this.highPercent = highPercent;
    }

    /** Returns the words of the band: the one of the first row of the scale, the one of the second. */
    public List<String> words() {
        return List.of(word, synonym);
    }

    public String word() {
        return word;
    }

    public int lowPercent() {
        return lowPercent;
    }

    public int highPercent() {
        return highPercent;
    }

    public boolean isAtLeast(Likelihood other) {
        return compareTo(other) >= 0;
    }
}
