package parley.app.evidence;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.app.record.Deed;
import parley.app.record.Entry;
import parley.evidence.Assessment;
import parley.evidence.Claim;
import parley.evidence.ConfidenceLevel;
import parley.evidence.Dispute;
import parley.evidence.Event;
import parley.evidence.Grade;
import parley.evidence.Hash;
import parley.evidence.Holder;
import parley.evidence.Item;
import parley.evidence.Likelihood;
import parley.evidence.Policy;
import parley.evidence.Predicate;
import parley.evidence.Resolution;
import parley.evidence.Review;
import parley.evidence.Role;
import parley.evidence.Rung;
import parley.evidence.Source;
import parley.evidence.SourceClass;
import parley.evidence.Validity;
import parley.evidence.When;
import parley.note.NoteKey;

/**
 * Says what an entry of the record is to the rules of evidence.
 *
 * <p>A signature is an entry: it was written by a session with a second factor, and the chain of the record covers it. The
 * rules ask for keys, so each person gets one that nobody has; see {@link Book}.
 */
final class Translation {
    /** The record gives roles by two persons already; to the rules two of these three give them. */
    private static final List<Holder> FOUNDERS = List.of(
            new Holder("record-1", "record"), new Holder("record-2", "record"), new Holder("record-3", "record"));

    private static final Policy POLICY = Policy.fourEyes("usual");
    static final Hash POLICY_HASH = POLICY.hash();

    private final Function<UUID, UUID> persons;
    private final Map<Long, Deed.RoleGiven> waiting = new HashMap<>();
    private final Map<Long, Deed.RoleGiven> held = new HashMap<>();
    private final Map<String, Map<Role, Integer>> roles = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, String> lastReview = new HashMap<>();
    private final Map<Long, Resolution> ends = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    /** @param persons the person of an account */
    Translation(Function<UUID, UUID> persons) {
        this.persons = persons;
    }

    /** Another that goes on from the same entries. */
    Translation(Translation before) {
        this.persons = before.persons;
        waiting.putAll(before.waiting);
        held.putAll(before.held);
        before.roles.forEach(
                (who, mine) -> roles.put(who, mine.isEmpty() ? new EnumMap<>(Role.class) : new EnumMap<>(mine)));
        claims.putAll(before.claims);
        lastReview.putAll(before.lastReview);
        ends.putAll(before.ends);
        files.putAll(before.files);
    }

    static Event founding() {
        return new Event.Founded(FOUNDERS, POLICY);
    }

    /** Returns the name by which the rules know the person of an account. */
    String person(UUID account) {
        return persons.apply(account).toString();
    }

    /** Hands on what an entry means, in order; returns why it means nothing, or {@code null}. */
    @Nullable
    String events(Entry entry, @Nullable Deed deed, Consumer<Event> out) {
        try {
            translate(entry, deed, out);
            return null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return "Entry %d cannot be read by the rules of evidence: %s".formatted(entry.index(), e.getMessage());
        }
    }

