package parley.app.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.app.cases.Noted;
import parley.app.record.Deed;
import parley.roadmap.Verb;

/**
 * A decision a partner works on.
 *
 * @param until the day by which it has to be taken, or {@code null}
 * @param positions the last position of each member, in the order in which they spoke
 * @param stages what was reached, in order; the last one counts
 */
public record Proposal(
        String id,
        String partner,
        Verb verb,
        String measure,
        String duty,
        boolean prepared,
        @Nullable LocalDate until,
        Instant opened,
        Map<String, Position> positions,
        List<Stage> stages,
        boolean dropped) {

    /** What a member says, since when and why. */
    public record Position(String member, String says, Instant at, String why) {}

    /** A step of the procedure, with the day it was taken. */
    public record Stage(String word, LocalDate on, Instant recorded, String instrument) {}

    /** Returns the word of the stage reached. */
    public String stage() {
        return dropped
                ? "dropped"
                : stages.isEmpty() ? "proposed" : stages.getLast().word();
    }

    /** Says whether there is still something to decide. */
    public boolean open() {
        return switch (stage()) {
            case "effective", "dropped", "lapsed" -> false;
            default -> true;
        };
    }

    /** Returns the members who stand against it. */
    public List<String> against() {
        return positions.values().stream()
                .filter(p -> p.says().equals("against"))
                .map(Position::member)
                .toList();
    }

    /** Returns the proposals that entries tell of, by id, in the order in which they were opened. */
    public static Map<String, Proposal> in(List<Noted> noted) {
        Map<String, Proposal> found = new LinkedHashMap<>();
        for (Noted n : noted) {
            switch (n.deed()) {
                case Deed.ProposalOpened d -> {
                    Proposal opened = opened(d, n.entry().at());
                    if (opened != null) {
                        found.put(d.id(), opened);
                    }
                }
                case Deed.PositionTaken d ->
                    found.computeIfPresent(
                            d.proposal(),
                            (_, p) -> p.with(new Position(
                                    d.member(),
                                    d.position(),
                                    n.entry().at(),
                                    n.entry().reason())));
                case Deed.StageReached d ->
                    found.computeIfPresent(
                            d.proposal(),
                            (_, p) -> p.with(new Stage(
                                    d.stage(),
                                    LocalDate.parse(d.date()),
                                    n.entry().at(),
                                    d.instrument())));
                case Deed.ProposalDropped d -> found.computeIfPresent(d.proposal(), (_, p) -> p.gone());
                case null, default -> {}
            }
        }
        return found;
    }

    private static @Nullable Proposal opened(Deed.ProposalOpened d, Instant at) {
        for (Verb verb : Verb.values()) {
            if (verb.plural().equals(d.verb())) {
                LocalDate until = d.until().isEmpty() ? null : LocalDate.parse(d.until());
                return new Proposal(
                        d.id(),
                        d.partner(),
                        verb,
                        d.measure(),
                        d.duty(),
                        d.prepared(),
                        until,
                        at,
                        Map.of(),
                        List.of(),
                        false);
            }
        }
        return null;
    }

    private Proposal with(Position position) {
        Map<String, Position> all = new LinkedHashMap<>(positions);
        all.remove(position.member());
        all.put(position.member(), position);
        return new Proposal(id, partner, verb, measure, duty, prepared, until, opened, all, stages, dropped);
    }

    private Proposal with(Stage stage) {
        List<Stage> all = new ArrayList<>(stages);
        all.add(stage);
        return new Proposal(id, partner, verb, measure, duty, prepared, until, opened, positions, all, dropped);
    }

    private Proposal gone() {
        return new Proposal(id, partner, verb, measure, duty, prepared, until, opened, positions, stages, true);
    }
}
