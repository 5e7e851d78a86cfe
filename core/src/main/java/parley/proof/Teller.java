package parley.proof;

import java.time.LocalDate;
import java.util.List;
import parley.language.Words;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Expiry;
import parley.roadmap.Step;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;
import parley.text.Span;

/** Tells a behaviour of the model in the roadmap's own words: one line a change, waiting left out. */
final class Teller {
    private final Slice slice;
    private final Case theCase;

    Teller(Slice slice) {
        this.slice = slice;
        this.theCase = slice.theCase();
    }

    /** Adds what there is to say about a move on its day. */
    void line(Move move, LocalDate on, List<Story.Line> lines) {
        switch (move.kind()) {
            case MET -> {
                Concession c = concession(move.thing());
                lines.add(new Story.Line(
                        on,
                        "the record shows %s met: %s".formatted(c.id(), Words.of(c.met())),
                        c.met().at()));
                if (c.verifiedBy() == null) {
                    lines.add(new Story.Line(on, c.id() + " counts as verified, nobody has to sign", c.at()));
                }
            }
            case VERIFIED ->
                lines.add(new Story.Line(
                        on,
                        "%s sign %s".formatted(move.actor(), move.thing()),
                        concession(move.thing()).at()));
            case BROKEN -> {
                Concession c = concession(move.thing());
                String why = c.broken() == null ? "" : ": " + Words.of(c.broken());
                lines.add(new Story.Line(
                        on,
                        "%s is broken%s".formatted(c.id(), why),
                        c.broken() == null ? c.at() : c.broken().at()));
            }
            case OPENS -> lines.add(new Story.Line(on, "the phase %s opens".formatted(move.thing()), clause(move)));
            case FIRES -> fires(move, on, lines);
            case ACTS -> {
                Obligation o = duty(move);
                lines.add(new Story.Line(on, act(o), o.reaction().at()));
            }
            case PREPARES -> {
                Obligation o = duty(move);
                lines.add(new Story.Line(
                        on,
                        "%s has the %s ready in advance".formatted(o.partner().id(), o.words()),
                        o.reaction().at()));
            }
            case BLOCKS -> {
                Obligation o = duty(move);
                lines.add(new Story.Line(
                        on,
                        "members block the %s, and every later attempt".formatted(o.words()),
                        o.partner().at()));
            }
            case ENDS ->
                lines.add(new Story.Line(on, "the relief of %s ends by itself".formatted(move.thing()), clause(move)));
            case LEAVES -> lines.add(new Story.Line(on, move.actor() + " leaves the roadmap", Span.NOWHERE));
            case RESTS, TICK -> {}
        }
    }

    private void fires(Move move, LocalDate on, List<Story.Line> lines) {
        Step step = theCase.steps().stream()
                .filter(s -> s.id().equals(move.thing()))
                .findFirst()
                .orElseThrow();
        Step.Branch branch = step.branches().get(move.number() - 1);
        if (branch.trigger() instanceof Trigger.NothingBy || branch.trigger() instanceof Trigger.NothingFor) {
            lines.add(new Story.Line(on, "nothing has come, and %s answers".formatted(step.id()), branch.at()));
        }
        for (Obligation o : slice.duties()) {
            if (o.branch().equals(branch)) {
                lines.add(new Story.Line(on, owes(o, on), o.reaction().at()));
            }
        }
    }

    static String owes(Obligation o, LocalDate arose) {
        var within = o.reaction().within();
        LocalDate fixed = o.reaction().on();
        LocalDate due = fixed != null ? fixed : within == null ? null : within.after(arose);
        return "%s owes %s%s".formatted(o.partner().id(), o.words(), due == null ? "" : " by " + due);
    }

    private static String act(Obligation o) {
        Verb verb = o.verb();
        String what = verb == null || o.measure() == null
                ? "acts"
                : verb.did(o.measure().id());
        String expiry = o.reaction().expiry() instanceof Expiry.Unsaid
                ? ""
                : ", " + Words.of(o.reaction().expiry());
        return "%s %s%s".formatted(o.partner().id(), what, expiry);
    }

    private static Span clause(Move move) {
        return move.clauses().isEmpty() ? Span.NOWHERE : move.clauses().getFirst();
    }

    private Obligation duty(Move move) {
        return slice.duties().get(move.number());
    }

    private Concession concession(String id) {
        return theCase.concessions().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
