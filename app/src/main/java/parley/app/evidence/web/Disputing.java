package parley.app.evidence.web;

import static parley.app.evidence.web.Access.behalf;
import static parley.app.evidence.web.Access.claim;
import static parley.app.evidence.web.Access.fresh;
import static parley.app.evidence.web.Access.labelOf;
import static parley.app.evidence.web.Access.line;
import static parley.app.evidence.web.Access.needed;
import static parley.app.evidence.web.Access.readable;

import java.time.temporal.ChronoUnit;
import java.util.List;
import parley.app.evidence.Book;
import parley.app.people.Membership;
import parley.app.people.Role;
import parley.app.record.Deed;
import parley.app.record.Deeds;
import parley.app.record.Entry;
import parley.app.record.Label;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.roadmap.Concession;
import parley.roadmap.Length;

/** Disputes of claims, findings and certificates: raised by one body, ended by two persons of others. */
final class Disputing {
    private static final List<Integer> USUAL_CLOCK = List.of(15, 15);

    private final Evidence evidence;

    Disputing(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Disputes a claim and returns the id of the dispute. */
    String dispute(Visit visit, String id, String ground, String why) {
        Membership as = voice(visit);
        String dispute = fresh("d");
        return evidence.write(visit, as.role().word() + " " + as.body(), (w, book, state) -> {
            Deed.ClaimFiled claim = claim(visit, book, id);
            if (!line(book, state, id).stands()) {
                throw new Refused("This claim does not stand any more; there is nothing to dispute.");
            }
            w.add(
                    new Deed.DisputeOpened(
                            dispute, id, as.body(), ground, clock(visit, claim.concession()), "goes-ahead"),
                    labelOf(book, id),
                    needed(why, "Say what is wrong with it."));
            return dispute;
        });
    }

    /** Disputes a finding that a verifier signed. */
    String disputeFinding(Visit visit, long signed, String ground, String why) {
        Membership as = voice(visit);
        String dispute = fresh("d");
        return evidence.write(visit, as.role().word() + " " + as.body(), (w, book, state) -> {
            Entry entry = finding(visit, book, signed);
            if (!(Deeds.of(entry) instanceof Deed.FindingSigned f)) {
                throw new NotFound();
            }
            if (f.verifier().equals(as.body())) {
                throw new Refused("You signed this finding. Take it back instead of disputing it.");
            }
            w.add(
                    new Deed.ThingDisputed(
                            dispute,
                            "finding",
                            Long.toString(signed),
                            f.concession(),
                            as.body(),
                            ground,
                            clock(visit, f.concession()),
                            "goes-ahead"),
                    entry.label(),
                    needed(why, "Say what is wrong with it."));
            return dispute;
        });
    }

    /** Disputes a certificate that was given out. */
    String disputeCertificate(Visit visit, String hash, String ground, String why) {
        Membership as = voice(visit);
        String dispute = fresh("d");
        return evidence.write(visit, as.role().word() + " " + as.body(), (w, book, state) -> {
            Entry entry = book.entries().stream()
                    .filter(e -> Deeds.of(e) instanceof Deed.VerdictIssued v
                            && v.certificate().equals(hash))
                    .findFirst()
                    .map(e -> readable(visit, e))
                    .orElseThrow(NotFound::new);
            if (!(Deeds.of(entry) instanceof Deed.VerdictIssued v)) {
                throw new NotFound();
            }
            w.add(
                    new Deed.ThingDisputed(
                            dispute,
                            "certificate",
                            hash,
                            v.concession(),
                            as.body(),
                            ground,
                            clock(visit, v.concession()),
                            "goes-ahead"),
                    entry.label(),
                    needed(why, "Say what is wrong with it."));
            return dispute;
        });
    }

    private static Membership voice(Visit visit) {
        return visit.roles().stream()
                .filter(m -> m.role() == Role.STAKEHOLDER || m.role() == Role.DESK || m.role() == Role.VERIFIER)
                .findFirst()
                .orElseThrow(() -> new Refused("Partners, verifiers and stakeholders of the case dispute claims."));
    }

    private static Entry finding(Visit visit, Book book, long signed) {
        return book.entries().stream()
                .filter(e -> e.index() == signed && Deeds.of(e) instanceof Deed.FindingSigned)
                .findFirst()
                .map(e -> readable(visit, e))
                .orElseThrow(NotFound::new);
    }

    /** Takes back a finding of the visitor's own body. */
    void withdrawFinding(Visit visit, long signed, String why) {
        evidence.write(visit, behalf(visit, ""), (w, book, state) -> {
            Entry entry = finding(visit, book, signed);
            boolean own = Deeds.of(entry) instanceof Deed.FindingSigned f
                    && visit.role(Role.VERIFIER, f.verifier()) != null
                    && book.person(entry.account()).equals(book.person(visit.account()));
            if (!own) {
                throw new Refused("A finding is taken back by who signed it. You can dispute it.");
            }
            boolean before = book.entries().stream()
                    .anyMatch(e -> Deeds.of(e) instanceof Deed.FindingWithdrawn(long s) && s == signed);
            if (before) {
                throw new Refused("This finding was taken back before.");
            }
            w.add(
                    new Deed.FindingWithdrawn(signed),
                    entry.label(),
                    needed(why, "Say why you take it back; those who acted on it will ask."));
            return signed;
        });
    }

    /** The clause may set the clock; else it is the usual one. */
    private static List<Integer> clock(Visit visit, String concession) {
        for (Concession c : visit.theCase().concessions()) {
            Concession.Dispute d = c.dispute();
            if (c.id().equals(concession) && d != null) {
                Length settled = d.settledWithin();
                return List.of((int) ChronoUnit.DAYS.between(visit.today(), settled.after(visit.today())));
            }
        }
        return USUAL_CLOCK;
    }

    /** Proposes how a dispute ends. */
    void end(Visit visit, String id, String outcome, String reasons) {
        evidence.write(visit, behalf(visit, ""), (w, book, state) -> {
            Book.Disputed d = open(visit, book, id);
            requireNotDisputing(visit, d);
            w.add(
                    new Deed.DisputeEnded(id, outcome),
                    label(book, d),
                    needed(reasons, "The end of a dispute needs its reasons."));
            return id;
        });
    }

    /** The second pair of eyes on the end of a dispute. */
    void confirmEnd(Visit visit, String id, long ended) {
        evidence.write(visit, behalf(visit, ""), (w, book, state) -> {
            Book.Disputed d = open(visit, book, id);
            requireNotDisputing(visit, d);
            Entry proposed = book.entries().stream()
                    .filter(e -> e.index() == ended && Deeds.of(e) instanceof Deed.DisputeEnded x && x.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            if (book.person(proposed.account()).equals(book.person(visit.account()))) {
                throw new Refused("You proposed this end yourself; another person has to confirm it.");
            }
            w.add(new Deed.DisputeEndConfirmed(id, ended), label(book, d), "");
            return id;
        });
    }

    private static void requireNotDisputing(Visit visit, Book.Disputed d) {
        if (visit.roles().stream().anyMatch(m -> m.body().equals(d.by()))) {
            throw new Refused("Who disputes does not decide how the dispute ends.");
        }
    }

    private static Book.Disputed open(Visit visit, Book book, String id) {
        Book.Disputed d = book.dispute(id);
        if (d == null) {
            throw new NotFound();
        }
        readable(visit, d.opened());
        return d;
    }

    private static Label label(Book book, Book.Disputed d) {
        return d.about().equals("claim") ? labelOf(book, d.thing()) : d.opened().label();
    }
}
