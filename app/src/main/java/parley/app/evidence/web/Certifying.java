package parley.app.evidence.web;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parley.app.evidence.ClaimLine;
import parley.app.evidence.ServerKey;
import parley.app.record.ChainText;
import parley.app.record.Deed;
import parley.app.record.Entry;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.evidence.Bounds;
import parley.evidence.Certificates;
import parley.evidence.Claim;
import parley.evidence.Clause;
import parley.evidence.Criterion;
import parley.evidence.Demand;
import parley.evidence.DisputeStanding;
import parley.evidence.Dropped;
import parley.evidence.Hash;
import parley.evidence.Independence;
import parley.evidence.KnownAt;
import parley.evidence.Missing;
import parley.evidence.Rung;
import parley.evidence.Use;
import parley.evidence.Verdict;
import parley.language.CasePrinter;
import parley.roadmap.Concession;
import parley.roadmap.Panel;
import parley.roadmap.Ref;
import parley.standing.Standing;
import parley.text.Source;

/**
 * The verdict on a concession: the standing says whether its condition holds and who signed, the claims say how well that is
 * established. Relief is released only by what is clear and convincing, so a concession may be verified and its verdict undecided.
 */
final class Certifying {
    private final Visit visit;
    private final Seen seen;

    Certifying(Visit visit, Seen seen) {
        this.visit = visit;
        this.seen = seen;
    }

    Seen seen() {
        return seen;
    }

    /** Returns the verdict as of the day looked at and what is known. */
    Verdict derive(String name) {
        Concession c = concession(name);
        Clause clause = clause(c);
        List<ClaimLine> lines = seen.claims().stream()
                .filter(l -> l.deed().concession().equals(name))
                .toList();
        List<ClaimLine> used =
                lines.stream().filter(l -> l.state() == ClaimLine.State.COUNTS).toList();
        Rung rung = used.stream().map(ClaimLine::reached).min(Rung::compareTo).orElse(Rung.NOTHING);
        int independence = used.stream()
                .mapToInt(l -> l.ceiling().independence().lower().number())
                .min()
                .orElse(0);
        boolean disputed = lines.stream().flatMap(l -> l.disputes().stream()).anyMatch(DisputeStanding::isOpen);
        int panel = signers(name).size();
        List<Claim> claims = used.stream().map(ClaimLine::claim).toList();
        List<Missing> missing = new ArrayList<>(missing(clause, rung, independence, disputed, panel));
        if (clause.panel().independentOrigin()
                && origins(clause, claims) < clause.panel().needed()) {
            missing.add(new Missing(
                    Missing.Effort.ANOTHER_ITEM,
                    "%d signers of the panel with items of their own origin"
                            .formatted(clause.panel().needed())));
        }
        Standing.ConcessionState state = state(name);
        Verdict.Result result = switch (state.state()) {
            case VERIFIED -> missing.isEmpty() ? Verdict.Result.VERIFIED : Verdict.Result.UNDECIDED;
            case BROKEN -> Verdict.Result.NOT_MET;
            case CLOSED, OPEN, CLAIMED, MET, EXPIRED ->
                state.holds().truth() == parley.facts.Truth.FALSE ? Verdict.Result.NOT_MET : Verdict.Result.UNDECIDED;
        };
        return new Verdict(
                clause,
                visit.on(),
                new KnownAt(seen.book().last() + 1, seen.state().at().at()),
                result,
                values(lines),
                rung,
                independence,
                panel,
                claims,
                dropped(lines),
                result == Verdict.Result.VERIFIED ? List.of() : missing,
                seen.state()
                        .origins(claims.stream()
                                .flatMap(x -> seen.state().items(x).stream())
                                .toList())
                        .text());
    }

    /** Returns the text of a verdict that this server derived. */
    String text(Verdict verdict, ServerKey key) {
        return text(verdict, salts(verdict, key));
    }

    /** Returns the salts of a verdict; only this server can compute them. */
    static Certificates.Salts salts(Verdict verdict, ServerKey key) {
        String point = "%s %s %s %d "
                .formatted(
                        verdict.clause().caseName(),
                        verdict.clause().name(),
                        verdict.world(),
                        verdict.known().size());
        return name -> key.salt(point + name);
    }

    /** Returns the text of a verdict: equal record, days, salts and engine give equal bytes. */
    String text(Verdict verdict, Certificates.Salts salts) {
        var engine = new Certificates.Engine("0.1.0", Hash.of("parley-app"));
        List<Entry> entries = seen.book().entries();
        if (entries.isEmpty()) {
            throw new NotFound();
        }
        var chained = new Certificates.Chained(
                new Hash(ChainText.hash(entries.getLast())), origins(verdict.clause(), verdict.used()));
        return Certificates.text(verdict, engine, salts, chained);
    }

    /** How many of the panel's signers filed items of their own that share no origin; a signature alone adds none. */
    private int origins(Clause clause, List<Claim> used) {
        String concession = clause.name().substring("concession ".length());
        List<String> signers = signers(concession);
        List<String> rested =
                used.stream().flatMap(c -> seen.state().items(c).stream()).toList();
        SortedMap<String, Collection<String>> own = new TreeMap<>();
        for (String item : rested) {
            Entry filed = seen.book().entryOfItem(item);
            signers.stream()
                    .filter(s -> filed != null && filed.behalf().equals("verifier " + s))
                    .forEach(s -> own.computeIfAbsent(s, _ -> new TreeSet<>()).add(item));
        }
        return own.isEmpty()
                ? 0
                : Independence.ofGroups(
                                seen.state().origins(rested),
                                own,
                                clause.demand().interested(),
                                Map.of())
                        .lower()
                        .number();
    }

