package parley.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Aim;
import parley.roadmap.Assumption;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.roadmap.Declaration;
import parley.roadmap.Guard;
import parley.roadmap.Measure;
import parley.roadmap.Scenario;
import parley.roadmap.Secrecy;
import parley.text.Fix;
import parley.text.Span;

/** Reads sentences into declarations; a sentence begins a declaration if its first word is a keyword. */
final class Parser {
    private static final Map<String, Function<Block, @Nullable Declaration>> DECLARATIONS = Map.ofEntries(
            Map.entry("partner", ActorParser::partner),
            Map.entry("member", ActorParser::member),
            Map.entry("stakeholder", ActorParser::stakeholder),
            Map.entry("verifier", ActorParser::verifier),
            Map.entry("panel", ActorParser::panel),
            Map.entry("indicator", RecordParser::indicator),
            Map.entry("event", RecordParser::event),
            Map.entry("measure", b -> MeasureParser.measure(b, Measure.Kind.MEASURE)),
            Map.entry("reserve", b -> MeasureParser.measure(b, Measure.Kind.RESERVE)),
            Map.entry("offer", b -> MeasureParser.measure(b, Measure.Kind.OFFER)),
            Map.entry("concession", ConcessionParser::concession),
            Map.entry("phase", ConcessionParser::phase),
            Map.entry("step", StepParser::step),
            Map.entry("rule", RuleParser::rule));
    private static final Set<String> GUARDS = Set.of("never", "always", "keep", "ledger", "answer", "consult", "hold");
    private static final Set<String> OTHERS = Set.of("case", "prove", "ask", "assume", "aim", "scenario");

    private final Problems problems;
    private final NamesSeen mentions;
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Assumption> assumptions = new ArrayList<>();
    private final List<Aim> aims = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();
    private @Nullable Header header;

    Parser(Problems problems, NamesSeen mentions) {
        this.problems = problems;
        this.mentions = mentions;
    }

    static boolean isKeyword(String word) {
        return DECLARATIONS.containsKey(word) || GUARDS.contains(word) || OTHERS.contains(word);
    }

    /** Says whether a name of its own stands behind {@code keyword}. */
    static boolean declares(String keyword) {
        return DECLARATIONS.containsKey(keyword) || keyword.equals("case");
    }

    static List<String> keywords() {
        List<String> words = new ArrayList<>(DECLARATIONS.keySet());
        words.addAll(GUARDS);
        words.addAll(OTHERS);
        words.sort(null);
        return words;
    }

    /** Reads one file. */
    void file(List<List<Token>> sentences) {
        blocks(sentences).forEach(b -> block(b, null));
    }

    /** Cuts the sentences of a file into declarations: each begins with a keyword, but for stray lines at the top. */
    static List<List<List<Token>>> blocks(List<List<Token>> sentences) {
        List<List<List<Token>>> blocks = new ArrayList<>();
        int at = 0;
        while (at < sentences.size()) {
            int end = at + 1;
            while (end < sentences.size() && !begins(sentences.get(end))) {
                end++;
            }
            blocks.add(sentences.subList(at, end));
            at = end;
        }
        return blocks;
    }

    static int labelLength(List<Token> sentence) {
        if (!sentence.getFirst().is("[")) {
            return 0;
        }
        for (int i = 1; i < sentence.size(); i++) {
            if (sentence.get(i).is("]")) {
                return i + 1;
            }
        }
        return 0;
    }

    /** {@code member of eu} is a clause of a partner, {@code member hu …} a declaration. */
    static boolean begins(List<Token> sentence) {
        int label = labelLength(sentence);
        if (label >= sentence.size()) {
            return false;
        }
        Token first = sentence.get(label);
        boolean clause = first.is("member")
                && label + 1 < sentence.size()
                && sentence.get(label + 1).is("of");
        return first.kind() == Token.Kind.WORD && isKeyword(first.text()) && !clause;
    }

    /** Reads a declaration; {@code wishes} hears what could follow the last of its sentences. */
    void block(List<List<Token>> sentences, @Nullable Wishes wishes) {
        int last = sentences.size() - 1;
        Cursor head = cursor(sentences.getFirst(), last == 0 ? wishes : null);
        try {
            Secrecy label = head.label();
            Token keyword = head.token();
            if (keyword.kind() != Token.Kind.WORD || !isKeyword(keyword.text())) {
                unknown(keyword);
                return;
            }
            List<Cursor> body = IntStream.rangeClosed(1, last)
                    .mapToObj(i -> cursor(sentences.get(i), i == last ? wishes : null))
                    .toList();
            Secrecy before = label == null ? Secrecy.DEFAULT : label;
            declare(new Block(keyword.text(), before, head, body, problems));
        } catch (Unreadable reported) {
            return;
        }
    }

    private Cursor cursor(List<Token> sentence, @Nullable Wishes wishes) {
        return new Cursor(sentence, problems, mentions, wishes);
    }

