package parley.language;

import java.util.ArrayList;
import java.util.List;
import parley.text.Source;
import parley.text.Span;

/** How a file is built up, as far as it can be seen without understanding it. */
public final class Outline {
    private static final int MOST_CHARS = 80;

    private Outline() {}

    /**
     * A declaration, or a branch of a step.
     *
     * @param keyword the word it begins with
     * @param name its name, or the words of the sentence where it has none
     * @param at the name
     * @param whole all its lines
     */
    public record Item(String keyword, String name, String title, Span at, Span whole, List<Item> parts) {
        public Item {
            parts = List.copyOf(parts);
        }
    }

    /** Lines that an editor may hide behind their first. */
    public record Fold(Span whole, boolean comment) {}

    /** Returns the declarations of a file in the order written. */
    public static List<Item> items(Source source) {
        List<Item> items = new ArrayList<>();
        for (List<List<Token>> block : Parser.blocks(Sentences.of(Lexer.tokens(source, new Problems())))) {
            if (Parser.begins(block.getFirst())) {
                items.add(item(source, block));
            }
        }
        return items;
    }

    private static Item item(Source source, List<List<Token>> block) {
        List<Token> head = block.getFirst();
        int label = Parser.labelLength(head);
        Token keyword = head.get(label);
        Token next = head.size() > label + 1 ? head.get(label + 1) : keyword;
        boolean named = Parser.declares(keyword.text());
        String name = named ? next.text() : words(source, head);
        Token third = head.size() > label + 2 ? head.get(label + 2) : keyword;
        String title = named && third.kind() == Token.Kind.TEXT ? unquoted(third) : "";
        if (keyword.is("scenario")) {
            name = unquoted(next);
        }
        List<Item> parts = keyword.is("step") ? branches(source, block) : List.of();
        return new Item(keyword.text(), name, title, next.at(), span(block), parts);
    }

    private static List<Item> branches(Source source, List<List<Token>> block) {
        List<Item> found = new ArrayList<>();
        int at = 1;
        while (at < block.size()) {
            int end = at + 1;
            while (end < block.size() && !isBranch(block.get(end))) {
                end++;
            }
            List<Token> head = block.get(at);
            Span place = head.getFirst().at().to(head.getLast().at());
            found.add(new Item("when", words(source, head), "", place, span(block.subList(at, end)), List.of()));
            at = end;
        }
        return found;
    }

    private static boolean isBranch(List<Token> sentence) {
        int label = Parser.labelLength(sentence);
        Token first = sentence.get(Math.min(label, sentence.size() - 1));
        return first.is("when") || first.is("on") || first.is("otherwise");
    }

    private static Span span(List<List<Token>> sentences) {
        return sentences
                .getFirst()
                .getFirst()
                .at()
                .to(sentences.getLast().getLast().at());
    }

    private static String unquoted(Token text) {
        return text.text().replace("\"", "");
    }

    private static String words(Source source, List<Token> sentence) {
        Span all = sentence.getFirst().at().to(sentence.getLast().at());
        return shortened(Quote.of(source, all));
    }

    private static String shortened(String words) {
        return words.length() <= MOST_CHARS ? words : words.substring(0, MOST_CHARS - 1) + "…";
    }

    /** Returns what can be folded: declarations and branches of several lines, and comments of several lines. */
    public static List<Fold> folds(Source source) {
        List<Fold> folds = new ArrayList<>();
        for (Item item : items(source)) {
            fold(source, item, folds);
        }
        comments(source, folds);
        return folds;
    }

    private static void fold(Source source, Item item, List<Fold> folds) {
        if (severalLines(source, item.whole())) {
            folds.add(new Fold(item.whole(), false));
        }
        item.parts().forEach(part -> fold(source, part, folds));
    }

    private static boolean severalLines(Source source, Span whole) {
        return source.line(whole.start()) < source.line(whole.end());
    }

    /** A comment behind a sentence belongs to the sentence; only lines that are nothing but comment fold. */
    private static void comments(Source source, List<Fold> folds) {
        List<Token> run = new ArrayList<>();
        boolean spoken = false;
        for (Token t : Lexer.tokens(source, new Problems())) {
            switch (t.kind()) {
                case COMMENT -> {
                    boolean follows = !run.isEmpty()
                            && source.line(run.getLast().at().start()) + 1 == source.line(t.at().start());
                    if (!follows) {
                        flush(source, run, folds);
                    }
                    if (!spoken) {
                        run.add(t);
                    }
                }
                case NEWLINE, PROSE -> spoken = false;
                case WORD, NUMBER, DATE, TEXT, MARK, BAD -> spoken = true;
                case SPACE -> {}
            }
        }
        flush(source, run, folds);
    }

    private static void flush(Source source, List<Token> run, List<Fold> folds) {
        if (!run.isEmpty()) {
            Span whole = run.getFirst().at().to(run.getLast().at());
            if (severalLines(source, whole)) {
                folds.add(new Fold(whole, true));
            }
        }
        run.clear();
    }
}
