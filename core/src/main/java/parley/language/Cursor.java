package parley.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Length;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;
import parley.text.Fix;
import parley.text.Span;

/** Walks along one sentence. A method that finds something else than it needs reports it and ends the sentence. */
final class Cursor {
    private final List<Token> tokens;
    private final Problems problems;
    private final NamesSeen mentions;
    private final @Nullable Wishes wishes;
    private int next;

    /** @param wishes hears what could follow where the sentence ends, or {@code null} if nobody asks */
    Cursor(List<Token> tokens, Problems problems, NamesSeen mentions, @Nullable Wishes wishes) {
        this.tokens = tokens;
        this.problems = problems;
        this.mentions = mentions;
        this.wishes = wishes;
    }

    NamesSeen mentions() {
        return mentions;
    }

    Problems problems() {
        return problems;
    }

    /** Reads this sentence with {@code reading}; if it was reported as unreadable, the rest of it is passed over. */
    void sentence(Runnable reading) {
        try {
            reading.run();
        } catch (Unreadable reported) {
            next = tokens.size();
        }
    }

    /** Says whether the sentence is over; somebody who asks what could follow is let on, to be told. */
    boolean done() {
        return next >= tokens.size() && (wishes == null || wishes.enough());
    }

    int mark() {
        return next;
    }

    void back(int mark) {
        next = mark;
    }

