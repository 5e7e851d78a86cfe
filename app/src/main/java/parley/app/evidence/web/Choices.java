package parley.app.evidence.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import parley.app.people.Role;
import parley.app.record.Deed;
import parley.app.web.Prose;
import parley.app.web.Visit;
import parley.evidence.ConfidenceLevel;
import parley.evidence.Dispute;
import parley.evidence.Event;
import parley.evidence.Grade;
import parley.evidence.Item;
import parley.evidence.Likelihood;
import parley.evidence.Predicate;
import parley.evidence.Resolution;
import parley.evidence.SourceClass;
import parley.roadmap.Concession;
import parley.roadmap.Indicator;

/** The words that forms about evidence offer. */
public record Choices(
        List<Choice> bodies,
        List<Choice> predicates,
        List<Choice> concessions,
        List<Choice> series,
        List<Choice> items,
        List<Choice> kinds,
        List<Choice> sources,
        List<Choice> sourceClasses,
        List<Choice> parties,
        List<Choice> letters,
        List<Choice> digits,
        List<Choice> likelihoods,
        List<Choice> confidences,
        List<Choice> grounds,
        List<Choice> causes,
        List<Choice> ends) {

    /** A value and the words beside it. */
    public record Choice(String value, String words) {}

    static Choices of(Seen seen) {
        Visit visit = seen.visit();
        List<Choice> bodies = new ArrayList<>();
        for (Role role : List.of(Role.VERIFIER, Role.DESK)) {
            visit.bodies(role).forEach(b -> bodies.add(new Choice(b, Prose.heading(visit.theCase(), b))));
        }
        List<Choice> series = new ArrayList<>();
        visit.theCase().all(Indicator.class).forEach(i -> series.add(new Choice(i.series(), i.heading())));
        visit.theCase()
                .all(parley.roadmap.Event.class)
                .forEach(e -> series.add(new Choice(e.series(), e.heading() + " (happened)")));
        List<Choice> parties = new ArrayList<>(List.of(new Choice("", "no party to the case")));
        if (!visit.theCase().counterpart().isEmpty()) {
            parties.add(new Choice(
                    visit.theCase().counterpart(),
                    Prose.heading(visit.theCase(), visit.theCase().counterpart())));
        }
        visit.theCase().partners().forEach(p -> parties.add(new Choice(p.id(), p.heading())));
        return new Choices(
                bodies,
                Arrays.stream(Predicate.values())
                        .map(p -> new Choice(p.word(), predicate(p)))
                        .toList(),
                visit.theCase().all(Concession.class).stream()
                        .map(c -> new Choice(c.id(), c.heading()))
                        .toList(),
                series,
                seen.items().stream()
                        .filter(i -> !seen.state().hasFallen(i.id()))
                        .map(i -> new Choice(i.id(), i.title() + ", " + seen.sourceTitle(i.source())))
                        .toList()
                        .reversed(),
                words(Item.Kind.values()),
                seen.sources().stream()
                        .map(Deed.SourceNamed::id)
                        .filter(id -> bodies.stream().noneMatch(b -> b.value().equals(id)))
                        .map(id -> new Choice(id, seen.sourceTitle(id)))
                        .toList(),
                words(SourceClass.values()),
                parties,
                Arrays.stream(Grade.Letter.values())
                        .map(l ->
                                new Choice(l.name(), l.name() + " " + l.words().toLowerCase(Locale.ROOT)))
                        .toList(),
                Arrays.stream(Grade.Digit.values())
                        .map(d -> new Choice(
                                Integer.toString(d.figure()),
                                d.figure() + " " + d.words().toLowerCase(Locale.ROOT)))
                        .toList(),
                Arrays.stream(Likelihood.values())
                        .map(l -> new Choice(
                                l.word(), "%s (%d to %d %%)".formatted(l.word(), l.lowPercent(), l.highPercent())))
                        .toList()
                        .reversed(),
                words(ConfidenceLevel.values()).reversed(),
                words(Dispute.Ground.values()),
                words(Event.Retracted.Cause.values()),
                words(Resolution.End.values()));
    }

    private static List<Choice> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(Form::word)
                .map(w -> new Choice(w, w.replace('-', ' ')))
                .toList();
    }

    private static String predicate(Predicate p) {
        return switch (p) {
            case DETAINED -> "detained (where)";
            case RECOGNISED_BY -> "recognised (by whom)";
            case CHARGED -> "charged (under what)";
            case SENTENCED -> "sentenced (to what)";
            case OUT_OF_CUSTODY -> "out of custody (on what ground)";
            case CROSSED_BORDER -> "crossed a border (two letters of the state)";
            case BACK_IN_CUSTODY -> "back in custody (where)";
            case DIED -> "died (where)";
            case HOLDS_DOCUMENT -> "holds a document (which)";
            case RECORD_EXPUNGED -> "record expunged (by whom)";
            case ACT_ADOPTED -> "act adopted (which)";
            case ACT_IN_FORCE -> "act in force (which)";
            case NO_EVENT -> "nothing of a kind happened (which predicate)";
            case BORDER_EVENT -> "something at the border (what)";
            case STRIKE -> "strike (what)";
            case HOLDS_OFFICE -> "holds an office (which)";
            case ORDERED -> "ordered (what)";
            case TOOK_PART -> "took part (in what)";
            case SAME_AS -> "is the same as (whom)";
            case NOT_SAME_AS -> "is not the same as (whom)";
        };
    }
}
