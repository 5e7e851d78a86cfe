package parley.app.screening;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.identity.resolver.Entry;
import parley.identity.resolver.Resolution;
import parley.identity.resolver.Resolver;

/** Whether records of lists are the same subject, as people judged it in a case. Only ever added to. */
@Component
public class Judgements {
    private final JdbcClient keeper;
    private final InstantSource clock;

    public Judgements(JdbcClient keeper, InstantSource clock) {
        this.keeper = keeper;
        this.clock = clock;
    }

    /** A judgement as a page tells of it. */
    public record Line(
            UUID id, String one, String other, String verdict, String why, String by, Instant at, boolean undone) {}

    /** Returns the judgements of a pair, the oldest first. */
    public List<Line> of(Visit visit, String a, String b) {
        String one = a.compareTo(b) < 0 ? a : b;
        String other = a.compareTo(b) < 0 ? b : a;
        return lines(visit.caseId()).stream()
                .filter(l -> l.one().equals(one) && l.other().equals(other))
                .toList();
    }

    /** Returns all judgements of a case, the oldest first. */
    public List<Line> lines(String caseId) {
        return keeper.sql("""
                        select j.id, j.one, j.other, j.verdict, j.why, p.name, j.at,
                               exists (select 1 from identity_judgement u where u.undoes = j.id)
                        from identity_judgement j join account a on a.id = j.account join person p on p.id = a.person
                        where j.case_id = ? order by j.at, j.id""")
                .param(caseId)
                .query((row, _) -> new Line(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant(),
                        row.getBoolean(8)))
                .list();
    }

    /** Returns what follows from the judgements of a case. */
    public Resolution resolution(String caseId) {
        Resolver resolver = Resolver.empty();
        for (Line line : lines(caseId)) {
            if (!line.verdict().equals("undone") && !line.undone()) {
                resolver = resolver.with(new Entry.Judgement(
                        line.id().toString(),
                        line.one(),
                        line.other(),
                        switch (line.verdict()) {
                            case "positive" -> Entry.Verdict.SAME;
                            case "negative" -> Entry.Verdict.DIFFERENT;
                            default -> Entry.Verdict.UNSURE;
                        },
                        line.by(),
                        line.at(),
                        line.why(),
                        ""));
            }
        }
        return resolver.asOf(clock.instant());
    }

    /** Keeps a judgement. */
    public void judge(Visit visit, String a, String b, String verdict, String why) {
        if (!List.of("positive", "negative", "unsure").contains(verdict)) {
            throw new Refused("A judgement is positive, negative or unsure.");
        }
        if (why.isBlank()) {
            throw new Refused("Write in a sentence what the judgement rests on; it is kept with it.");
        }
        if (a.equals(b)) {
            throw new Refused("A record is the same as itself; choose another one to hold against it.");
        }
        add(visit, a.compareTo(b) < 0 ? a : b, a.compareTo(b) < 0 ? b : a, verdict, why, null);
    }

    /** Takes a judgement back; it stays readable. */
    public Line undo(Visit visit, UUID id, String why) {
        Line line = lines(visit.caseId()).stream()
                .filter(l -> l.id().equals(id) && !l.verdict().equals("undone"))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (line.undone()) {
            throw new Refused("This judgement was taken back already.");
        }
        if (why.isBlank()) {
            throw new Refused("Write in a sentence why the judgement is taken back.");
        }
        add(visit, line.one(), line.other(), "undone", why, id);
        return line;
    }

    private void add(
            Visit visit,
            String one,
            String other,
            String verdict,
            String why,
            @org.jspecify.annotations.Nullable UUID undoes) {
        keeper.sql("""
                        insert into identity_judgement (id, case_id, one, other, verdict, why, account, at, undoes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(
                        UUID.randomUUID(),
                        visit.caseId(),
                        one,
                        other,
                        verdict,
                        why.strip(),
                        visit.account(),
                        Timestamp.from(clock.instant()),
                        undoes))
                .update();
    }
}