    private void translate(Entry entry, @Nullable Deed deed, Consumer<Event> out) {
        String who = person(entry.account());
        LocalDate day = entry.at().atZone(ZoneOffset.UTC).toLocalDate();
        switch (deed) {
            case Deed.RoleGiven d -> {
                if (d.atOnce()) {
                    give(entry.index(), d, out);
                } else {
                    waiting.put(entry.index(), d);
                }
            }
            case Deed.RoleConfirmed(long given) -> {
                Deed.RoleGiven d = waiting.remove(given);
                if (d != null) {
                    give(given, d, out);
                }
            }
            case Deed.RoleEnded(long given) -> end(given, out);
            case Deed.SourceNamed d -> {
                out.accept(new Event.SourceAdded(new Source(
                        d.id(),
                        SourceClass.valueOf(constant(d.sourceClass())),
                        orNull(d.organisation()),
                        orNull(d.party()),
                        d.anonymous())));
                d.drawsOn().forEach(to -> out.accept(new Event.SourceLinked(d.id(), to)));
            }
            case Deed.SourceGraded d ->
                out.accept(new Event.SourceGraded(
                        d.id(), Grade.Letter.valueOf(d.letter()), who, day, reason(entry.reason())));
            case Deed.ItemFiled d -> {
                files.putIfAbsent(d.id(), d.sha256());
                item(d, who, day, out);
            }
            case Deed.ItemHandled d ->
                out.accept(new Event.Handled(d.item(), Event.Handling.valueOf(constant(d.handling())), who, day));
            case Deed.ClaimFiled d -> claim(entry, d, who, out);
            case Deed.ClaimSupported d ->
                out.accept(
                        d.contrary()
                                ? new Event.Contradicted(d.claim(), d.item())
                                : new Event.Supported(d.claim(), d.item()));
            case Deed.ContraryAnswered d -> out.accept(new Event.Answered(d.claim(), d.item(), d.answer()));
            case Deed.ClaimReviewed d -> {
                Hash assessment = assess(entry.index(), d.claim(), d.judgement(), who, out);
                if (d.agrees()) {
                    sign(entry.index(), d.claim(), Role.REVIEWER, who, assessment, out);
                }
            }
            case Deed.ReviewWithdrawn(String claim) -> {
                String review = lastReview.get(claim + " " + who);
                if (review != null) {
                    out.accept(new Event.Withdrawn(review, who));
                }
            }
            case Deed.ListTaken d -> out.accept(new Event.SnapshotTaken(ListRows.snapshot(d, fileOf(d.item()))));
            case Deed.Fallen d -> fall(d, reason(entry.reason()), who, out);
            case Deed.DisputeOpened d -> dispute(d, day, out);
            case Deed.ThingDisputed d ->
                out.accept(new Event.Disputed(new Dispute(
                        d.id(),
                        thing(d.about(), d.thing()),
                        Dispute.Ground.valueOf(constant(d.ground())),
                        d.by(),
                        day,
                        new Dispute.DisputeClock(
                                d.levelDays(), Dispute.IfUndecided.valueOf(constant(d.ifUndecided()))))));
            case Deed.FindingSigned _ ->
                out.accept(new Event.Reviewed(review(
                        entry.index(), thing("finding", Long.toString(entry.index())), Role.VERIFIER, who, null)));
            case Deed.FindingWithdrawn(long signed) -> out.accept(new Event.Withdrawn("entry-" + signed, who));
            case Deed.VerdictIssued d ->
                out.accept(new Event.Reviewed(
                        review(entry.index(), thing("certificate", d.certificate()), Role.RELEASER, who, null)));
            case Deed.DisputeEnded d -> {
                var end = new Resolution(
                        "end-" + entry.index(),
                        d.id(),
                        Resolution.End.valueOf(constant(d.outcome())),
                        reason(entry.reason()),
                        day);
                ends.put(entry.index(), end);
                out.accept(new Event.Resolved(end, who));
                out.accept(new Event.Reviewed(review(entry.index(), end.hash(), Role.AUTHOR, who, null)));
            }
            case Deed.DisputeEndConfirmed d -> {
                Resolution end = ends.get(d.ended());
                if (end != null) {
                    out.accept(new Event.Reviewed(review(entry.index(), end.hash(), Role.REVIEWER, who, null)));
                }
            }
            case null, default -> {}
        }
    }

    // ---- roles
    // ---------------------------------------------------------------------------------------------------------

    /** What a role of a case lets somebody sign as. */
    private static Set<Role> rights(String role) {
        parley.app.people.Role found = parley.app.people.Role.named(role);
        return switch (found) {
            case SECRETARIAT, DESK -> Set.of(Role.AUTHOR, Role.REVIEWER, Role.RELEASER);
            case VERIFIER -> Set.of(Role.AUTHOR, Role.REVIEWER, Role.VERIFIER);
            case ANALYST, STAKEHOLDER, ADMINISTRATOR -> Set.of();
            case null -> Set.of();
        };
    }

    private void give(long given, Deed.RoleGiven d, Consumer<Event> out) {
        held.put(given, d);
        String who = person(d.account());
        if (!roles.containsKey(who)) {
            String body = d.body().isEmpty() ? d.role() : d.body();
            out.accept(new Event.HolderEnrolled(new Holder(who, body), "record-1", "record-2"));
            out.accept(new Event.KeyEnrolled(who, vkey(who), "record-1", "record-2"));
        }
        Map<Role, Integer> mine = roles.computeIfAbsent(who, _ -> new EnumMap<>(Role.class));
        for (Role role : rights(d.role())) {
            if (mine.merge(role, 1, Integer::sum) == 1) {
                out.accept(new Event.RoleGiven(who, role, "record-1", "record-2"));
            }
        }
    }

    private void end(long given, Consumer<Event> out) {
        waiting.remove(given);
        Deed.RoleGiven d = held.remove(given);
        if (d == null) {
            return;
        }
        String who = person(d.account());
        Map<Role, Integer> mine = roles.computeIfAbsent(who, _ -> new EnumMap<>(Role.class));
        for (Role role : rights(d.role())) {
            if (mine.merge(role, -1, Integer::sum) == 0) {
                out.accept(new Event.RoleEnded(who, role, "record-1"));
            }
        }
    }

    private static String vkey(String who) {
        String hex = Hash.of("parley-record-signs-for/v1 " + who).hex();
        return new NoteKey(who, hex).vkey();
    }

    // ---- items and claims
    // ----------------------------------------------------------------------------------------------

    private static void item(Deed.ItemFiled d, String who, LocalDate day, Consumer<Event> out) {
        Instant captured =
                LocalDate.parse(d.captured()).atStartOfDay(ZoneOffset.UTC).toInstant();
        out.accept(new Event.ItemAdded(new Item(
                d.id(),
                new Hash(d.sha256()),
                Item.Kind.valueOf(constant(d.kind())),
                d.source(),
                new Item.Capture(who, "filed", "parley", d.from(), captured, Duration.ofDays(1)),
                Item.Consent.PARTNERS,
                orNull(d.copyOf()),
                d.marks().stream().map(m -> Item.Mark.valueOf(constant(m))).collect(Collectors.toSet()))));
        out.accept(new Event.Handled(d.id(), Event.Handling.RECEIVED, who, day));
        d.restsOn().forEach(to -> out.accept(new Event.ItemLinked(d.id(), to)));
    }

