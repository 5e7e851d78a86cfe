package parley.app.evidence.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.cases.Dossier;
import parley.app.cases.Known;
import parley.app.evidence.ServerKey;
import parley.app.people.Account;
import parley.app.people.WebSessions.WebSession;
import parley.app.record.CaseRecord;
import parley.app.record.ChainText;
import parley.app.record.Deed;
import parley.app.record.Entry;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.evidence.Certificates;
import parley.evidence.Claim;
import parley.evidence.Hash;
import parley.evidence.Verdict;
import parley.evidence.Why;

/**
 * The record a certificate was derived from, with its salts: enough to derive it again without a server.
 *
 * <pre>
 *   parley-verdict-bundle/v1
 *   case belarus
 *   person ACCOUNT PERSON       who is one pair of eyes
 *   salt NAME HEX               of each claim used, and of the graph of origins
 *   record
 *   …                           every entry as its hash covers it
 * </pre>
 */
public final class Bundle {
    private static final String FIRST_LINE = "parley-verdict-bundle/v1";
    private static final String RECORD = "\nrecord\n";
    private static final Account NOBODY = new Account(new UUID(0, 0), new UUID(0, 0), "nobody", "Nobody");

    private final String caseId;
    private final Map<UUID, UUID> persons;
    private final Map<String, byte[]> salts;
    private final ChainText.Read chain;

    private Bundle(String caseId, Map<UUID, UUID> persons, Map<String, byte[]> salts, ChainText.Read chain) {
        this.caseId = caseId;
        this.persons = persons;
        this.salts = salts;
        this.chain = chain;
    }

    /** Returns the text of a bundle, which was tried before it is given out. */
    static String of(Visit visit, Deed.VerdictIssued issued, ServerKey key, List<Entry> all) {
        String text = text(issued.note());
        Certificates.Point point = Certificates.point(text);
        if (point == null) {
            throw new Refused("This certificate was made by another version of Parley; it has no bundle.");
        }
        List<Entry> entries =
                all.stream().filter(e -> e.index() < point.known().size()).toList();
        Map<UUID, UUID> persons = new HashMap<>();
        for (Entry e : entries) {
            persons.put(e.account(), UUID.fromString(visit.dossier().book().person(e.account())));
            if (parley.app.record.Deeds.of(e) instanceof Deed.RoleGiven given) {
                persons.put(
                        given.account(), UUID.fromString(visit.dossier().book().person(given.account())));
            }
        }
        var tried = new Bundle(visit.caseId(), persons, Map.of(), ChainText.read(ChainText.of(entries)));
        Certifying certifying =
                tried.certifying(point.world(), day(point.known().at()));
        Verdict verdict = certifying.derive(issued.concession());
        Certificates.Salts salts = Certifying.salts(verdict, key);
        String difference = Certificates.difference(text, certifying.text(verdict, salts));
        if (difference != null) {
            throw new Refused(
                    "This certificate was made for a reader of a copy, or by another version, so the whole record does not give it again. %s"
                            .formatted(difference));
        }
        var out = new StringBuilder(FIRST_LINE).append("\ncase ").append(visit.caseId());
        new TreeMap<>(persons)
                .forEach((account, person) ->
                        out.append("\nperson ").append(account).append(' ').append(person));
        for (Claim c : verdict.used()) {
            salt(out, c.id(), salts);
        }
        salt(out, Certificates.Salts.GRAPH, salts);
        return out.append(RECORD).append(ChainText.of(entries)).toString();
    }

    private static void salt(StringBuilder out, String name, Certificates.Salts salts) {
        out.append("\nsalt ")
                .append(HexFormat.of().formatHex(salts.of(name)))
                .append(' ')
                .append(name);
    }

    /** Returns the text of a note without the signatures below it. */
    private static String text(String note) {
        return note.substring(0, note.indexOf("\nend\n") + "\nend\n".length());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Reads a bundle; {@code null} if it is none. */
    public static @Nullable Bundle read(String text) {
        int record = text.indexOf(RECORD);
        if (!text.startsWith(FIRST_LINE + "\ncase ") || record < 0) {
            return null;
        }
        String caseId = "";
        Map<UUID, UUID> persons = new HashMap<>();
        Map<String, byte[]> salts = new HashMap<>();
        try {
            for (String line : text.substring(0, record).split("\n", -1)) {
                String[] part = line.split(" ", 3);
                switch (part[0]) {
                    case "case" -> caseId = part[1];
                    case "person" -> persons.put(UUID.fromString(part[1]), UUID.fromString(part[2]));
                    case "salt" -> salts.put(part[2], HexFormat.of().parseHex(part[1]));
                    default -> {}
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return null;
        }
        return new Bundle(caseId, persons, salts, ChainText.read(text.substring(record + RECORD.length())));
    }

    /**
     * Derives a certificate again.
     *
     * @param note the certificate, with its signatures
     * @return what differs or cannot be derived, as a sentence; {@code null} if every byte is the same
     */
    public @Nullable String difference(String note) {
        if (!chain.wrong().isEmpty()) {
            return "The record in the bundle is no chain. " + chain.wrong();
        }
        String text = text(note);
        Certificates.Point point = Certificates.point(text);
        if (point == null) {
            return "The text has not the form of a certificate.";
        }
        if (chain.entries().size() != point.known().size()) {
            return "The certificate knows %d entries, the bundle has %d."
                    .formatted(point.known().size(), chain.entries().size());
        }
        String clause = text.lines()
                .filter(l -> l.startsWith("clause concession "))
                .map(l -> l.substring("clause concession ".length()))
                .findFirst()
                .orElse("");
        Certifying certifying = certifying(point.world(), day(point.known().at()));
        Verdict verdict = certifying.derive(clause);
        return Certificates.difference(
                text, certifying.text(verdict, name -> salts.getOrDefault(name, new byte[Hash.SALT_BYTES])));
    }

    /** Returns the hash of the last entry. */
    public String head() {
        return chain.head();
    }

    public int entries() {
        return chain.entries().size();
    }

    /** Says who signed a claim and whether each signature counts at the end of the record; {@code null} if there is no such claim. */
    public @Nullable Why why(String claim) {
        if (chain.entries().isEmpty()) {
            return null;
        }
        Dossier dossier = Dossier.replayed(caseId, chain.entries(), a -> persons.getOrDefault(a, a));
        Instant at = chain.entries().getLast().at();
        var state = dossier.book().at(dossier.book().last(), at);
        return state.claim(claim) == null ? null : state.why(claim);
    }

    private Certifying certifying(LocalDate world, LocalDate known) {
        Dossier dossier = Dossier.replayed(caseId, chain.entries(), a -> persons.getOrDefault(a, a));
        Known then = dossier.knownAt(known);
        if (then == null) {
            throw new Refused("The record in the bundle has no text in force.");
        }
        var session = new WebSession(NOBODY, Instant.EPOCH, Instant.EPOCH, false, "");
        var visit = new Visit(session, CaseRecord.SYSTEM.toString(), dossier, then, List.of(), known, world, "");
        return new Certifying(visit, Seen.of(visit));
    }
}
