package parley.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import parley.note.NoteSigner;

/**
 * A log written by hand: founded, with some persons who hold a role each. Signatures say {@code ok} or are bad, so that
 * thousands of them cost nothing.
 */
final class Desk {
    static final SignatureCheck BY_WORD = (review, _) -> review.note().equals("ok");
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final List<Entry> entries = new ArrayList<>();
    Policy policy = Policy.fourEyes("usual");
    private Instant clock = START;

    static Desk founded() {
        var desk = new Desk();
        desk.add(new Event.Founded(
                List.of(new Holder("adm1", "eu"), new Holder("adm2", "us"), new Holder("adm3", "uk")), desk.policy));
        return desk;
    }

    /** Anna is author, Rita and Rolf review, Lena releases, Vera and Viktor verify. */
    static Desk staffed() {
        var desk = founded();
        desk.person("anna", "eu", Role.AUTHOR);
        desk.person("rita", "eu", Role.REVIEWER);
        desk.person("rolf", "us", Role.REVIEWER);
        desk.person("lena", "us", Role.RELEASER);
        desk.person("vera", "viasna", Role.VERIFIER);
        desk.person("viktor", "osce", Role.VERIFIER);
        return desk;
    }

    void person(String id, String body, Role... roles) {
        add(new Event.HolderEnrolled(new Holder(id, body), "adm1", "adm2"));
        add(new Event.KeyEnrolled(id, vkey(id), "adm1", "adm2"));
        for (Role role : roles) {
            add(new Event.RoleGiven(id, role, "adm1", "adm2"));
        }
    }

    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    static String vkey(String holder) {
        return KEYS.computeIfAbsent(
                holder,
                id -> NoteSigner.generate(id, Seeds.secure(id.hashCode())).key().vkey());
    }

    long add(Event event) {
        clock = clock.plusSeconds(60);
        long index = entries.size();
        entries.add(new Entry(index, clock, event));
        return index;
    }

    void days(int days) {
        clock = clock.plus(Duration.ofDays(days));
    }

    KnownAt now() {
        return new KnownAt(entries.size(), clock);
    }

    EvidenceState state() {
        return state(entries.size());
    }

    /** What was known after so many entries, asked at the end of the last of them. */
    EvidenceState state(long size) {
        Instant at = size == entries.size() ? clock : entries.get((int) size).at();
        return EvidenceState.of(entries, new KnownAt(size, at), BY_WORD);
    }

    void source(
            String id, SourceClass kind, @Nullable String organisation, @Nullable String party, Grade.Letter letter) {
        add(new Event.SourceAdded(new Source(id, kind, organisation, party, false)));
        add(new Event.SourceGraded(id, letter, "anna", LocalDate.of(2026, 1, 1), "record of ten years"));
    }

    void item(String id, String source, Item.Kind kind, Item.Mark... marks) {
        add(new Event.ItemAdded(new Item(
                id,
                Hash.of(id),
                kind,
                source,
                new Item.Capture("desk", "by hand", "none 1", "meeting", START, Duration.ZERO),
                Item.Consent.PARTNERS,
                null,
                Set.of(marks))));
    }

    Claim claim(String id, String subject, Predicate predicate, String object, Validity valid, String... items) {
        return new Claim(id, subject, predicate, object, valid, List.of(items));
    }

    Claim record(Claim claim) {
        return record(claim, "anna");
    }

    Claim record(Claim claim, String author) {
        add(new Event.Recorded(claim, author));
        return claim;
    }

    /** The author and a reviewer assess and sign: the usual way to the highest rung. */
    void sign(Claim claim, Likelihood likelihood, Grade.Digit digit) {
        assess(claim, "anna", Role.AUTHOR, likelihood, digit);
        assess(claim, "rita", Role.REVIEWER, likelihood, digit);
    }

    void assess(Claim claim, String holder, Role role, Likelihood likelihood, Grade.Digit digit) {
        var digits = new TreeMap<String, Grade.Digit>();
        claim.items().forEach(item -> digits.put(item, digit));
        var assessment = new Assessment(
                claim.id() + "-by-" + holder,
                claim.hash(),
                holder,
                digits,
                false,
                likelihood,
                ConfidenceLevel.HIGH,
                Rung.CLEAR_AND_CONVINCING,
                List.of("a staged release was considered"),
                List.of());
        add(new Event.Assessed(assessment));
        review(claim.id() + "-r-" + holder, claim.hash(), role, holder, assessment.hash());
    }

    void review(String id, Hash what, Role role, String holder, @Nullable Hash assessment, String... items) {
        add(new Event.Reviewed(new Review(
                id, what, role, holder, null, policy.hash(), assessment, List.of(items), vkey(holder), "ok")));
    }
}
