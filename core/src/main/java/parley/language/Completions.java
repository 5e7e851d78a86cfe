package parley.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.text.Source;
import parley.text.Span;

/** What may stand at a place: the parser reads up to it, and what it asks for there is offered. */
public final class Completions {
    private Completions() {}

    /** What a proposal is, for its picture. */
    public enum Kind {
        DECLARATION,
        WORDS,
        NAME,
        VALUE
    }

    /**
     * One thing that may stand there.
     *
     * @param detail what it is, for people; may be empty
     * @param likely whether it goes before the others
     */
    public record Proposal(String text, Kind kind, String detail, boolean likely) {}

    /** The proposals, and the beginning of a word that they replace. */
    public record Offer(Span replaces, List<Proposal> proposals) {
        public Offer {
            proposals = List.copyOf(proposals);
        }
    }

    /**
     * Returns what may stand at {@code offset}; nothing inside texts, comments, numbers and prose.
     *
     * @param theCase the case as last understood; it lends owners, competences and tags
     */
    public static Offer at(Source source, int offset, @Nullable Case theCase, Symbols symbols) {
        List<Token> tokens = Lexer.tokens(source, new Problems());
        Token under = under(tokens, offset);
        int cut = under != null && under.kind() == Token.Kind.WORD ? under.at().start() : offset;
        Span replaces = new Span(source.name(), cut, offset);
        if (!mayComplete(source, under, offset)) {
            return new Offer(replaces, List.of());
        }
        List<Token> before = tokens.stream().filter(t -> t.at().end() <= cut).toList();
        return new Offer(replaces, proposals(before, theCase, symbols));
    }

    /** Returns the token that ends at or spans {@code offset}, or {@code null} at the start of the file. */
    private static @Nullable Token under(List<Token> tokens, int offset) {
        for (Token t : tokens) {
            if (t.at().start() < offset && offset <= t.at().end()) {
                return t;
            }
        }
        return null;
    }

    private static boolean mayComplete(Source source, @Nullable Token under, int offset) {
        if (under == null) {
            return !source.name().endsWith(".md");
        }
        boolean atEnd = offset == under.at().end();
        return switch (under.kind()) {
            case WORD, MARK, SPACE, NEWLINE -> true;
            case NUMBER, DATE, COMMENT, BAD, TEXT -> false;
            case PROSE -> atEnd && under.text().strip().equals("```parley");
        };
    }

    private static List<Proposal> proposals(List<Token> before, @Nullable Case theCase, Symbols symbols) {
        List<List<Token>> sentences = Sentences.of(before);
        List<List<List<Token>>> blocks = Parser.blocks(sentences);
        boolean fresh = fresh(before);
        List<Proposal> offered = new ArrayList<>();
        if (!blocks.isEmpty() && Parser.begins(blocks.getLast().getFirst())) {
            List<List<Token>> block = new ArrayList<>(blocks.getLast());
            if (fresh) {
                block.add(List.of());
            }
            if (!namesItself(block)) {
                offered.addAll(new WishedProposals(theCase, symbols, block.getLast()).of(wishes(block)));
            }
        }
        if (fresh || blocks.isEmpty()) {
            Parser.keywords().forEach(k -> offered.add(new Proposal(k, Kind.DECLARATION, "declaration", false)));
        }
        return offered;
    }

    /** Behind {@code step} stands a new name, which nobody can propose. */
    private static boolean namesItself(List<List<Token>> block) {
        List<Token> head = block.getFirst();
        int label = Parser.labelLength(head);
        return block.size() == 1
                && head.size() == label + 1
                && Parser.declares(head.get(label).text());
    }

    /** Says whether a sentence begins here: there is a line end behind the last that speaks, and no comma before it. */
    private static boolean fresh(List<Token> before) {
        boolean newLine = false;
        for (Token t : before.reversed()) {
            if (t.speaks()) {
                return newLine && !t.is(",");
            }
            newLine |= t.kind() == Token.Kind.NEWLINE || t.kind() == Token.Kind.PROSE;
        }
        return true;
    }

    private static Wishes wishes(List<List<Token>> block) {
        var wishes = new Wishes();
        new Parser(new Problems(), new NamesSeen()).block(block, wishes);
        return wishes;
    }
}
