package parley.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.note.NoteKey;
import parley.note.NoteVerdict;
import parley.note.Notes;

/**
 * The certificate of a verdict: a text that holds no source, no person and no place, to be signed as a note.
 *
 * <pre>
 *   Verdict, Salts, Engine ──▶ text ──▶ NoteSigner (verifier, releaser) ──▶ file
 *   file ──▶ verify: signatures, quorum, revocations          anybody, offline
 *   file, sealed log and salts ──▶ difference: derive again   those entitled; byte for byte
 * </pre>
 */
public final class Certificates {
    private static final String HASH = "sha256:[0-9a-f]{64}";

    /** The grammar, line by line; those with a star may be there any number of times. */
    private static final Pattern FORM = Pattern.compile(String.join(
            "\n",
            "parley-verdict/v1",
            "case \\S+",
            "roadmap " + HASH,
            "clause \\S[^\n]*",
            "condition " + HASH,
            "world (?<world>\\d{4}-\\d\\d-\\d\\d)",
            "known (?<size>0|[1-9]\\d{0,17}) (?<at>\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)",
            "(head " + HASH + "\n)?result (verified|not met|undecided)",
            "(value \\d+ \\d+ \\d+\n)*needs [a-z-]+ \\d+",
            "reached [a-z-]+ \\d+",
            "list (-|" + HASH + ")",
            "(evidence " + HASH + "\n)*dropped \\d+( [a-z-]+ \\d+)*",
            "graph " + HASH,
            "panel \\S+ \\d+ of \\d+( independent \\d+)?",
            "engine parley \\S+ " + HASH,
            "end\n"));

    private Certificates() {}

    /** Random bytes for each thing that is hashed; kept in the sealed bundle, so that it can be derived again. */
    @FunctionalInterface
    public interface Salts {
        /** The name under which the salt of the independence graph is asked for. */
        String GRAPH = "graph of origins";

        /**
         * Returns the salt of a thing.
         *
         * @param name id of a claim, or {@link #GRAPH}
         * @return {@value Hash#SALT_BYTES} bytes, always the same for a name
         */
        byte[] of(String name);
    }

    /**
     * The program that derived it.
     *
     * @param version for example {@code 1.0.0}
     * @param jar hash of its file
     */
    public record Engine(String version, Hash jar) {}

    /**
     * What a log that is one chain of hashes adds.
     *
     * @param head hash of the last entry known: the chain up to it is the log the verdict was derived from
     * @param panelOrigins how many of the panel's members signed on origins of their own
     */
    public record Chained(Hash head, int panelOrigins) {}

    /** Returns the text: equal clause, day, log and engine give equal bytes. */
    public static String text(Verdict verdict, Engine engine, Salts salts) {
        return text(verdict, engine, salts, null);
    }

    /** Returns the text of a verdict from a log that is one chain; {@code null} if it is none. */
    public static String text(Verdict verdict, Engine engine, Salts salts, @Nullable Chained chained) {
        Clause clause = verdict.clause();
        Demand demand = clause.demand();
        int dropped = verdict.dropped().values().stream().mapToInt(List::size).sum();
        String reasons = verdict.dropped().entrySet().stream()
                .map(one -> " " + one.getKey().word() + " " + one.getValue().size())
                .collect(Collectors.joining());
        List<Hash> head = chained == null ? List.of() : List.of(chained.head());
        String origins = chained == null ? "" : " independent " + chained.panelOrigins();
        return new Lines("parley-verdict/v1")
                .add("case", clause.caseName())
                .add("roadmap", clause.roadmap())
                .add("clause", clause.name())
                .add("condition", clause.conditionHash())
                .add("world", verdict.world())
                .add("known", verdict.known().size() + " " + verdict.known().at())
                .each("head", head)
                .add("result", verdict.result().word())
                .each("value", verdict.values())
                .add("needs", demand.rung().word() + " " + demand.independence())
                .add("reached", verdict.rung().word() + " " + verdict.independence())
                .add("list", demand.list())
                .each(
                        "evidence",
                        verdict.used().stream()
                                .map(claim -> Hash.salted(salts.of(claim.id()), claim.text()))
                                .sorted()
                                .toList())
                .add("dropped", dropped + reasons)
                .add("graph", Hash.salted(salts.of(Salts.GRAPH), verdict.origins()))
                .add(
                        "panel",
                        "%s %d of %d%s"
                                .formatted(
                                        clause.panel().name(),
                                        verdict.panel(),
                                        clause.panel().bodies().size(),
                                        origins))
                .add("engine", "parley " + engine.version() + " " + engine.jar())
                .end();
    }

