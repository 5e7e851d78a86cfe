package parley.bench;

import java.util.Random;

/** Errors of typists, made with a seed. */
final class Slips {
    private Slips() {}

    /** Spoils the first letter of a word: another, none, or changed places with the second. */
    static String firstLetter(String name, Random random) {
        return spoil(name, random, true);
    }

    /** Spoils a letter of a word anywhere. */
    static String any(String name, Random random) {
        return spoil(name, random, false);
    }

    private static String spoil(String name, Random random, boolean first) {
        String[] words = name.split(" ", -1);
        int which = random.nextInt(words.length);
        for (int i = 0; i < words.length && words[which].length() < 4; i++) {
            which = (which + 1) % words.length;
        }
        var word = new StringBuilder(words[which]);
        if (word.length() < 2) {
            return name;
        }
        int at = first ? 0 : random.nextInt(word.length() - 1);
        switch (random.nextInt(3)) {
            case 0 -> word.setCharAt(at, (char) ('A' + random.nextInt(26)));
            case 1 -> word.deleteCharAt(at);
            default -> {
                char c = word.charAt(at);
                word.setCharAt(at, word.charAt(at + 1));
                word.setCharAt(at + 1, c);
            }
        }
        words[which] = word.toString();
        return String.join(" ", words);
    }
}
