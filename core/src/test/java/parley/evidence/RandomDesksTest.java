package parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Attack 40 on random desks: two implementations of the rule of four eyes agree after every entry. */
class RandomDesksTest {
    private static final List<Role> ROLES = List.of(Role.AUTHOR, Role.REVIEWER, Role.RELEASER);
    private static final Validity SINCE = Validity.since(LocalDate.of(2026, 3, 1));

    /** A random desk, held against the rule written down a second time, the slow way, after every entry. */
    @Test
    void both_ways_to_count_agree_on_random_desks() {
        int compared = 0;
        int counting = 0;
        for (int seed = 0; seed < 100; seed++) {
            var machine = new Machine(seed);
            for (int step = 0; step < 60; step++) {
                machine.step();
                EvidenceState state = machine.desk.state();
                for (Claim claim : machine.claims) {
                    for (SignatureStanding standing :
                            state.chain(claim.hash(), Policy.Purpose.CLAIM).signatures()) {
                        boolean naive = new NaiveFourEyes(machine.desk.entries, state.at()).counts(standing.index());
                        assertThat(standing.counts())
                                .as("seed %d, step %d, %s", seed, step, standing)
                                .isEqualTo(naive);
                        compared++;
                        counting += naive ? 1 : 0;
                    }
                }
            }
        }
        System.out.printf("four eyes: %d signatures compared, %d of them count%n", compared, counting);
        assertThat(counting).isGreaterThan(1_000);
    }

    @Test
    void taking_a_signature_back_never_completes_a_chain() {
        for (int seed = 0; seed < 100; seed++) {
            var machine = new Machine(seed);
            for (int step = 0; step < 60; step++) {
                machine.step();
            }
            EvidenceState before = machine.desk.state();
            for (Claim claim : machine.claims) {
                Chain chain = before.chain(claim.hash(), Policy.Purpose.CLAIM);
                for (SignatureStanding standing : chain.signatures()) {
                    var entries = new ArrayList<>(machine.desk.entries);
                    Review review = standing.review();
                    entries.add(new Entry(
                            entries.size(), before.at().at(), new Event.Withdrawn(review.id(), review.holder())));
                    Chain after = EvidenceState.of(
                                    entries,
                                    new KnownAt(entries.size(), before.at().at()),
                                    Desk.BY_WORD)
                            .chain(claim.hash(), Policy.Purpose.CLAIM);
                    assertThat(after.isComplete() && !chain.isComplete())
                            .as("seed %d", seed)
                            .isFalse();
                    for (Role role : Role.values()) {
                        assertThat(count(after, role)).as("seed %d", seed).isLessThanOrEqualTo(count(chain, role));
                    }
                }
            }
        }
    }

    /** What was known is the same whether a log is folded as a whole or entry by entry. */
    @Test
    void a_log_that_grows_says_the_same_as_one_that_is_read_anew() {
        int compared = 0;
        for (int seed = 0; seed < 60; seed++) {
            var machine = new Machine(seed);
            for (int step = 0; step < 60; step++) {
                machine.step();
            }
            mixed(machine.desk, new Random(seed));
            List<Entry> all = machine.desk.entries;
            var random = new Random(1_000 + seed);
            EvidenceState grown = machine.desk.state(1);
            EvidenceState first = grown;
            String before = told(first, machine.claims);
            while (grown.at().size() < all.size()) {
                int from = (int) grown.at().size();
                int to = Math.min(all.size(), from + random.nextInt(8));
                EvidenceState whole = machine.desk.state(to);
                grown = grown.then(all.subList(from, to), whole.at());
                assertThat(told(grown, machine.claims))
                        .as("seed %d, %d entries", seed, to)
                        .isEqualTo(told(whole, machine.claims));
                compared++;
            }
            assertThat(told(first, machine.claims)).as("seed %d", seed).isEqualTo(before);
        }
        assertThat(compared).isGreaterThan(500);
    }

