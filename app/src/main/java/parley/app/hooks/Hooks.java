package parley.app.hooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.people.SealedField;
import parley.app.record.CaseRecord;
import parley.app.record.Entry;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses to be told, and how far each has been told. A message says which case has grown, by how many entries
 * and of which kinds; what they say the program then asks for with a word of its own. Delivery is at least once: a
 * message that was not confirmed comes again under the same id.
 */
public final class Hooks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMN = "webhook.secret";
    private static final int LONGEST_ADDRESS = 500;
    private static final int MOST_OF_ACCOUNT = 20;

    /** Twelve tries, the waits doubling from a minute up to six hours: about a day and a half. */
    private static final int TRIES = 12;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final JdbcClient keeper;
    private final CaseRecord record;
    private final SealedField fields;
    private final InstantSource clock;

    public Hooks(JdbcClient keeper, CaseRecord record, SealedField fields, InstantSource clock) {
        this.keeper = keeper;
        this.record = record;
        this.fields = fields;
        this.clock = clock;
    }

    /** An address as its owner sees it. */
    public record Line(
            UUID id, String caseId, String address, Instant since, int failed, String answer, boolean ended) {}

    /** A message on its way. */
    public record Delivery(UUID hook, String address, String id, long timestamp, String signature, String body) {}

    /** What a message says. */
    private record Message(String schema, String caseId, String at, int entries, List<String> kinds) {}

    private record Hook(
            UUID id,
            UUID account,
            String caseId,
            String address,
            byte[] secret,
            long told,
            @Nullable Long telling) {
        static Hook of(ResultSet row, int number) throws SQLException {
            Long telling = row.getObject(7, Long.class);
            return new Hook(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getBytes(5),
                    row.getLong(6),
                    telling);
        }
    }

    /**
     * Adds an address and returns its secret, which is shown this once.
     *
     * @throws Refused if it is no address to send to
     */
    public String add(UUID account, String caseId, String address) {
        require(address);
        if (ofAccount(account).stream().filter(h -> !h.ended()).count() >= MOST_OF_ACCOUNT) {
            throw new Refused("You have %d addresses. End one you do not need.".formatted(MOST_OF_ACCOUNT));
        }
        List<Entry> read = record.readBy(account, caseId, -1);
        if (read.isEmpty()) {
            throw new NotFound();
        }
        UUID id = UUID.randomUUID();
        byte[] key = Signature.freshKey();
        Timestamp now = Timestamp.from(clock.instant());
        keeper.sql("""
                        insert into webhook (id, account, case_id, address, secret, since, told, next_try)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        account,
                        caseId,
                        address,
                        fields.seal(COLUMN, id, key),
                        now,
                        read.getLast().index(),
                        now)
                .update();
        return Signature.secret(key);
    }

    /** Whoever is on the way must not read or change it; on this machine itself nobody is. */
    private static void require(String address) {
        try {
            URI uri = new URI(address);
            String host = uri.getHost();
            boolean here = host != null && (host.equals("localhost") || host.equals("127.0.0.1"));
            boolean safe = "https".equals(uri.getScheme()) || (here && "http".equals(uri.getScheme()));
            if (host != null && safe && uri.getUserInfo() == null && address.length() <= LONGEST_ADDRESS) {
                return;
            }
        } catch (URISyntaxException e) {
            // The same answer as for an address of another kind.
        }
        throw new Refused(
                "That is no address to send to. Write it in full with https:// and without a name and password in it, for example https://desk.example/parley.");
    }

    /** Returns the addresses of an account, the newest first. */
    public List<Line> ofAccount(UUID account) {
        return keeper.sql("""
                        select id, case_id, address, since, failed, answer, ended is not null from webhook
                        where account = ? order by since desc, id""")
                .param(account)
                .query((row, _) -> new Line(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getInt(5),
                        row.getString(6),
                        row.getBoolean(7)))
                .list();
    }

    /** Ends an address of an account; one of somebody else is not there. */
    public void end(UUID account, UUID id) {
        int ended = keeper.sql("update webhook set ended = ? where id = ? and account = ? and ended is null")
                .params(Timestamp.from(clock.instant()), id, account)
                .update();
        if (ended == 0) {
            throw new NotFound();
        }
    }

    /** Returns the messages that are due, signed for now. */
    public List<Delivery> due() {
        Instant now = clock.instant();
        List<Hook> hooks =
                keeper.sql("""
                        select h.id, h.account, h.case_id, h.address, h.secret, h.told, h.telling from webhook h
                        join account a on a.id = h.account
                        where h.ended is null and a.ended is null and h.next_try <= ? order by h.next_try, h.id""").param(Timestamp.from(now)).query(Hook::of).list();
        List<Delivery> due = new ArrayList<>();
        for (Hook hook : hooks) {
            Delivery message = message(hook, now);
            if (message != null) {
                due.add(message);
            }
        }
        return due;
    }

    private @Nullable Delivery message(Hook hook, Instant now) {
        List<Entry> all = record.readBy(hook.account(), hook.caseId(), hook.told());
        Long telling = hook.telling();
        // A message that comes again says what it said before, whatever was written since.
        List<Entry> said = telling == null
                ? all
                : all.stream().filter(e -> e.index() <= telling).toList();
        if (said.isEmpty()) {
            return null;
        }
        if (telling == null) {
            keeper.sql("update webhook set telling = ?, message = ? where id = ? and telling is null")
                    .params(said.getLast().index(), "msg_" + UUID.randomUUID(), hook.id())
                    .update();
        }
        String id = keeper.sql("select message from webhook where id = ?")
                .param(hook.id())
                .query(String.class)
                .single();
        String body = JSON.writeValueAsString(new Message(
                "parley-hook/1",
                hook.caseId(),
                said.getLast().at().toString(),
                said.size(),
                List.copyOf(new TreeSet<>(said.stream().map(Entry::kind).toList()))));
        try {
            byte[] key = fields.open(COLUMN, hook.id(), hook.secret());
            long seconds = now.getEpochSecond();
            return new Delivery(hook.id(), hook.address(), id, seconds, Signature.of(key, id, seconds, body), body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secret of a webhook does not open.", e);
        }
    }

    /**
     * Notes what became of a message: told, or to be tried again, at last given up.
     *
     * @param message the id of the message, so that an outcome told twice counts once
     */
    public void outcome(UUID hook, String message, boolean taken, String answer) {
        Timestamp now = Timestamp.from(clock.instant());
        if (taken) {
            keeper.sql("""
                            update webhook set told = telling, telling = null, message = null, failed = 0, next_try = ?, answer = ?
                            where id = ? and message = ?""").params(now, answer, hook, message).update();
            return;
        }
        Integer failed = keeper.sql("select failed from webhook where id = ? and message = ?")
                .params(hook, message)
                .query(Integer.class)
                .optional()
                .orElse(null);
        if (failed == null) {
            return;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << failed);
        Instant next = clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        keeper.sql("""
                        update webhook set failed = ?, next_try = ?, answer = ?, ended = case when ? then ?::timestamptz end
                        where id = ? and message = ?""")
                .params(failed + 1, Timestamp.from(next), answer, failed + 1 >= TRIES, now, hook, message)
                .update();
    }
}