    private void unknown(Token word) {
        if (problems.full()) {
            return;
        }
        List<Fix> fixes = Names.nearest(word.text(), keywords()).stream()
                .map(k -> Fix.replace("write `%s`".formatted(k), word.at(), k))
                .toList();
        String shown = word.text().length() > 40 ? word.text().substring(0, 37) + "…" : word.text();
        problems.add(
                Code.R009,
                "no declaration begins with `%s`".formatted(shown),
                List.of(new parley.text.Label(word.at(), "")),
                fixes);
    }

    private void declare(Block block) {
        Secrecy label = block.label();
        Function<Block, @Nullable Declaration> reader = DECLARATIONS.get(block.keyword());
        if (reader != null) {
            Declaration made = reader.apply(block);
            if (made != null) {
                declarations.add(made);
            }
            return;
        }
        switch (block.keyword()) {
            case "case" -> header(block);
            case "scenario" -> scenarios.add(ScenarioParser.scenario(block));
            case "prove" -> claims.add(ClaimParser.prove(block.head(), label));
            case "ask" -> claims.add(ClaimParser.ask(block.head(), label));
            case "assume" -> assumptions.add(ClaimParser.assumption(block.head(), label));
            case "aim" -> aims.add(ClaimParser.aim(block.head(), label));
            default -> guards.add(GuardParser.guard(block.keyword(), block.head(), label));
        }
        if (!block.keyword().equals("case") && !block.keyword().equals("scenario")) {
            strayLines(block);
        }
    }

    private void strayLines(Block block) {
        for (Cursor line : block.body()) {
            problems.add(Code.R010, "this line belongs to no declaration", line.whole());
        }
    }

    private static final class Header {
        String id = "";
        String title = "";
        String counterpart = "";
        String counterpartTitle = "";

        @Nullable
        LocalDate from;

        @Nullable
        LocalDate to;

        int grid = 1;
        String facts = "facts/";

        @Nullable
        LocalDate known;

        Secrecy secrecy = Secrecy.DEFAULT;
        Span at = Span.NOWHERE;
    }

    private void header(Block block) {
        Block.Head head = block.headOf("the case");
        if (header != null) {
            problems.add(
                    Code.R015,
                    "the case `%s` is declared beside the case `%s`"
                            .formatted(head.name().id(), header.id),
                    List.of(
                            new parley.text.Label(head.at(), "the second"),
                            new parley.text.Label(header.at, "the first")),
                    List.of(Fix.advice("keep one `case` in a folder")));
            return;
        }
        var h = new Header();
        header = h;
        h.id = head.name().id();
        h.title = head.title();
        h.at = head.at();
        Secrecy after = block.clauses(c -> headerClause(c, h));
        h.secrecy = after == null ? head.secrecy() : after;
        if (h.counterpart.isEmpty()) {
            problems.add(
                    Code.R016,
                    "the case `%s` does not say with whom".formatted(h.id),
                    h.at,
                    Fix.advice("add `counterpart regime \"…\"`"));
        }
        if (h.from == null || h.to == null) {
            problems.add(
                    Code.R016,
                    "the case `%s` does not say when it runs".formatted(h.id),
                    h.at,
                    Fix.advice("add `runs from DATE to DATE`"));
        }
    }

    /** Reads the folder of the record; a text from somebody else must not make us read files beside the case. */
    private static String folder(Cursor c) {
        int start = c.mark();
        String folder = c.text();
        boolean outside = folder.startsWith("/")
                || folder.contains("\\")
                || folder.contains(":")
                || List.of(folder.split("/")).contains("..");
        if (outside) {
            c.problems()
                    .add(
                            Code.R043,
                            "`%s` leads out of the folder of the case".formatted(folder),
                            c.from(start),
                            Fix.replace("write `\"facts/\"`", c.from(start), "\"facts/\""));
            return "facts/";
        }
        return folder;
    }

    private static void headerClause(Cursor c, Header h) {
        int start = c.mark();
        if (c.take("counterpart")) {
            h.counterpart = c.name("the counterpart").id();
            h.counterpartTitle = c.optionalText();
        } else if (c.take("runs from")) {
            var runs = ConcessionParser.runs(c, start);
            h.from = runs.from();
            h.to = runs.to();
        } else if (c.take("grid")) {
            h.grid = c.count();
            c.takeAny("days", "day");
        } else if (c.take("facts in")) {
            h.facts = folder(c);
            h.known = c.take("known up to") ? c.date() : null;
        } else {
            throw c.expected("a clause of the case (counterpart, runs from, grid, facts in)");
        }
    }

    /** Returns the case, or {@code null} if the text declares none or no period. */
    @Nullable
    Case made() {
        Header h = header;
        if (h == null) {
            return null;
        }
        LocalDate from = h.from;
        LocalDate to = h.to;
        if (from == null || to == null) {
            return null;
        }
        return new Case(
                h.id,
                h.title,
                h.counterpart,
                h.counterpartTitle,
                from,
                to,
                h.grid,
                h.facts,
                h.known,
                declarations,
                guards,
                claims,
                assumptions,
                aims,
                scenarios,
                h.secrecy,
                h.at);
    }

    boolean sawCase() {
        return header != null;
    }
}
