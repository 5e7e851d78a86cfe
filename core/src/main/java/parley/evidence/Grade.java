package parley.evidence;

/**
 * A source and an information judged apart from each other (Admiralty code). The two are never added, averaged or
 * turned into a probability.
 */
public record Grade(Letter letter, Digit digit) {

    /** The record of the source alone. Says how far the letter is from {@code A}; F is no place in that order. */
    public enum Letter {
        A("Completely reliable"),
        B("Usually reliable"),
        C("Fairly reliable"),
        D("Not usually reliable"),
        E("Unreliable"),
        F("Reliability cannot be judged");

        private final String words;

        Letter(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** F, which cannot be judged, is at least as good as nothing but itself. */
        public boolean isAtLeast(Letter other) {
            return this == F ? other == F : compareTo(other) <= 0;
        }
    }

    /** The information alone. */
    public enum Digit {
        ONE(1, "Confirmed by other sources"),
        TWO(2, "Probably true"),
        THREE(3, "Possibly true"),
        FOUR(4, "Doubtful"),
        FIVE(5, "Improbable"),
        SIX(6, "Truth cannot be judged");

        private final int figure;
        private final String words;

        Digit(int figure, String words) {
            this.figure = figure;
            this.words = words;
        }

        public String words() {
            return words;
        }

        public int figure() {
            return figure;
        }

        /** 6, which cannot be judged, is at least as good as nothing but itself. */
        public boolean isAtLeast(Digit other) {
            return this == SIX ? other == SIX : compareTo(other) <= 0;
        }
    }

    /** Returns the grade of a letter and a figure, for example {@code C3}. */
    public static Grade of(String text) {
        if (!text.matches("[A-F][1-6]")) {
            throw new IllegalArgumentException("A grade is a letter A to F and a figure 1 to 6, not " + text + ".");
        }
        return new Grade(Letter.values()[text.charAt(0) - 'A'], Digit.values()[text.charAt(1) - '1']);
    }

    /** Better or equal in the letter and in the digit, each judged alone; many grades cannot be compared. */
    public boolean isAtLeast(Grade other) {
        return letter.isAtLeast(other.letter) && digit.isAtLeast(other.digit);
    }

    @Override
    public String toString() {
        return letter.name() + digit.figure();
    }
}
