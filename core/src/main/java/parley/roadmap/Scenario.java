package parley.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/** A dated story and what must come of it: a test of the text. */
public record Scenario(String title, List<Line> lines, Secrecy secrecy, Span at) {
    public Scenario {
        lines = List.copyOf(lines);
    }

    /** A line of the story, in the order written. */
    public sealed interface Line {
        Span at();

        /** Returns the day of what is told, or {@code null} where the line tells no day of the story. */
        default @Nullable LocalDate day() {
            return switch (this) {
                case Reads r -> r.on();
                case Happens h -> h.on();
                case Verifies v -> v.on();
                case Claims c -> c.on();
                case Disputes d -> d.on();
                case Acts a -> a.on();
                case Decides d -> d.on();
                case Consults c -> c.on();
                case Leaves l -> l.on();
                case Passes p -> p.on();
                case Given _, Expect _ -> null;
            };
        }

        /** {@code given M suspended on D for 6 months}; without a day, from the first day of the case. */
        record Given(Ref thing, String state, @Nullable LocalDate on, Expiry expiry, Span at) implements Line {}

        /** {@code on D freed-at-home totals 96}, {@code on D newly-recognised is 41 a month}. */
        record Reads(LocalDate on, Ref indicator, double value, boolean total, Span at) implements Line {}

        /** {@code on D border-attack}. */
        record Happens(LocalDate on, Ref event, int times, Span at) implements Line {}

        /** {@code on D monitors verify humanitarian-release}. */
        record Verifies(LocalDate on, Ref verifier, Ref concession, Span at) implements Line {}

        /** {@code on D regime claims humanitarian-release}. */
        record Claims(LocalDate on, Ref concession, Span at) implements Line {}

        /** {@code on D uk disputes humanitarian-release}, {@code on D uk settles humanitarian-release}. */
        record Disputes(LocalDate on, Ref who, Ref concession, boolean settles, Span at) implements Line {}

        /** {@code on D eu suspends eu-overflight}. */
        record Acts(LocalDate on, List<Ref> actors, Verb verb, Ref measure, Expiry expiry, Span at) implements Line {
            public Acts {
                actors = List.copyOf(actors);
            }
        }

        /** {@code on D eu prepares suspension of eu-overflight}. */
        record Decides(LocalDate on, Ref partner, Stage stage, Verb verb, Ref measure, Span at) implements Line {}

        /** {@code on D eu consults democratic-forces}, {@code on D eu reviews open-skies}: a stakeholder or a step. */
        record Consults(LocalDate on, Ref partner, Ref stakeholder, Span at) implements Line {}

        /** {@code on D us leaves}. */
        record Leaves(LocalDate on, Ref partner, Span at) implements Line {}

        /** {@code on D nobody decides}: time passes until that day. */
        record Passes(LocalDate on, Span at) implements Line {}

        /** {@code expect …}; {@code on} is the day to look, {@code null} for the last day of the story so far. */
        record Expect(Expectation what, @Nullable LocalDate on, Span at) implements Line {}
    }

    /** What a scenario expects. */
    public sealed interface Expectation {
        /** {@code expect humanitarian-release met on D}; with a day, the state began on that day. */
        record InState(
                Ref thing,
                String state,
                boolean negated,
                @Nullable LocalDate since) implements Expectation {}

        /** {@code expect eu owes suspension of eu-overflight by D}; {@code negated}: owes no such thing. */
        record Owes(
                Ref partner,
                String noun,
                @Nullable Ref thing,
                @Nullable LocalDate by,
                boolean negated) implements Expectation {}

        /** {@code expect eu suspension of eu-overflight prepared}. */
        record Decision(Ref partner, Verb verb, Ref measure, String state) implements Expectation {}

        /** {@code expect nobody owes anything}, {@code expect uk owes nothing}. */
        record OwesNothing(@Nullable Ref partner) implements Expectation {}

        /** {@code expect warning "…"}, {@code expect deviation "…"}, {@code expect alarm "…"}, or {@code expect no warning}. */
        record Says(String kind, String words, boolean negated) implements Expectation {}

        /** {@code expect C unknown}: neither true nor false, as the record stands. */
        record Unknown(Ref concession) implements Expectation {}
    }
}