    /** Items that rest on each other and fall, claims that support and contradict, disputes, lists and assessments. */
    private static void mixed(Desk desk, Random random) {
        for (int i = 0; i < 6; i++) {
            desk.source("src" + i, SourceClass.MONITOR_LIST, "org" + i % 3, null, Grade.Letter.B);
            desk.item("it" + i, "src" + i, Item.Kind.LIST_ENTRY);
            if (i > 0) {
                desk.add(new Event.ItemLinked("it" + i, "it" + random.nextInt(i)));
                desk.add(new Event.SourceLinked("src" + i, "src" + random.nextInt(i)));
            }
            Claim claim = desk.record(
                    new Claim("m" + i, "p" + i, Predicate.DETAINED, "Minsk", SINCE, List.of("it" + i)), "h0");
            desk.assess(claim, "h0", Role.AUTHOR, Likelihood.LIKELY, Grade.Digit.TWO);
            desk.assess(claim, "h1", Role.REVIEWER, Likelihood.LIKELY, Grade.Digit.TWO);
            desk.add(new Event.Supported("m" + i, "it" + random.nextInt(i + 1)));
            desk.add(new Event.Contradicted("m" + i, "it" + random.nextInt(i + 1)));
            desk.add(new Event.Handled("it" + i, Event.Handling.VIEWED, "h0", LocalDate.of(2026, 3, 2)));
            desk.add(new Event.Disputed(new Dispute(
                    "d" + i,
                    claim.hash(),
                    Dispute.Ground.WRONG_FACT,
                    "eu",
                    LocalDate.of(2026, 3, 2),
                    Dispute.DisputeClock.USUAL)));
            switch (random.nextInt(4)) {
                case 0 -> desk.add(new Event.ItemFell("it" + i, Event.Retracted.Cause.FORGED, "forged", "h0"));
                case 1 -> desk.add(new Event.SourceFell("src" + i, Event.Retracted.Cause.FORGED, "forged", "h0"));
                case 2 -> desk.add(new Event.Retracted("m" + i, Event.Retracted.Cause.ERROR, "error", "h0"));
                default ->
                    desk.add(new Event.Superseded(
                            "m" + i,
                            new Claim("n" + i, "p" + i, Predicate.DETAINED, "Brest", SINCE, List.of("it" + i)),
                            Event.Superseded.Why.CORRECTION,
                            "h1"));
            }
        }
    }

    /** Everything a state answers of the claims, in words. */
    private static String told(EvidenceState state, List<Claim> claims) {
        var out = new StringBuilder();
        state.refused().forEach(r -> out.append(r).append('\n'));
        state.known().forEach(c -> out.append(c.id()).append('\n'));
        state.disputes().forEach(d -> out.append(d).append('\n'));
        var demand = new Demand(Rung.BALANCE_OF_PROBABILITIES, 2, new java.util.TreeSet<>(), null, false);
        List<String> ids = new ArrayList<>(claims.stream().map(Claim::id).toList());
        for (int i = 0; i < 6; i++) {
            ids.addAll(List.of("m" + i, "n" + i));
            out.append(state.hasFallen("it" + i))
                    .append(state.custody("it" + i))
                    .append(state.letter("src" + i));
        }
        for (String id : ids) {
            Claim claim = state.claim(id);
            if (claim != null) {
                out.append(state.why(id))
                        .append(state.items(claim))
                        .append(state.ceiling(id, demand))
                        .append(state.reached(id, demand))
                        .append(state.isKnown(id))
                        .append('\n');
            }
        }
        out.append(state.asOf(LocalDate.of(2026, 3, 5)));
        return out.toString();
    }

    private static long count(Chain chain, Role role) {
        return chain.counting().stream()
                .filter(one -> one.review().role() == role)
                .count();
    }

    /** Persons come and go, sign, lend, take back; claims are recorded, superseded, retracted; policies change. */
    private static final class Machine {
        final Desk desk = Desk.founded();
        final List<Claim> claims = new ArrayList<>();
        private final Random random;
        private int serial;

        Machine(long seed) {
            random = new Random(seed);
            for (int i = 0; i < 5; i++) {
                desk.person("h" + i, "body" + i % 2, ROLES.get(i % 3));
            }
            claims.add(desk.record(new Claim("c0", "p", Predicate.DIED, "Minsk", SINCE, List.of()), "h0"));
        }

        void step() {
            serial++;
            Event event = event();
            if (event != null && desk.state().refusal(event) == null) {
                desk.add(event);
                if (event instanceof Event.Superseded superseded) {
                    claims.add(superseded.claim());
                }
            }
        }