    /**
     * Derives a certificate again and compares.
     *
     * @param text of the certificate, without signatures
     * @param state folded at the log size and time that the text names
     * @return null if every byte is the same, else the first line that differs, as a sentence
     * @throws IllegalArgumentException if the state is of another point of knowing
     */
    public static @Nullable String difference(
            String text, EvidenceState state, Clause clause, Engine engine, Salts salts) {
        Point point = point(text);
        if (point == null) {
            return "The text has not the form of a certificate.";
        }
        if (!state.at().equals(point.known)) {
            throw new IllegalArgumentException(
                    "The certificate was derived at %s, the state is of %s.".formatted(point.known, state.at()));
        }
        return difference(text, text(Verdicts.derive(state, clause, point.world), engine, salts));
    }

    /** Compares two texts; null if every byte is the same, else the first line that differs, as a sentence. */
    public static @Nullable String difference(String text, String again) {
        if (again.equals(text)) {
            return null;
        }
        List<String> before = text.lines().toList();
        List<String> after = again.lines().toList();
        int i = 0;
        while (i < Math.min(before.size(), after.size()) && before.get(i).equals(after.get(i))) {
            i++;
        }
        return "Line %d reads \"%s\"; derived again it reads \"%s\"."
                .formatted(i + 1, i < before.size() ? before.get(i) : "", i < after.size() ? after.get(i) : "");
    }

    /** Returns the day and the point of knowing that a certificate names; null if it is none. */
    public static @Nullable Point point(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        try {
            return new Point(
                    LocalDate.parse(form.group("world")),
                    new KnownAt(Long.parseLong(form.group("size")), Instant.parse(form.group("at"))));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** For which day a certificate was derived, and from what was known. */
    public record Point(LocalDate world, KnownAt known) {}

    /**
     * Whom a holder of a certificate trusts.
     *
     * @param signers by key: who signs with it, in which roles
     * @param quorum persons of each role; never empty
     */
    public record Trust(Map<NoteKey, Signer> signers, SortedMap<Role, Integer> quorum) {
        public Trust {
            signers = Map.copyOf(signers);
            if (quorum.isEmpty() || quorum.values().stream().anyMatch(n -> n < 1)) {
                throw new IllegalArgumentException("A quorum of nobody would accept any text; name a role.");
            }
        }
    }

    /** A person who signs certificates in one role. */
    public record Signer(String holder, Role role) {}

    /**
     * The certificates that the log had revoked.
     *
     * @param upTo time of the newest checkpoint the list was made from; to be shown with every answer
     */
    public record Revocations(Set<Hash> certificates, Instant upTo) {
        public Revocations {
            certificates = Set.copyOf(certificates);
        }
    }

    /** What verifying a file says. */
    public sealed interface Check {
        /**
         * It is signed as the trust demands and was not revoked by {@code upTo}. Says nothing of inclusion in the log;
         * see {@link Inclusion}.
         */
        record Valid(String text, Hash certificate, Point point, List<Signer> by, Instant upTo) implements Check {
            public Valid {
                by = List.copyOf(by);
            }
        }

        /**
         * It must not be relied on.
         *
         * @param reason one sentence without a full stop
         */
        record Refused(String reason) implements Check {}
    }

    /** Verifies a file offline: form, signatures, quorum of distinct persons, revocations. */
    public static Check verify(byte[] file, Trust trust, Revocations revocations) {
        return switch (Notes.verify(file, trust.signers().keySet())) {
            case NoteVerdict.Refused(String reason) -> new Check.Refused(reason);
            case NoteVerdict.Signed(String text, List<NoteKey> by) -> check(text, by, trust, revocations);
        };
    }

    private static Check check(String text, List<NoteKey> by, Trust trust, Revocations revocations) {
        Point point = point(text);
        if (point == null) {
            return new Check.Refused("the text has not the form of a certificate");
        }
        var persons = new HashSet<String>();
        var signers = new ArrayList<Signer>();
        for (NoteKey key : by) {
            Signer signer = trust.signers().get(key);
            if (signer != null && persons.add(signer.holder())) {
                signers.add(signer);
            }
        }
        for (Map.Entry<Role, Integer> need : trust.quorum().entrySet()) {
            long have = signers.stream()
                    .filter(signer -> signer.role() == need.getKey())
                    .count();
            if (have < need.getValue()) {
                return new Check.Refused("%d of %d persons signed as %s"
                        .formatted(have, need.getValue(), need.getKey().word()));
            }
        }
        Hash certificate = Hash.of(text.getBytes(UTF_8));
        return revocations.certificates().contains(certificate)
                ? new Check.Refused("it was revoked by " + revocations.upTo())
                : new Check.Valid(text, certificate, point, signers, revocations.upTo());
    }
}
