package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.facts.Confidence;
import parley.facts.Consultation;
import parley.facts.DecisionRow;
import parley.facts.Facts;
import parley.facts.Finding;
import parley.facts.Occurrence;
import parley.facts.Reading;
import parley.facts.Signature;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.roadmap.Measure;
import parley.roadmap.Ref;
import parley.roadmap.Scenario;
import parley.roadmap.Verb;

/** The lines of a scenario told so far, as rows of a record. */
final class StoryRows {
    private static final String SOURCE = "scenario";

    private final Case theCase;
    private final Map<String, Declaration> names;
    private final List<Reading> readings = new ArrayList<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();
    private final List<Consultation> consultations = new ArrayList<>();
    private final List<DecisionRow> decisions = new ArrayList<>();
    private final List<Story.Deed> deeds = new ArrayList<>();
    private final List<Story.Leaving> leavings = new ArrayList<>();
    private int next;
    private LocalDate day;

    /** @param names the declarations of the case by name */
    StoryRows(Case theCase, Map<String, Declaration> names, LocalDate first) {
        this.theCase = theCase;
        this.names = names;
        this.day = first;
    }

    /** A story that begins before the roadmap is about the phases of that time. */
    static LocalDate beginning(Case theCase, List<Scenario.Line> lines) {
        return lines.stream()
                .map(StoryRows::begins)
                .flatMap(Stream::ofNullable)
                .filter(day -> day.isBefore(theCase.from()))
                .min(LocalDate::compareTo)
                .orElse(theCase.from());
    }

    static @Nullable LocalDate begins(Scenario.Line line) {
        return line instanceof Scenario.Line.Given g ? g.on() : line.day();
    }

    /** Returns the day of the last line told. */
    LocalDate day() {
        return day;
    }

    Story story() {
        var facts = new Facts(readings, occurrences, List.of(), signatures, consultations, decisions);
        return new Story(facts, deeds, leavings, LocalDate.MAX);
    }

    void tell(Scenario.Line line) {
        LocalDate on = line.day();
        day = on == null ? day : on;
        switch (line) {
            case Scenario.Line.Given g -> given(g);
            case Scenario.Line.Reads r -> {
                String series = names.get(r.indicator().id()) instanceof Indicator i
                        ? i.series()
                        : r.indicator().id();
                readings.add(new Reading(id(), series, r.on(), r.value(), r.on(), SOURCE, Confidence.A, "", null, ""));
            }
            case Scenario.Line.Happens h -> {
                String series = names.get(h.event().id()) instanceof Event e
                        ? e.series()
                        : h.event().id();
                for (int i = 0; i < h.times(); i++) {
                    occurrences.add(
                            new Occurrence(id(), series, h.on(), h.on(), "", SOURCE, Confidence.A, "", null, ""));
                }
            }
            case Scenario.Line.Verifies v ->
                sign(v.on(), v.verifier().id(), v.concession().id(), Finding.VERIFIED);
            case Scenario.Line.Claims c ->
                sign(c.on(), theCase.counterpart(), c.concession().id(), Finding.CLAIMED);
            case Scenario.Line.Disputes d ->
                sign(d.on(), d.who().id(), d.concession().id(), d.settles() ? Finding.SETTLED : Finding.DISPUTED);
            case Scenario.Line.Acts a ->
                a.actors()
                        .forEach(p -> deeds.add(new Story.Deed(
                                "", a.on(), p.id(), a.verb(), a.measure().id(), a.expiry(), "")));
            case Scenario.Line.Decides d -> decides(d);
            case Scenario.Line.Consults c -> consults(c);
            case Scenario.Line.Leaves l ->
                leavings.add(new Story.Leaving(l.on(), l.partner().id()));
            case Scenario.Line.Passes _ -> {}
            case Scenario.Line.Expect _ -> throw new IllegalStateException("An expectation tells nothing.");
        }
    }

    private String id() {
        return "line-" + next++;
    }

    private void sign(LocalDate on, String who, String concession, Finding finding) {
        signatures.add(new Signature(id(), on, on, who, concession, finding, SOURCE, Confidence.A, ""));
    }

    private void decides(Scenario.Line.Decides d) {
        String partner = d.partner().id();
        String measure = d.measure().id();
        decisions.add(
                new DecisionRow(id(), d.on(), d.on(), partner, d.verb(), measure, d.stage(), SOURCE, Confidence.A, ""));
    }

    private void consults(Scenario.Line.Consults c) {
        String partner = c.partner().id();
        String heard = c.stakeholder().id();
        consultations.add(new Consultation(id(), c.on(), c.on(), partner, heard, SOURCE, Confidence.A, ""));
    }

    private void given(Scenario.Line.Given g) {
        LocalDate on = g.on() == null ? theCase.from() : g.on();
        if (names.get(g.thing().id()) instanceof Measure m) {
            for (Verb verb : Verb.values()) {
                boolean first = verb.past().equals(g.state()) && verb != Verb.RESTORE;
                for (Ref owner : first ? m.owners() : List.<Ref>of()) {
                    deeds.add(new Story.Deed("", on, owner.id(), verb, m.id(), g.expiry(), ""));
                }
            }
        }
        day = on.isAfter(day) ? on : day;
    }
}
