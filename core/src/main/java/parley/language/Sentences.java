package parley.language;

import java.util.ArrayList;
import java.util.List;

/** Groups the tokens that speak into sentences: one a line, unless a line continues the one before. */
final class Sentences {
    private Sentences() {}

    static List<List<Token>> of(List<Token> tokens) {
        List<List<Token>> sentences = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        boolean newLine = false;
        for (Token token : tokens) {
            switch (token.kind()) {
                case NEWLINE -> newLine = true;
                case PROSE -> {
                    flush(sentences, current);
                    current = new ArrayList<>();
                }
                case SPACE, COMMENT, BAD -> {}
                case WORD, NUMBER, DATE, TEXT, MARK -> {
                    if (newLine && !current.isEmpty() && !continues(current.getLast(), token)) {
                        flush(sentences, current);
                        current = new ArrayList<>();
                    }
                    newLine = false;
                    current.add(token);
                }
            }
        }
        flush(sentences, current);
        return sentences;
    }

    private static void flush(List<List<Token>> sentences, List<Token> current) {
        if (!current.isEmpty()) {
            sentences.add(List.copyOf(current));
        }
    }

    private static boolean continues(Token last, Token next) {
        return last.is(",") || next.is(",") || next.is("and") || next.is("or");
    }
}