    private void claim(Entry entry, Deed.ClaimFiled d, String who, Consumer<Event> out) {
        Claim claim = claim(d);
        claims.put(d.id(), claim);
        String old = d.replaces();
        out.accept(
                old == null
                        ? new Event.Recorded(claim, who)
                        : new Event.Superseded(
                                old, claim, Event.Superseded.Why.valueOf(constant(d.replacesWhy())), who));
        Hash assessment = assess(entry.index(), d.id(), d.judgement(), who, out);
        sign(entry.index(), d.id(), Role.AUTHOR, who, assessment, out);
    }

    /** Everything that counts is in the words that are signed: the sentence, and the rows by their hash. */
    static Claim claim(Deed.ClaimFiled d) {
        var qualifiers = new TreeMap<String, String>();
        qualifiers.put("says", d.says());
        qualifiers.put("rows", Hash.of(rows(d)).toString());
        if (!d.concession().isEmpty()) {
            qualifiers.put("concession", d.concession());
        }
        When from = new When(LocalDate.parse(d.from()), LocalDate.parse(d.fromLatest()));
        When to = d.to().isEmpty() ? null : new When(LocalDate.parse(d.to()), LocalDate.parse(d.toLatest()));
        return new Claim(
                d.id(),
                d.subject(),
                Predicate.valueOf(constant(d.predicate())),
                d.object(),
                qualifiers,
                new Validity(from, to),
                d.items(),
                d.basis());
    }

    private static String rows(Deed.ClaimFiled d) {
        var out = new StringBuilder();
        for (Deed.Row row : d.rows()) {
            out.append(row.table()).append('\n');
            new TreeMap<>(row.fields())
                    .forEach((column, value) -> out.append(column)
                            .append(' ')
                            .append(value.length())
                            .append(' ')
                            .append(value)
                            .append('\n'));
        }
        return out.toString();
    }

    private @Nullable Hash assess(long index, String id, Deed.Judgement j, String who, Consumer<Event> out) {
        Claim claim = claims.get(id);
        if (claim == null) {
            return null;
        }
        var digits = new TreeMap<String, Grade.Digit>();
        j.information()
                .forEach((item, digit) -> digits.put(item, Grade.of("A" + digit).digit()));
        var assessment = new Assessment(
                "judgement-" + index,
                claim.hash(),
                who,
                digits,
                j.contradiction(),
                Likelihood.valueOf(constant(j.likelihood())),
                ConfidenceLevel.valueOf(constant(j.confidence())),
                Rung.valueOf(constant(j.rung())),
                j.alternatives(),
                List.of());
        out.accept(new Event.Assessed(assessment));
        return assessment.hash();
    }

    private void sign(long index, String id, Role role, String who, @Nullable Hash assessment, Consumer<Event> out) {
        Claim claim = claims.get(id);
        if (claim != null) {
            Review review = review(index, claim.hash(), role, who, assessment);
            lastReview.put(id + " " + who, review.id());
            out.accept(new Event.Reviewed(review));
        }
    }

    private static Review review(long index, Hash what, Role role, String who, @Nullable Hash assessment) {
        return new Review(
                "entry-" + index,
                what,
                role,
                who,
                null,
                POLICY_HASH,
                assessment,
                List.of(),
                vkey(who),
                "entry " + index);
    }

    private Hash fileOf(String item) {
        String sha256 = files.get(item);
        if (sha256 == null) {
            throw new IllegalArgumentException("No item is called %s.".formatted(item));
        }
        return new Hash(sha256);
    }

    private static void fall(Deed.Fallen d, String reason, String who, Consumer<Event> out) {
        var cause = Event.Retracted.Cause.valueOf(constant(d.why()));
        switch (d.what()) {
            case "claim" -> out.accept(new Event.Retracted(d.id(), cause, reason, who));
            case "item" -> out.accept(new Event.ItemFell(d.id(), cause, reason, who));
            case "source" -> out.accept(new Event.SourceFell(d.id(), cause, reason, who));
            default -> {}
        }
    }

    /** Returns the hash by which the rules know a finding or a certificate. */
    static Hash thing(String about, String thing) {
        return about.equals("certificate") ? new Hash(thing) : Hash.of("parley-finding/v1 entry " + thing);
    }

    private void dispute(Deed.DisputeOpened d, LocalDate day, Consumer<Event> out) {
        Claim claim = claims.get(d.claim());
        if (claim != null) {
            out.accept(new Event.Disputed(new Dispute(
                    d.id(),
                    claim.hash(),
                    Dispute.Ground.valueOf(constant(d.ground())),
                    d.by(),
                    day,
                    new Dispute.DisputeClock(d.levelDays(), Dispute.IfUndecided.valueOf(constant(d.ifUndecided()))))));
        }
    }

    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String reason(String text) {
        return text.isBlank() ? "no reason given" : text;
    }
}