    private Concession concession(String name) {
        return visit.theCase().concessions().stream()
                .filter(c -> c.id().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Standing.ConcessionState state(String name) {
        return visit.standing().concessions().stream()
                .filter(s -> s.concession().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Clause clause(Concession c) {
        Ref by = c.verifiedBy();
        if (by == null) {
            throw new Refused("Nobody signs this concession, so there is no finding to certify.");
        }
        Panel panel = visit.theCase().all(Panel.class).stream()
                .filter(p -> p.id().equals(by.id()))
                .findFirst()
                .orElse(null);
        String texts =
                visit.known().sources().values().stream().map(Source::text).collect(Collectors.joining());
        Demand usual =
                Demand.of(Use.VERIFIED_RELEASING_RELIEF, List.of(visit.theCase().counterpart()));
        return new Clause(
                visit.caseId(),
                Hash.of(texts),
                "concession " + c.id(),
                new Criterion.Stated(CasePrinter.text(c).strip().replaceAll("\\s+", " ")),
                usual,
                new Clause.Panel(
                        by.id(),
                        Evidence.signers(visit, by.id()),
                        panel == null ? 1 : panel.quorum(),
                        panel != null && panel.independent()));
    }

    private List<String> signers(String concession) {
        return visit.known().facts().signatures().stream()
                .filter(s -> s.concession().equals(concession)
                        && s.finding() == parley.facts.Finding.VERIFIED
                        && !s.date().isAfter(visit.on()))
                .map(parley.facts.Signature::verifier)
                .distinct()
                .toList();
    }

    private static List<Missing> missing(Clause clause, Rung rung, int independence, boolean disputed, int panel) {
        List<Missing> missing = new ArrayList<>();
        Demand demand = clause.demand();
        if (panel < clause.panel().needed()) {
            missing.add(new Missing(
                    Missing.Effort.SIGNATURE,
                    "%d more of the panel %s"
                            .formatted(
                                    clause.panel().needed() - panel,
                                    clause.panel().name())));
        }
        if (!rung.isAtLeast(demand.rung())) {
            missing.add(new Missing(
                    Missing.Effort.ASSESSMENT,
                    "%s instead of %s"
                            .formatted(
                                    demand.rung().word().replace('-', ' '),
                                    rung.word().replace('-', ' '))));
        }
        if (independence < demand.independence()) {
            missing.add(new Missing(
                    Missing.Effort.ANOTHER_ITEM,
                    "%d independent items for each claim".formatted(demand.independence())));
        }
        if (disputed) {
            missing.add(new Missing(Missing.Effort.ANSWER_TO_DISPUTE, "the end of a dispute"));
        }
        return missing.stream().sorted().toList();
    }

    /** Of each series read: what counts, and what is filed and may come to count. */
    private static List<Bounds> values(List<ClaimLine> lines) {
        Map<String, long[]> sums = new TreeMap<>();
        for (ClaimLine line : lines) {
            if (!line.stands()) {
                continue;
            }
            for (Deed.Row row : line.deed().rows()) {
                String value = row.fields().getOrDefault("value", "");
                if (value.matches("\\d{1,12}")) {
                    long[] sum = sums.computeIfAbsent(row.fields().getOrDefault("series", ""), _ -> new long[2]);
                    sum[0] += line.state() == ClaimLine.State.COUNTS ? Long.parseLong(value) : 0;
                    sum[1] += Long.parseLong(value);
                }
            }
        }
        return sums.values().stream().map(s -> new Bounds(s[0], s[0], s[1])).toList();
    }

    private static SortedMap<Dropped, List<String>> dropped(List<ClaimLine> lines) {
        var dropped = new TreeMap<Dropped, TreeSet<String>>();
        for (ClaimLine line : lines) {
            Dropped why = switch (line.state()) {
                case COUNTS -> null;
                case WAITING -> Dropped.UNSIGNED;
                case SHORT -> Dropped.BELOW_RUNG;
                case DISPUTED, LOST -> Dropped.DISPUTED;
                case REPLACED -> Dropped.SUPERSEDED;
                case FALLEN -> Dropped.RETRACTED;
            };
            if (why != null) {
                dropped.computeIfAbsent(why, _ -> new TreeSet<>())
                        .add(line.deed().id());
            }
        }
        var lists = new TreeMap<Dropped, List<String>>();
        dropped.forEach((why, ids) -> lists.put(why, List.copyOf(ids)));
        return lists;
    }

    /** Returns the list of what was revoked up to now, signed. */
    static String revocations(Visit visit, ServerKey key, List<String> certificates) {
        var text = new StringBuilder("parley-revocations/v1\ncase ")
                .append(visit.caseId())
                .append("\nupto ")
                .append(visit.today().atStartOfDay(ZoneOffset.UTC).toInstant())
                .append('\n');
        certificates.stream()
                .sorted()
                .forEach(c -> text.append("revoked sha256:").append(c).append('\n'));
        return key.signer().sign(text.append("end\n").toString());
    }
}
