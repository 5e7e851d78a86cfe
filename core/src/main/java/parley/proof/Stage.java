package parley.proof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.language.Words;
import parley.model.Dating;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.roadmap.Case;
import parley.roadmap.Measure;
import parley.roadmap.Scenario;
import parley.roadmap.Verb;
import parley.standing.Standing;
import parley.story.Happening;
import parley.story.Staged;
import parley.text.Span;

/**
 * Brings behaviours of the model before the standing function: a story is told only when it comes true there, with
 * figures and days (PROOF 8.1).
 */
final class Stage {
    /** By how much a story may be put off so that months end and windows fill. */
    private static final int SLACK_DAYS = 92;

    private Stage() {}

    /** Something of a course that the standing has to show, or a line that is only told. */
    private record Beat(LocalDate on, @Nullable Happening happening, Move move, Teller teller) {}

    static String measure(Obligation o) {
        Measure measure = o.measure();
        return measure == null ? "" : measure.id();
    }

    /** Returns the story with figures, if on its last day the standing shows what is claimed. */
    static Optional<Story> alone(Question q, Dating.Dated course, Story.Line end, Predicate<Standing> shows) {
        return play(q.theCase(), beats(course), end, shows);
    }

    /** Returns the story that ends by a day if there is one, else any; first such that the record itself shows it. */
    static Optional<Story> by(
            Question q, Dating.Dated course, LocalDate last, String says, Span clause, Predicate<Standing> shows) {
        Optional<Story> shown = alone(q, course, new Story.Line(course.end(), says, clause), shows);
        Dating.Dated sooner = course.sooner();
        if (sooner == null || shown.filter(s -> !end(s).isAfter(last)).isPresent()) {
            return shown;
        }
        return alone(q, sooner, new Story.Line(sooner.end(), says, clause), shows)
                .or(() -> shown);
    }

    static LocalDate end(Story story) {
        return story.lines().getLast().on();
    }

    /** Returns several behaviours side by side as one story. */
    static Optional<Story> together(Question q, List<Dating.Dated> courses, Story.Line end, Predicate<Standing> shows) {
        List<Beat> all = new ArrayList<>();
        for (Dating.Dated course : courses) {
            for (Beat beat : beats(course)) {
                if (all.stream().noneMatch(b -> same(b, beat))) {
                    all.add(beat);
                }
            }
        }
        all.sort(Comparator.comparing(Beat::on).thenComparingInt(Stage::rank));
        return play(q.theCase(), all, end, shows);
    }

    /** The same conduct told by two courses happens once, on the first day either tells. */
    private static boolean same(Beat a, Beat b) {
        Happening one = a.happening();
        Happening other = b.happening();
        return one != null && other != null && one.moved(LocalDate.EPOCH).equals(other.moved(LocalDate.EPOCH));
    }

    private static int rank(Beat beat) {
        return switch (beat.happening()) {
            case Happening.Met _, Happening.Broken _ -> 0;
            case Happening.Verified _ -> 1;
            case Happening.Decides _ -> 2;
            case null -> 3;
            default -> 4;
        };
    }

    private static Optional<Story> play(Case theCase, List<Beat> beats, Story.Line end, Predicate<Standing> shows) {
        List<Happening> story = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (int i = 0; i < beats.size(); i++) {
            Happening h = beats.get(i).happening();
            if (h != null) {
                story.add(h);
                of.add(i);
            }
        }
        story.add(new Happening.Passes(end.on()));
        Staged staged = Looked.staged(theCase, story, end.on(), SLACK_DAYS);
        LocalDate last = staged.happenings().getLast().on();
        if (!staged.replays() || last.isAfter(theCase.to()) || !shows.test(staged.on(last))) {
            return Optional.empty();
        }
        return Optional.of(told(beats, of, staged, new Story.Line(last, end.says(), end.clause())));
    }

    private static Story told(List<Beat> beats, List<Integer> of, Staged staged, Story.Line end) {
        List<Story.Line> lines = new ArrayList<>();
        long shift = 0;
        for (int i = 0; i < beats.size(); i++) {
            Beat beat = beats.get(i);
            int at = of.indexOf(i);
            if (at >= 0) {
                shift = ChronoUnit.DAYS.between(
                        beat.on(), staged.happenings().get(at).on());
                figures(staged.linesOf().get(at), lines);
            }
            beat.teller().line(beat.move(), beat.on().plusDays(shift), lines);
        }
        lines.add(end);
        List<Story.Line> sorted =
                lines.stream().sorted(Comparator.comparing(Story.Line::on)).toList();
        return new Story(sorted, staged.scenario(end.says()));
    }

    private static void figures(List<Scenario.Line> staged, List<Story.Line> lines) {
        for (Scenario.Line line : staged) {
            LocalDate day = line.day();
            if (day != null && (line instanceof Scenario.Line.Reads || line instanceof Scenario.Line.Happens)) {
                String words = Words.of(line).replaceFirst("^on [-0-9]+ ", "");
                lines.add(new Story.Line(day, words, Span.NOWHERE));
            }
        }
    }

    private static List<Beat> beats(Dating.Dated course) {
        Slice slice = course.course().play().slice();
        var teller = new Teller(slice);
        List<Beat> beats = new ArrayList<>();
        List<Move> moves = course.course().moves();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            LocalDate on = course.days().get(i);
            if (move.kind() != Move.Kind.TICK && move.kind() != Move.Kind.RESTS) {
                beats.add(new Beat(on, happening(move, on, slice), move, teller));
            }
        }
        return beats;
    }

    /** Returns what the standing has to show of a move, or {@code null} where it follows by itself. */
    static @Nullable Happening happening(Move move, LocalDate on, Slice slice) {
        return switch (move.kind()) {
            case MET -> new Happening.Met(on, move.thing());
            case VERIFIED -> new Happening.Verified(on, move.thing());
            case BROKEN -> new Happening.Broken(on, move.thing());
            case ACTS -> {
                Obligation o = slice.duties().get(move.number());
                Verb verb = java.util.Objects.requireNonNull(o.verb());
                yield new Happening.Acts(
                        on, move.actor(), verb, move.thing(), o.reaction().expiry());
            }
            case PREPARES -> decides(move, on, slice, parley.roadmap.Stage.PREPARED);
            case BLOCKS -> decides(move, on, slice, parley.roadmap.Stage.BLOCKED);
            case LEAVES -> new Happening.Leaves(on, move.actor());
            case OPENS, FIRES, RESTS, ENDS, TICK -> null;
        };
    }

    private static Happening decides(Move move, LocalDate on, Slice slice, parley.roadmap.Stage stage) {
        Verb verb = java.util.Objects.requireNonNull(
                slice.duties().get(move.number()).verb());
        return new Happening.Decides(on, move.actor(), stage, verb, move.thing());
    }
}
