package parley.app.screening;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.lists.OfficialLists;
import parley.app.people.Accounts;
import parley.app.people.SealedField;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.identity.match.Band;
import parley.lists.screening.Hit;
import parley.lists.screening.LiveIndex;
import parley.lists.screening.Query;
import tools.jackson.databind.json.JsonMapper;

/** The names that were looked for. What they are lies sealed; who looked at them is written down. */
@Component
public class Screenings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMN = "screening_event.sealed";
    private static final int MOST_SHOWN = 500;
    private static final int MOST_KEPT_HITS = 50;

    private final JdbcClient keeper;
    private final SealedField fields;
    private final OfficialLists lists;
    private final InstantSource clock;

    public Screenings(JdbcClient keeper, SealedField fields, OfficialLists lists, InstantSource clock) {
        this.keeper = keeper;
        this.fields = fields;
        this.lists = lists;
        this.clock = clock;
    }

    /** A line of the queue. */
    public record Queued(
            UUID id, Screened screened, @Nullable Band band) {}

    /** Looks for a name; the same question in the same case finds its earlier answers and adds to them. */
    public UUID ask(Visit visit, Query query) {
        String wrong = query.wrong();
        if (wrong != null) {
            throw new Refused(wrong);
        }
        if (lists.live().isEmpty()) {
            throw new Refused(
                    "No list is live yet, so nothing could be found. Import a list first and have it signed.");
        }
        byte[] sought = fields.mark("screened.sought", visit.caseId() + "\n" + JSON.writeValueAsString(query));
        UUID fresh = UUID.randomUUID();
        Instant now = clock.instant();
        int added = keeper.sql("""
                        insert into screened (id, case_id, sought, since, account, band, open) values (?, ?, ?, ?, ?, ?, 0)
                        on conflict (case_id, sought) do nothing""")
                .params(fresh, visit.caseId(), sought, Timestamp.from(now), visit.account(), place(Band.NONE))
                .update();
        UUID id = added > 0
                ? fresh
                : keeper.sql("select id from screened where case_id = ? and sought = ?")
                        .params(visit.caseId(), sought)
                        .query(UUID.class)
                        .single();
        if (added > 0) {
            write(id, "asked", visit.account(), new Screened.Asked(now, visit.account(), query));
        }
        run(id, query, visit.account(), lists.index());
        return id;
    }

    private void run(UUID id, Query query, UUID account, LiveIndex index) {
        List<Hit> hits = index.screen(query).stream()
                .filter(h -> h.band() != Band.NONE)
                .limit(MOST_KEPT_HITS)
                .toList();
        var run = new Screened.Run(
                clock.instant(),
                account,
                index.day().toString(),
                index.versions(),
                index.thresholds().alert(),
                index.thresholds().high(),
                index.records(),
                hits);
        write(id, "ran", account, run);
        derive(id);
    }

    private void write(UUID id, String kind, UUID account, Screened.Event event) {
        byte[] sealed = fields.seal(COLUMN, id, JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
        // Two looks at one name may come at once: each takes the next free number.
        int written = 0;
        while (written == 0) {
            written = keeper.sql("""
                            insert into screening_event (subject, seq, at, account, kind, sealed)
                            select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ? from screening_event where subject = ?
                            on conflict do nothing""")
                    .params(id, Timestamp.from(event.at()), account, kind, sealed, id)
                    .update();
        }
    }

    private void derive(UUID id) {
        Screened now = read(id);
        Band band = now.band();
        keeper.sql("update screened set band = ?, open = ? where id = ?")
                .params(place(band == null ? Band.NONE : band), now.open(), id)
                .update();
    }

    private Screened read(UUID id) {
        List<Screened.Event> events = keeper.sql(
                        "select kind, sealed from screening_event where subject = ? order by seq")
                .param(id)
                .query((row, _) -> event(id, row.getString(1), row.getBytes(2)))
                .list();
        return Screened.of(id, events);
    }

    private Screened.Event event(UUID id, String kind, byte[] sealed) {
        try {
            String text = new String(fields.open(COLUMN, id, sealed), StandardCharsets.UTF_8);
            return switch (kind) {
                case "asked" -> JSON.readValue(text, Screened.Asked.class);
                case "ran" -> JSON.readValue(text, Screened.Run.class);
                default -> JSON.readValue(text, Screened.Decided.class);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A screened name does not open with the key of this server.", e);
        }
    }

    /** Returns somebody who was looked for, and writes down who reads it. */
    public Screened of(Visit visit, UUID id) {
        require(visit, id);
        keeper.sql("insert into screening_access (at, account, subject, what) values (?, ?, ?, 'read')")
                .params(Timestamp.from(clock.instant()), visit.account(), id)
                .update();
        return read(id);
    }

    /** The place of a band in the queue; the column is derived and made again when the bands change. */
    private static int place(Band band) {
        return List.of(Band.values()).indexOf(band);
    }

    private void require(Visit visit, UUID id) {
        boolean there = keeper.sql("select 1 from screened where id = ? and case_id = ?")
                .params(id, visit.caseId())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!there) {
            throw new NotFound();
        }
    }

    /** Returns what waits, the best band first, then who was asked for first; with {@code all}, everybody. */
    public List<Queued> queue(Visit visit, boolean all) {
        List<UUID> ids = keeper.sql(
                        "select id from screened where case_id = ? and (open > 0 or ?) order by open = 0, band, since, id limit ?")
                .params(visit.caseId(), all, MOST_SHOWN)
                .query(UUID.class)
                .list();
        var queue = new ArrayList<Queued>();
        for (UUID id : ids) {
            Screened screened = read(id);
            queue.add(new Queued(id, screened, screened.band()));
        }
        if (!ids.isEmpty()) {
            keeper.sql("insert into screening_access (at, account, subject, what) values (?, ?, ?, 'queue')")
                    .params(Timestamp.from(clock.instant()), visit.account(), new UUID(0, ids.size()))
                    .update();
        }
        return queue;
    }

    /** Writes what a person decides about one record. */
    public void decide(Visit visit, UUID id, String key, String verdict, String why) {
        require(visit, id);
        Screened now = read(id);
        Screened.Line line = now.lines().stream()
                .filter(l -> l.hit().key().equals(key) && l.state() != Screened.State.GONE)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (why.isBlank()) {
            throw new Refused("Write in a sentence what the decision rests on; the next person reads it.");
        }
        Screened.Verdict says = verdict(verdict);
        if (says == Screened.Verdict.SAME
                && line.state() == Screened.State.SECOND
                && line.decisions().getLast().person().equals(visit.person())) {
            throw new Refused(
                    "You have said that they are the same. Another person has to confirm it: four eyes see what two miss.");
        }
        write(
                id,
                "decided",
                visit.account(),
                new Screened.Decided(
                        clock.instant(),
                        visit.account(),
                        visit.person(),
                        visit.session().account().name(),
                        key,
                        says,
                        why.strip(),
                        line.hit().basis()));
        derive(id);
    }

    static Screened.Verdict verdict(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "same" -> Screened.Verdict.SAME;
            case "different" -> Screened.Verdict.DIFFERENT;
            case "unsure" -> Screened.Verdict.UNSURE;
            default -> throw new Refused("A decision is same, different or unsure.");
        };
    }

    /** Looks again for everybody whose last look was at other versions of the lists; returns for how many. */
    public int again() {
        if (lists.live().isEmpty()) {
            return 0;
        }
        LiveIndex index = lists.freshIndex();
        int again = 0;
        for (UUID id : keeper.sql("select id from screened order by band, since")
                .query(UUID.class)
                .list()) {
            Screened screened = read(id);
            if (screened.runs().isEmpty() || !screened.runs().getLast().lists().equals(index.versions())) {
                run(id, screened.query(), Accounts.SYSTEM.id(), index);
                again++;
            }
        }
        return again;
    }
}