        private @Nullable Event event() {
            Role role = ROLES.get(random.nextInt(3));
            String holder = holder();
            LocalDate today = desk.now().day();
            return switch (random.nextInt(14)) {
                case 0 -> new Event.RoleGiven(holder, role, "adm1", "adm2");
                case 1 -> new Event.RoleEnded(holder, role, "adm3");
                case 2 -> {
                    if (random.nextInt(3) > 0) {
                        yield null;
                    }
                    desk.policy = Policy.fourEyes("p" + random.nextInt(2));
                    yield new Event.PolicySet(desk.policy, "adm1", "adm2");
                }
                case 3 ->
                    holder.equals("h0")
                            ? null
                            : new Event.Delegated(new Delegation(
                                    "d" + serial, "h0", holder, role, today, today.plusDays(random.nextInt(4))));
                case 4 -> {
                    String from = holder();
                    yield from.equals(holder)
                            ? null
                            : new Event.Delegated(
                                    new Delegation("d" + serial, from, holder, role, today, today.plusDays(2)));
                }
                case 5 -> new Event.DelegationEnded("d" + random.nextInt(serial + 1));
                case 6 -> new Event.Withdrawn("r" + random.nextInt(serial + 1), holder);
                case 7 -> {
                    if (random.nextInt(6) == 0) {
                        Claim old = claims.get(random.nextInt(claims.size()));
                        yield random.nextBoolean()
                                ? new Event.Retracted(old.id(), Event.Retracted.Cause.ERROR, "x", "h0")
                                : new Event.Superseded(
                                        old.id(),
                                        old.with("c" + serial, SINCE),
                                        Event.Superseded.Why.CORRECTION,
                                        holder);
                    }
                    if (random.nextInt(8) == 0) {
                        yield new Event.KeyEnded(Desk.vkey(holder), "adm1");
                    }
                    desk.days(1);
                    yield null;
                }
                default -> {
                    String behalf = random.nextInt(3) == 0 ? holder() : null;
                    yield new Event.Reviewed(new Review(
                            "r" + serial,
                            claims.get(random.nextInt(claims.size())).hash(),
                            role,
                            holder,
                            holder.equals(behalf) ? null : behalf,
                            desk.policy.hash(),
                            null,
                            List.of(),
                            Desk.vkey(random.nextInt(12) == 0 ? holder() : holder),
                            random.nextInt(12) == 0 ? "bad" : "ok"));
                }
            };
        }

        private String holder() {
            return "h" + random.nextInt(5);
        }
    }

    /** The rule of the design, read from the raw entries again for every question. */
    private record NaiveFourEyes(List<Entry> entries, KnownAt at) {
        boolean counts(long index) {
            Review s = review(index);
            if (!inOrderWhenMade(index)
                    || !held(s, at.size(), at.day())
                    || !s.policy().equals(policy(at.size()))
                    || withdrawn(s.id())
                    || gone(s.what())) {
                return false;
            }
            String author = author(s.what());
            if (s.role() == Role.AUTHOR && (!s.holder().equals(author) || s.onBehalfOf() != null)) {
                return false;
            }
            for (String person : persons(s)) {
                // The author has a seat from the start, whoever signs what first.
                if (person.equals(author)) {
                    if (s.role() == Role.AUTHOR && s.onBehalfOf() == null) {
                        continue;
                    }
                    return false;
                }
                for (long i = 0; i < index; i++) {
                    if (isOver(i, s.what()) && persons(review(i)).contains(person) && inOrderWhenMade(i)) {
                        if (!sameSeat(review(i), s)) {
                            return false;
                        }
                        break;
                    }
                }
            }
            for (long i = 0; i < index; i++) {
                if (isOver(i, s.what()) && sameSeat(review(i), s) && counts(i)) {
                    return false;
                }
            }
            return true;
        }

        private Review review(long index) {
            return ((Event.Reviewed) entries.get((int) index).event()).review();
        }

        private boolean isOver(long index, Hash what) {
            return entries.get((int) index).event() instanceof Event.Reviewed(Review review)
                    && review.what().equals(what);
        }

