package parley.app.evidence.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.app.cases.Noted;
import parley.app.evidence.ClaimLine;
import parley.app.people.Role;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.app.record.Label;
import parley.app.web.Prose;
import parley.app.web.Visit;
import parley.app.web.Words;
import parley.evidence.DisputeStanding;
import parley.evidence.Event;
import parley.evidence.EvidenceState;
import parley.evidence.Grade;
import parley.evidence.Independence;
import parley.evidence.Rung;
import parley.evidence.Why;
import parley.facts.FactFiles;

/**
 * One claim in words.
 *
 * @param counts what it adds to the facts, a phrase each
 * @param missing what the next rung lacks
 * @param lower how many of its items are independent if an unknown origin is taken as shared
 * @param upper the same if it is taken as an origin of its own
 * @param shared which items count once, and why
 * @param picture the origins as SVG, or empty
 * @param dependants what hangs on it, a sentence each
 * @param history what was done, the newest first
 */
public record ClaimView(
        ClaimLine line,
        String author,
        List<String> counts,
        List<RungLine> ladder,
        List<String> missing,
        String lower,
        String upper,
        List<String> shared,
        String picture,
        List<Signature> signatures,
        List<String> signaturesMissing,
        List<ItemLine> items,
        List<DisputeLine> disputes,
        List<String> dependants,
        List<Past> history,
        May may) {

    /** A rung of the ladder and whether it is reached. */
    public record RungLine(String word, boolean reached, boolean needed) {}

    /** A signature, whether it counts on the day looked at, and why not. */
    public record Signature(String who, String as, LocalDate on, boolean counts, String why) {}

    /**
     * An item of the claim.
     *
     * @param against whether it speaks against the claim
     * @param answer why an item against it does not carry the day; may be empty
     */
    public record ItemLine(
            Deed.ItemFiled deed,
            String source,
            String sourceClass,
            String letter,
            boolean mayGrade,
            String restsOn,
            boolean against,
            String answer,
            boolean fallen,
            List<String> custody) {}

    /**
     * A dispute.
     *
     * @param ended the entry that proposes an end, -1 if there is none
     */
    public record DisputeLine(
            DisputeStanding standing,
            String by,
            String why,
            long ended,
            String outcome,
            boolean mayEnd,
            boolean mayConfirm) {}

    /** Something done about the claim. */
    public record Past(String entry, java.time.Instant at, String who, String what, String why) {}

    /**
     * What the visitor may do.
     *
     * @param notReview why there is no second look for this visitor; empty if there is
     * @param falls what the visitor filed, or its body did, and may take back
     */
    public record May(
            boolean review,
            String notReview,
            boolean withdraw,
            boolean support,
            boolean dispute,
            boolean endDispute,
            List<Choices.Choice> falls) {}

    static ClaimView of(Seen seen, ClaimLine line, Map<String, String> names) {
        Independence independence = line.ceiling().independence();
        Why why = seen.state().why(line.deed().id());
        return new ClaimView(
                line,
                seen.behalf(line.entry()),
                counts(seen.visit(), line.deed()),
                ladder(line),
                line.ceiling().missing().stream().map(m -> titled(seen, m)).toList(),
                independence.lower().toString(),
                independence.upper().toString(),
                independence.conflicts().stream().map(c -> conflict(seen, c)).toList(),
                OriginPicture.of(seen, line),
                signatures(seen, why, names),
                why.missing(),
                items(seen, line),
                disputes(seen, line),
                dependants(seen, line),
                history(seen, line.deed().id()),
                may(seen, line));
    }

    private static List<String> counts(Visit visit, Deed.ClaimFiled deed) {
        return deed.rows().stream()
                .map(r -> {
                    String series = r.fields().getOrDefault("series", "");
                    String title = visit.theCase().declarations().stream()
                            .filter(d -> observes(d, series))
                            .findFirst()
                            .map(parley.roadmap.Declaration::heading)
                            .orElse(series);
                    return r.table().equals(FactFiles.READINGS)
                            ? title + ": " + r.fields().getOrDefault("value", "not known")
                            : title;
                })
                .toList();
    }

    private static boolean observes(parley.roadmap.Declaration d, String series) {
        return switch (d) {
            case parley.roadmap.Indicator i -> i.series().equals(series);
            case parley.roadmap.Event e -> e.series().equals(series);
            default -> false;
        };
    }

    private static List<RungLine> ladder(ClaimLine line) {
        List<RungLine> rungs = new ArrayList<>();
        for (Rung r : Rung.values()) {
            if (r != Rung.NOTHING) {
                rungs.add(
                        new RungLine(r.word().replace('-', ' '), line.reached().isAtLeast(r), r == ClaimLine.NEEDED));
            }
        }
        return rungs;
    }

    private static String conflict(Seen seen, Independence.Conflict c) {
        String both = "“%s” and “%s”".formatted(seen.itemTitle(c.one()), seen.itemTitle(c.other()));
        if (c.shared().isEmpty()) {
            return both + " count once: where one of them comes from is not known";
        }
        var shared = new TreeSet<String>();
        c.shared().forEach(s -> shared.add(node(seen, s)));
        return both + " count once: both rest on " + String.join(", ", shared);
    }

    /** Returns what a node of the origins is called. */
    static String node(Seen seen, String id) {
        if (id.startsWith("source ")) {
            return seen.sourceTitle(id.substring("source ".length()));
        }
        if (id.startsWith("usually ")) {
            return seen.sourceTitle(id.substring("usually ".length()));
        }
        if (id.startsWith("organisation ")) {
            return Prose.heading(seen.visit().theCase(), id.substring("organisation ".length()));
        }
        if (id.startsWith("party ")) {
            return Prose.heading(seen.visit().theCase(), id.substring("party ".length()));
        }
        return seen.item(id) != null ? "“" + seen.itemTitle(id) + "”" : id;
    }

    private static String titled(Seen seen, String words) {
        String titled = words;
        for (Deed.ItemFiled i : seen.items()) {
            titled = titled.replace(i.id(), "“" + i.title() + "”");
        }
        return titled;
    }

    private static List<Signature> signatures(Seen seen, Why why, Map<String, String> names) {
        boolean named = reads(seen.visit(), Label.PARTNERS);
        return why.lines().stream()
                .map(l -> {
                    String body = Prose.heading(seen.visit().theCase(), l.body());
                    String person = named ? names.getOrDefault(l.holder(), "") : "";
                    return new Signature(
                            person.isEmpty() || person.equals(body) ? body : body + ", " + person,
                            l.role().word(),
                            Seen.dayOf(l.at()),
                            l.counts(),
                            String.join("; ", l.against()));
                })
                .toList();
    }

    private static boolean reads(Visit visit, Label label) {
        return visit.roles().stream().anyMatch(m -> m.clearance().reads(label));
    }

    private static List<ItemLine> items(Seen seen, ClaimLine line) {
        var against = new TreeMap<String, String>();
        Collection<String> all = new TreeSet<>(line.deed().items());
        for (Noted n : seen.visit().known().noted()) {
            if (n.deed() instanceof Deed.ClaimSupported s
                    && s.claim().equals(line.deed().id())) {
                all.add(s.item());
                if (s.contrary()) {
                    against.putIfAbsent(s.item(), "");
                }
            }
            if (n.deed() instanceof Deed.ContraryAnswered a
                    && a.claim().equals(line.deed().id())) {
                against.put(a.item(), a.answer());
            }
        }
        List<ItemLine> lines = new ArrayList<>();
        for (Deed.ItemFiled d : seen.items()) {
            if (all.contains(d.id())) {
                lines.add(item(seen, d, against.get(d.id())));
            }
        }
        return lines;
    }

    private static ItemLine item(Seen seen, Deed.ItemFiled d, @Nullable String answer) {
        EvidenceState state = seen.state();
        Deed.SourceNamed source = seen.source(d.source());
        Grade.Letter letter = state.letter(d.source());
        boolean own = seen.visit().roles().stream().anyMatch(m -> m.body().equals(d.source()));
        List<String> custody = state.custody(d.id()).stream()
                .map(h -> "%s %s".formatted(Words.day(h.on()), handled(h.handling())))
                .toList();
        return new ItemLine(
                d,
                seen.sourceTitle(d.source()),
                source == null ? "" : source.sourceClass().replace('-', ' '),
                letter.name(),
                !own,
                String.join(", ", d.restsOn().stream().map(seen::itemTitle).toList()),
                answer != null,
                answer == null ? "" : answer,
                state.hasFallen(d.id()),
                custody);
    }

    private static String handled(Event.Handling handling) {
        return switch (handling) {
            case RECEIVED -> "received";
            case VIEWED -> "viewed";
            case COPIED -> "original handed out";
            case EXPORTED -> "exported";
            case RESEALED -> "sealed again";
            case DESTROYED -> "destroyed";
        };
    }

    private static List<DisputeLine> disputes(Seen seen, ClaimLine line) {
        List<DisputeLine> lines = new ArrayList<>();
        for (DisputeStanding d : line.disputes()) {
            String why = "";
            long ended = -1;
            String outcome = "";
            boolean mine = false;
            for (Noted n : seen.visit().known().noted()) {
                if (n.deed() instanceof Deed.DisputeOpened o
                        && o.id().equals(d.dispute().id())) {
                    why = n.entry().reason();
                }
                if (n.deed() instanceof Deed.DisputeEnded e
                        && e.id().equals(d.dispute().id())) {
                    ended = n.index();
                    outcome = e.outcome() + ", " + n.entry().reason();
                    mine = seen.isMine(n.entry());
                }
            }
            boolean disputes = seen.visit().roles().stream()
                    .anyMatch(m -> m.body().equals(d.dispute().by()));
            lines.add(new DisputeLine(
                    d,
                    Prose.heading(seen.visit().theCase(), d.dispute().by()),
                    why,
                    ended,
                    outcome,
                    !disputes,
                    ended >= 0 && !mine && !disputes && Seen.mayWork(seen.visit())));
        }
        return lines;
    }

    private static List<Past> history(Seen seen, String id) {
        List<Past> past = new ArrayList<>();
        for (Noted n : seen.visit().known().noted()) {
            String what = what(seen, n, id);
            if (what != null) {
                past.add(new Past(
                        n.entry().name(),
                        n.entry().at(),
                        seen.behalf(n.entry()),
                        what,
                        n.entry().reason()));
            }
        }
        return past.reversed();
    }

    private static @Nullable String what(Seen seen, Noted n, String id) {
        return switch (n.deed()) {
            case Deed.ClaimFiled d when d.id().equals(id) -> "filed the claim";
            case Deed.ClaimFiled d when id.equals(d.replaces()) -> "filed a claim that takes its place";
            case Deed.ClaimSupported d
            when d.claim().equals(id) ->
                "added “%s” %s it".formatted(seen.itemTitle(d.item()), d.contrary() ? "against" : "for");
            case Deed.ContraryAnswered d
            when d.claim().equals(id) -> "answered “%s”: %s".formatted(seen.itemTitle(d.item()), d.answer());
            case Deed.ClaimReviewed d
            when d.claim().equals(id) ->
                (d.agrees() ? "confirmed it, " : "did not agree, ")
                        + d.judgement().likelihood();
            case Deed.ReviewWithdrawn d when d.claim().equals(id) -> "took the review back";
            case Deed.Fallen d
            when d.what().equals("claim") && d.id().equals(id) ->
                "retracted it, " + d.why().replace('-', ' ');
            case Deed.Fallen d
            when !d.what().equals("claim") && concerns(seen, d, id) ->
                "withdrew the %s %s, %s"
                        .formatted(
                                d.what(),
                                d.what().equals("item") ? "“" + seen.itemTitle(d.id()) + "”" : seen.sourceTitle(d.id()),
                                d.why().replace('-', ' '));
            case Deed.DisputeOpened d
            when d.claim().equals(id) -> "disputed it, " + d.ground().replace('-', ' ');
            case Deed.DisputeEnded d when about(seen, d.id(), id) -> "proposed that the dispute is " + d.outcome();
            case Deed.DisputeEndConfirmed d when about(seen, d.id(), id) -> "confirmed the end of the dispute";
            case null, default -> null;
        };
    }

    private static boolean concerns(Seen seen, Deed.Fallen d, String claim) {
        ClaimLine line = seen.claim(claim);
        return line != null
                && items(seen, line).stream()
                        .anyMatch(i -> d.what().equals("item")
                                ? i.deed().id().equals(d.id())
                                : i.deed().source().equals(d.id()));
    }

    private static boolean about(Seen seen, String dispute, String claim) {
        Deed.DisputeOpened d = seen.book().dispute(dispute);
        return d != null && d.claim().equals(claim) && Deeds.kind(d).equals("dispute-opened");
    }

    /** The same rule as that of the command: those who filed a thing take it back, or the secretariat. */
    private static List<Choices.Choice> falls(Seen seen, ClaimLine line) {
        List<Choices.Choice> falls = new ArrayList<>();
        if (line.stands() && Evidence.mayTakeBack(seen.visit(), seen.book(), line.entry(), "")) {
            falls.add(new Choices.Choice("claim " + line.deed().id(), "this claim"));
        }
        for (ItemLine i : items(seen, line)) {
            Entry item = seen.book().entryOfItem(i.deed().id());
            Entry source = seen.book().entryOfSource(i.deed().source());
            if (i.fallen()) {
                continue;
            }
            if (item != null && Evidence.mayTakeBack(seen.visit(), seen.book(), item, "")) {
                falls.add(new Choices.Choice(
                        "item " + i.deed().id(), "the item “" + i.deed().title() + "”"));
            }
            if (source != null
                    && Evidence.mayTakeBack(
                            seen.visit(), seen.book(), source, i.deed().source())) {
                falls.add(new Choices.Choice(
                        "source " + i.deed().source(), "the source " + i.source() + ", with all it gave"));
            }
        }
        return falls.stream().distinct().toList();
    }

    /** What hangs on the claim now, or hung on it. */
    private static List<String> dependants(Seen seen, ClaimLine line) {
        Visit visit = seen.visit();
        String concession = line.deed().concession();
        List<String> found = new ArrayList<>();
        if (concession.isEmpty()) {
            return found;
        }
        visit.standing().concessions().stream()
                .filter(c -> c.concession().equals(concession))
                .forEach(c -> found.add("“%s” is %s"
                        .formatted(
                                Prose.heading(visit.theCase(), concession),
                                c.state().word())));
        for (Noted n : visit.known().noted()) {
            if (n.deed() instanceof Deed.FindingSigned f && f.concession().equals(concession)) {
                boolean there = visit.known().facts().signatures().stream()
                        .anyMatch(s -> s.id().equals(n.entry().name()));
                found.add("the finding of %s, signed %s, %s"
                        .formatted(
                                Prose.heading(visit.theCase(), f.verifier()),
                                Words.day(Seen.dayOf(n.entry().at())),
                                there ? "counts" : "is open again: what it was signed on does not count any more"));
            }
        }
        List<String> steps = visit.theCase().steps().stream()
                .filter(s -> s.branches().stream()
                        .anyMatch(b -> parley.language.Mentions.of(b.trigger()).stream()
                                .anyMatch(r -> r.id().equals(concession))))
                .map(parley.roadmap.Step::id)
                .toList();
        visit.standing().duties().stream()
                .filter(d -> steps.contains(d.step()) && d.done() == null)
                .forEach(d -> found.add("%s owes the %s of “%s” by %s"
                        .formatted(
                                Prose.heading(visit.theCase(), d.partner()),
                                d.what(),
                                Prose.heading(visit.theCase(), d.thing()),
                                Words.day(d.due()))));
        return found;
    }

    private static May may(Seen seen, ClaimLine line) {
        Visit visit = seen.visit();
        boolean now = !visit.elsewhen();
        boolean works = Seen.mayWork(visit) && now;
        boolean stands = line.stands();
        String me = seen.book().person(visit.account());
        boolean signed = line.chain().counting().stream()
                .anyMatch(s -> s.review().holder().equals(me) && s.review().role() == parley.evidence.Role.REVIEWER);
        boolean mine = seen.isMine(line.entry());
        String not = !works || !stands
                ? ""
                : mine
                        ? "You filed this claim, so the second look is for another person."
                        : signed ? "You have confirmed it." : "";
        boolean voice = visit.is(Role.VERIFIER) || visit.is(Role.DESK) || visit.is(Role.STAKEHOLDER);
        return new May(
                works && stands && !mine && !signed,
                not,
                works && signed,
                works && stands,
                now && stands && voice,
                works,
                works ? falls(seen, line) : List.of());
    }
}
