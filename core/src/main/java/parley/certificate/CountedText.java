package parley.certificate;

import org.jspecify.annotations.Nullable;
import parley.game.Counted;

/** How a game carries sums along, as text: {@code at-least 5 "r"} with the states where sums are paid, or nothing. */
final class CountedText {
    private CountedText() {}

    static String write(Counted.@Nullable Recipe recipe) {
        if (recipe == null) {
            return "";
        }
        String states = CertificateText.numbers(recipe.paying());
        return (recipe.atLeast() ? "at-least " : "at-most ") + recipe.amount() + " \"" + recipe.rewards() + "\" "
                + states;
    }

    static Counted.@Nullable Recipe read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        int quote = text.indexOf('"');
        int closing = text.lastIndexOf('"');
        String[] words = text.substring(0, quote).strip().split(" ", -1);
        return new Counted.Recipe(
                text.substring(quote + 1, closing),
                words[0].equals("at-least"),
                Integer.parseInt(words[1]),
                CertificateText.set(text.substring(closing + 1).strip()));
    }
}