    @Nullable
    Token look(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead) : null;
    }

    boolean sees(String word) {
        Token t = look(0);
        if (t == null && wishes != null) {
            wishes.phrase(word);
        }
        return t != null && t.is(word);
    }

    boolean sees(Token.Kind kind) {
        Token t = look(0);
        return t != null && t.kind() == kind;
    }

    boolean seesAny(Set<String> words) {
        Token t = look(0);
        return t != null && t.kind() == Token.Kind.WORD && words.contains(t.text());
    }

    /** Takes the words if all of them follow. */
    boolean take(String phrase) {
        int ahead = 0;
        int at = 0;
        while (at < phrase.length()) {
            int space = phrase.indexOf(' ', at);
            int end = space < 0 ? phrase.length() : space;
            Token t = look(ahead);
            boolean same = t != null
                    && (t.kind() == Token.Kind.WORD || t.kind() == Token.Kind.MARK)
                    && t.text().length() == end - at
                    && phrase.startsWith(t.text(), at);
            if (!same) {
                if (t == null && wishes != null) {
                    wishes.phrase(phrase.substring(at));
                }
                return false;
            }
            ahead++;
            at = end + 1;
        }
        next += ahead;
        return true;
    }

    boolean takeAny(String... phrases) {
        for (String phrase : phrases) {
            if (take(phrase)) {
                return true;
            }
        }
        return false;
    }

    void need(String phrase) {
        if (!take(phrase)) {
            throw expected("`" + phrase + "`");
        }
    }

    Token token() {
        Token t = look(0);
        if (t == null) {
            throw expected("more words");
        }
        next++;
        return t;
    }

    /** Returns the place of the next token, or of the end of the sentence. */
    Span here() {
        Token t = look(0);
        if (t != null || tokens.isEmpty()) {
            return t == null ? Span.NOWHERE : t.at();
        }
        Span last = tokens.getLast().at();
        return new Span(last.file(), last.end(), last.end());
    }

    Span from(int mark) {
        Span first = tokens.get(Math.min(mark, tokens.size() - 1)).at();
        Span last =
                tokens.get(Math.max(Math.min(next - 1, tokens.size() - 1), 0)).at();
        return last.compareTo(first) < 0 ? first : first.to(last);
    }

    Span whole() {
        return tokens.isEmpty()
                ? Span.NOWHERE
                : tokens.getFirst().at().to(tokens.getLast().at());
    }

    Unreadable expected(String what) {
        Token t = look(0);
        String found = t == null ? "the sentence ends" : "`" + shorten(t.text()) + "` stands";
        problems.add(Code.R008, "%s here where %s is expected".formatted(found, what), here());
        return new Unreadable();
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "…";
    }

    Ref name(String what) {
        Token t = look(0);
        if (t == null || t.kind() != Token.Kind.WORD) {
            wish(what);
            throw expected("the name of " + what);
        }
        next++;
        Ref name = new Ref(t.text(), t.at());
        mentions.named(what, name);
        return name;
    }

    /** Tells somebody who asks what could follow that {@code what} could, if the sentence ends here. */
    void wish(String what) {
        if (wishes != null && look(0) == null) {
            wishes.name(what);
        }
    }

    /** Reads names with commas between them; stops before a comma that no name follows or that a clause word follows. */
    List<Ref> names(String what, Set<String> clauseWords) {
        List<Ref> names = new ArrayList<>();
        names.add(name(what));
        while (true) {
            Token after = look(1);
            boolean more = sees(",")
                    && after != null
                    && after.kind() == Token.Kind.WORD
                    && !clauseWords.contains(after.text());
            if (!more) {
                if (after == null && sees(",") && wishes != null) {
                    wishes.name(what);
                }
                return names;
            }
            next++;
            names.add(name(what));
        }
    }

    String text() {
        Token t = look(0);
        if (t == null || t.kind() != Token.Kind.TEXT) {
            throw expected("a text in quotes");
        }
        next++;
        String raw = t.text();
        boolean closed = raw.length() > 1 && OddCharacters.closesText(raw.charAt(raw.length() - 1));
        return raw.substring(1, closed ? raw.length() - 1 : raw.length());
    }

    String optionalText() {
        return sees(Token.Kind.TEXT) ? text() : "";
    }

    double number() {
        Token t = look(0);
        if (t == null || t.kind() != Token.Kind.NUMBER) {
            throw expected("a number");
        }
        next++;
        try {
            return Double.parseDouble(t.text());
        } catch (NumberFormatException e) {
            next--;
            throw expected("a number with one point at most");
        }
    }

    int count() {
        Token t = look(0);
        double value = number();
        if (value != Math.rint(value) || value < 0 || value > 1_000_000_000) {
            Span at = t == null ? here() : t.at();
            problems.add(Code.R008, "a whole number from 0 to 1000000000 is expected here", at);
            throw new Unreadable();
        }
        return (int) value;
    }

    LocalDate date() {
        Token t = look(0);
        if (t == null || t.kind() != Token.Kind.DATE) {
            throw expected("a date like 2026-06-01");
        }
        next++;
        try {
            return LocalDate.parse(t.text());
        } catch (DateTimeException e) {
            LocalDate reported = OddCharacters.likeliest(t.text());
            if (reported != null) {
                return reported;
            }
            problems.add(
                    Code.R006,
                    "the date %s does not exist".formatted(t.text()),
                    t.at(),
                    Fix.advice("write year, month and day as 2026-06-01"));
            throw new Unreadable();
        }
    }

    Length length() {
        int count = count();
        Length.Unit unit = unit();
        if (count > 36_600) {
            throw expected("a length of at most a hundred years");
        }
        return new Length(count, unit);
    }

    Length.Unit unit() {
        for (Length.Unit unit : Length.Unit.values()) {
            if (takeAny(unit.word(), unit.word() + "s")) {
                return unit;
            }
        }
        throw expected("days, weeks, months or years");
    }

    /** Reads a number and its per cent sign; returns a share from 0 to 1. */
    double percent() {
        Token t = look(0);
        double value = number();
        need("%");
        if (value < 0 || value > 100) {
            problems.add(
                    Code.R020, "%s %% is not a share from 0 to 100 %%".formatted(t == null ? "" : t.text()), here());
            throw new Unreadable();
        }
        return value / 100;
    }

    @Nullable
    Secrecy label() {
        int mark = next;
        if (!take("[")) {
            return null;
        }
        if (take("only")) {
            List<String> only =
                    names("a partner", Set.of()).stream().map(Ref::id).toList();
            need("]");
            return new Secrecy(Secrecy.Level.PARTNERS, only);
        }
        for (Secrecy.Level level : Secrecy.Level.values()) {
            if (take(level.word())) {
                need("]");
                return new Secrecy(level, List.of());
            }
        }
        next = mark + 1;
        throw expected("public, counterpart, partners, core or only");
    }

    /** Passes over commas and semicolons between clauses. */
    void pause() {
        while (takeAny(",", ";")) {}
    }
}
