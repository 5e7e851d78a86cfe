package parley.app.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.cases.Dossier;
import parley.app.cases.Noted;
import parley.app.copies.ProposedCopies;
import parley.app.copies.ReadingCopies;
import parley.app.record.Deed;

/**
 * A text on its way into force, as a reader may see it.
 *
 * @param signed the signatures the reader may see, by partner
 * @param by who proposed it, or {@code null} if the reader may not see that
 */
public record TextProposal(
        ProposedCopies.Proposed text,
        State state,
        Map<String, Signature> signed,
        @Nullable UUID by,
        String why) {

    /** How far it has come. */
    public enum State {
        OPEN("waits for signatures"),
        ADOPTED("was put in force"),
        OUTDATED("rests on a text no longer in force");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A desk's signature for its partner. */
    public record Signature(String partner, Instant at, UUID by) {}

    public long entry() {
        return text.entry();
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Returns the partners that have not signed yet, among those the reader sees to be bound. */
    public List<String> unsigned() {
        return text.binds().stream().filter(p -> !signed.containsKey(p)).toList();
    }

    /** Returns the proposals a reader may see, in order. */
    public static List<TextProposal> in(Dossier dossier) {
        return dossier.proposed().stream().map(p -> of(dossier, p)).toList();
    }

    private static TextProposal of(Dossier dossier, ProposedCopies.Proposed p) {
        // The same text may be proposed again later; what was signed then counts then.
        long next = dossier.proposed().stream()
                .filter(q -> q.version().equals(p.version()) && q.entry() > p.entry())
                .mapToLong(ProposedCopies.Proposed::entry)
                .min()
                .orElse(Long.MAX_VALUE);
        Map<String, Signature> signed = new TreeMap<>();
        UUID by = null;
        String why = "";
        for (Noted n : dossier.noted()) {
            if (n.index() == p.entry()) {
                by = n.entry().account();
                why = n.entry().reason();
            }
            boolean during = n.index() > p.entry() && n.index() < next;
            if (during
                    && n.deed() instanceof Deed.TextSigned(String version, String partner)
                    && version.equals(p.version())) {
                signed.putIfAbsent(
                        partner,
                        new Signature(partner, n.entry().at(), n.entry().account()));
            }
        }
        return new TextProposal(p, state(dossier.versions(), p, next), signed, by, why);
    }

    private static State state(List<ReadingCopies.Version> versions, ProposedCopies.Proposed p, long next) {
        boolean adopted = versions.stream()
                .anyMatch(v -> v.hash().equals(p.version()) && v.adopted() > p.entry() && v.adopted() < next);
        if (adopted) {
            return State.ADOPTED;
        }
        return versions.getLast().hash().equals(p.basedOn()) ? State.OPEN : State.OUTDATED;
    }
}
