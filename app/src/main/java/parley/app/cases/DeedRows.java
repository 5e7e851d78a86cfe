package parley.app.cases;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.app.record.Deed;
import parley.facts.FactFiles;

/** The rows of facts that deeds of coordination make: an act, a decision on the way, a signature, a consultation. */
final class DeedRows {
    private DeedRows() {}

    /** Returns the id of the row that an entry makes. */
    static String id(Noted noted) {
        return noted.entry().name();
    }

    /** Returns the row of an entry, or {@code null} if it makes none by itself. */
    static Deed.@Nullable Row of(Noted noted) {
        String id = id(noted);
        String source = "entry %s of this record".formatted(noted.entry().name());
        return switch (noted.deed()) {
            case Deed.StageReached d
            when d.stage().equals("effective") ->
                new Deed.Row(
                        FactFiles.ACTS,
                        Map.of(
                                "id", id,
                                "date", d.date(),
                                "partner", d.partner(),
                                "verb", d.verb(),
                                "measure", d.measure(),
                                "until", d.until(),
                                "then", d.then(),
                                "instrument", d.instrument(),
                                "source", source));
            case Deed.StageReached d ->
                new Deed.Row(
                        FactFiles.DECISIONS,
                        Map.of(
                                "id", id,
                                "date", d.date(),
                                "partner", d.partner(),
                                "verb", d.verb(),
                                "measure", d.measure(),
                                "stage", d.stage(),
                                "source", source));
            case Deed.FindingSigned d ->
                new Deed.Row(
                        FactFiles.SIGNATURES,
                        Map.of(
                                "id", id,
                                "date", d.date(),
                                "verifier", d.verifier(),
                                "concession", d.concession(),
                                "finding", d.finding(),
                                "source", source));
            case Deed.ConsultationHeld d ->
                new Deed.Row(
                        FactFiles.CONSULTATIONS,
                        Map.of(
                                "id", id,
                                "date", d.date(),
                                "partner", d.partner(),
                                "stakeholder", d.stakeholder(),
                                "source", source,
                                "note", d.position()));
            case null, default -> null;
        };
    }
}