        private static boolean sameSeat(Review one, Review other) {
            return one.role() == other.role()
                    && one.holder().equals(other.holder())
                    && Objects.equals(one.onBehalfOf(), other.onBehalfOf());
        }

        private static Set<String> persons(Review review) {
            String behalf = review.onBehalfOf();
            return behalf == null ? Set.of(review.holder()) : Set.of(review.holder(), behalf);
        }

        private boolean inOrderWhenMade(long index) {
            Review s = review(index);
            boolean key = false;
            for (Entry entry : entries.subList(0, (int) index)) {
                if (entry.event() instanceof Event.KeyEnrolled e && e.vkey().equals(s.vkey())) {
                    key = e.holder().equals(s.holder());
                }
                if (entry.event() instanceof Event.KeyEnded e && e.vkey().equals(s.vkey())) {
                    key = false;
                }
            }
            LocalDate day =
                    entries.get((int) index).at().atOffset(ZoneOffset.UTC).toLocalDate();
            return key
                    && s.note().equals("ok")
                    && held(s, index, day)
                    && s.policy().equals(policy(index));
        }

        private boolean held(Review s, long size, LocalDate day) {
            String behalf = s.onBehalfOf();
            if (behalf == null) {
                return direct(s.holder(), s.role(), size);
            }
            var open = new TreeMap<String, Delegation>();
            for (Entry entry : entries.subList(0, (int) size)) {
                if (entry.event() instanceof Event.Delegated(Delegation d)) {
                    open.put(d.id(), d);
                }
                if (entry.event() instanceof Event.DelegationEnded(String id)) {
                    open.remove(id);
                }
            }
            return direct(behalf, s.role(), size)
                    && open.values().stream()
                            .anyMatch(d -> d.from().equals(behalf)
                                    && d.to().equals(s.holder())
                                    && d.role() == s.role()
                                    && !day.isBefore(d.first())
                                    && !day.isAfter(d.last()));
        }

        private boolean direct(String holder, Role role, long size) {
            boolean held = false;
            for (Entry entry : entries.subList(0, (int) size)) {
                if (entry.event() instanceof Event.RoleGiven e && e.holder().equals(holder) && e.role() == role) {
                    held = true;
                }
                if (entry.event() instanceof Event.RoleEnded e && e.holder().equals(holder) && e.role() == role) {
                    held = false;
                }
            }
            return held;
        }

        private Hash policy(long size) {
            Hash policy = Hash.of("");
            for (Entry entry : entries.subList(0, (int) size)) {
                policy = switch (entry.event()) {
                    case Event.Founded(var _, Policy first) -> first.hash();
                    case Event.PolicySet e -> e.policy().hash();
                    default -> policy;
                };
            }
            return policy;
        }

        private boolean withdrawn(String id) {
            return entries.stream()
                    .limit(at.size())
                    .anyMatch(entry -> entry.event() instanceof Event.Withdrawn e
                            && e.review().equals(id));
        }

        private @Nullable String author(Hash what) {
            for (Entry entry : entries) {
                if (entry.event() instanceof Event.Recorded(Claim c, String author)
                        && c.hash().equals(what)) {
                    return author;
                }
                if (entry.event() instanceof Event.Superseded e
                        && e.claim().hash().equals(what)) {
                    return e.author();
                }
            }
            return null;
        }

        private boolean gone(Hash what) {
            String id = "";
            for (Entry entry : entries.subList(0, (int) at.size())) {
                if (entry.event() instanceof Event.Recorded(Claim c, String _)
                        && c.hash().equals(what)) {
                    id = c.id();
                }
                if (entry.event() instanceof Event.Superseded e
                        && e.claim().hash().equals(what)) {
                    id = e.claim().id();
                }
            }
            return retracted(id) || covered(id);
        }

        private boolean retracted(String id) {
            return entries.stream()
                    .limit(at.size())
                    .anyMatch(entry -> entry.event() instanceof Event.Retracted e
                            && e.claim().equals(id));
        }

        private boolean covered(String id) {
            return entries.stream()
                    .limit(at.size())
                    .anyMatch(entry -> entry.event() instanceof Event.Superseded e
                            && e.old().equals(id)
                            && (!retracted(e.claim().id()) || covered(e.claim().id())));
        }
    }
}
