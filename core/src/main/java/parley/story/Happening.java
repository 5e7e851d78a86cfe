package parley.story;

import java.time.LocalDate;
import parley.roadmap.Expiry;
import parley.roadmap.Stage;
import parley.roadmap.Verb;

/** Something that happens in a story before figures are chosen for it. */
public sealed interface Happening {
    LocalDate on();

    /** Returns the same on another day. */
    default Happening moved(LocalDate day) {
        return switch (this) {
            case Met h -> new Met(day, h.concession);
            case Verified h -> new Verified(day, h.concession);
            case Broken h -> new Broken(day, h.concession);
            case Acts h -> new Acts(day, h.partner, h.verb, h.measure, h.expiry);
            case Decides h -> new Decides(day, h.partner, h.stage, h.verb, h.measure);
            case Disputes h -> new Disputes(day, h.who, h.concession, h.settles);
            case Consults h -> new Consults(day, h.partner, h.stakeholder);
            case Leaves h -> new Leaves(day, h.partner);
            case Occurs h -> new Occurs(day, h.event, h.times);
            case Reads h -> new Reads(day, h.indicator, h.value, h.total);
            case Passes _ -> new Passes(day);
        };
    }

    /** The record first shows the condition of a concession on this day. */
    record Met(LocalDate on, String concession) implements Happening {}

    /** Enough of those who have to sign do so on this day; where nobody has to, the record shows the condition. */
    record Verified(LocalDate on, String concession) implements Happening {}

    /** The record first shows the break on this day. */
    record Broken(LocalDate on, String concession) implements Happening {}

    /** A partner does something to a measure, as a rule in answer to a branch. */
    record Acts(LocalDate on, String partner, Verb verb, String measure, Expiry expiry) implements Happening {}

    /** A partner comes a step further in deciding about an act. */
    record Decides(LocalDate on, String partner, Stage stage, Verb verb, String measure) implements Happening {}

    /** Somebody disputes a finding or settles the dispute. */
    record Disputes(LocalDate on, String who, String concession, boolean settles) implements Happening {}

    /** A partner hears a stakeholder. */
    record Consults(LocalDate on, String partner, String stakeholder) implements Happening {}

    /** A partner leaves the roadmap. */
    record Leaves(LocalDate on, String partner) implements Happening {}

    /** An event happens, with a number that the story gives. */
    record Occurs(LocalDate on, String event, int times) implements Happening {}

    /** An indicator is read, with a figure that the story gives. */
    record Reads(LocalDate on, String indicator, double value, boolean total) implements Happening {}

    /** Time passes until that day. */
    record Passes(LocalDate on) implements Happening {}
}
