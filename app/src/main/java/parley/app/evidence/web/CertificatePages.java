package parley.app.evidence.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.cases.Noted;
import parley.app.evidence.Books;
import parley.app.evidence.ServerKey;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Prose;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.evidence.Dispute;
import parley.evidence.Hash;
import parley.evidence.Missing;
import parley.evidence.Resolution;
import parley.evidence.Verdict;
import parley.roadmap.Concession;

/** Verdicts, the certificates that carry them away, and what was revoked. */
@Controller
public class CertificatePages {
    private final Pages pages;
    private final CaseRecord record;
    private final ServerKey key;
    private final Disputing disputing;

    public CertificatePages(Pages pages, CaseRecord record, Books books, ServerKey key) {
        this.pages = pages;
        this.record = record;
        this.key = key;
        this.disputing = new Disputing(new Evidence(record, books));
    }

    /** A concession and what can be certified of it today. */
    public record Line(String id, String title, String result, String light, List<String> missing) {}

    /**
     * A certificate that was given out.
     *
     * @param now what would be derived today
     * @param revoked why it is worth nothing; empty if it is not revoked
     */
    public record Given(
            String hash,
            String title,
            LocalDate world,
            LocalDate on,
            String said,
            String now,
            String revoked,
            List<DisputeView> disputes) {}

    @GetMapping("/case/{case}/evidence/certificates")
    ResponseEntity<String> certificates(Visit visit) {
        Seen seen = Seen.of(visit);
        var certifying = new Certifying(visit, seen);
        List<Line> lines = new ArrayList<>();
        for (Concession c : visit.theCase().concessions()) {
            if (c.verifiedBy() != null) {
                Verdict v = certifying.derive(c.id());
                lines.add(new Line(
                        c.id(),
                        c.heading(),
                        v.result().word(),
                        light(v.result()),
                        v.missing().stream().map(Missing::words).toList()));
            }
        }
        return pages.page(
                "evidence/certificates",
                Map.of(
                        "visit", visit,
                        "lines", lines,
                        "given", given(visit, certifying),
                        "vkey", key.signer().key().vkey(),
                        "may", mayIssue(visit),
                        "findings", FindingLine.of(seen),
                        "choices", Choices.of(seen),
                        "bundles", mayBundle(visit),
                        "voice",
                                !visit.elsewhen()
                                        && (visit.is(Role.VERIFIER)
                                                || visit.is(Role.DESK)
                                                || visit.is(Role.STAKEHOLDER))));
    }

    private static String light(Verdict.Result result) {
        return switch (result) {
            case VERIFIED -> "good";
            case NOT_MET -> "light";
            case UNDECIDED -> "wait";
        };
    }

    private static boolean mayIssue(Visit visit) {
        return !visit.elsewhen() && (visit.is(Role.SECRETARIAT) || visit.is(Role.DESK));
    }

    private static List<Given> given(Visit visit, Certifying certifying) {
        Map<String, String> revoked = revoked(visit);
        List<Given> given = new ArrayList<>();
        for (Noted n : visit.known().noted()) {
            if (n.deed() instanceof Deed.VerdictIssued d) {
                String said = d.note()
                        .lines()
                        .filter(l -> l.startsWith("result "))
                        .map(l -> l.substring("result ".length()))
                        .findFirst()
                        .orElse("");
                given.add(new Given(
                        d.certificate(),
                        Prose.heading(visit.theCase(), d.concession()),
                        LocalDate.parse(d.world()),
                        Seen.dayOf(n.entry().at()),
                        said,
                        certifying.derive(d.concession()).result().word(),
                        revoked.getOrDefault(d.certificate(), ""),
                        DisputeView.of(
                                certifying.seen(),
                                certifying
                                        .seen()
                                        .book()
                                        .disputesOf(certifying.seen().state(), "certificate", d.certificate()))));
            }
        }
        return given.reversed();
    }

    private static Map<String, String> revoked(Visit visit) {
        Map<String, String> revoked = new TreeMap<>();
        for (Noted n : visit.known().noted()) {
            if (n.deed() instanceof Deed.VerdictRevoked(String certificate)) {
                revoked.put(certificate, n.entry().reason());
            }
        }
        return revoked;
    }

    @PostMapping("/case/{case}/evidence/certificates")
    ResponseEntity<String> issue(Visit visit, @RequestParam String concession) {
        if (!mayIssue(visit)) {
            throw new Refused("The secretariat and the desks give certificates out.");
        }
        record.change(visit.caseId(), visit.author(""), w -> {
            var certifying = new Certifying(visit, Seen.of(visit));
            Verdict verdict = certifying.derive(concession);
            if (visit.dossier().book().last() != w.index()) {
                throw new Refused("The record has grown since; look at the verdict once more.");
            }
            String text = certifying.text(verdict, key);
            String hash = Hash.of(text).hex();
            if (given(visit, certifying).stream().anyMatch(g -> g.hash().equals(hash))) {
                throw new Refused("This certificate was given out before; it is in the list.");
            }
            w.add(
                    new Deed.VerdictIssued(
                            hash,
                            concession,
                            verdict.world().toString(),
                            key.signer().sign(text),
                            verdict.used().stream().map(c -> c.id()).toList()),
                    Labels.of(visit, List.of(concession)),
                    "");
        });
        return Pages.goTo("/case/" + visit.caseId() + "/evidence/certificates");
    }

    @GetMapping("/case/{case}/evidence/certificate/{hash}")
    ResponseEntity<byte[]> one(Visit visit, @PathVariable String hash) {
        return visit.known().noted().stream()
                .map(Noted::deed)
                .filter(Deed.VerdictIssued.class::isInstance)
                .map(Deed.VerdictIssued.class::cast)
                .filter(d -> d.certificate().equals(hash))
                .findFirst()
                .map(d -> file(d.note(), d.concession() + ".verdict"))
                .orElseThrow(NotFound::new);
    }

    /** The sealed bundle: the record the verdict was derived from, for those who read all of it. */
    @GetMapping("/case/{case}/evidence/certificate/{hash}/bundle")
    ResponseEntity<byte[]> bundle(Visit visit, @PathVariable String hash) {
        Noted issued = visit.known().noted().stream()
                .filter(n -> n.deed() instanceof Deed.VerdictIssued d
                        && d.certificate().equals(hash))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!mayBundle(visit) || !(issued.deed() instanceof Deed.VerdictIssued d)) {
            throw new NotFound();
        }
        return file(Bundle.of(visit, d, key, record.readAll(visit.caseId(), -1)), d.concession() + ".bundle");
    }

    /** What others may not read is in a bundle, so it is for readers of the whole record. */
    private static boolean mayBundle(Visit visit) {
        Label label = visit.dossier().label();
        return label != null && label.level() == Label.Level.WHOLE;
    }

    @PostMapping("/case/{case}/evidence/certificate/{hash}/revoke")
    ResponseEntity<String> revoke(Visit visit, @PathVariable String hash, @RequestParam String why) {
        if (!mayIssue(visit)) {
            throw new Refused("Those who give certificates out revoke them.");
        }
        if (why.isBlank()) {
            throw new Refused("Say why it is revoked; its holders will ask.");
        }
        Noted issued = visit.known().noted().stream()
                .filter(n -> n.deed() instanceof Deed.VerdictIssued d
                        && d.certificate().equals(hash))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (revoked(visit).containsKey(hash)) {
            throw new Refused("It was revoked before.");
        }
        record.change(
                visit.caseId(),
                visit.author(""),
                w -> w.add(new Deed.VerdictRevoked(hash), issued.entry().label(), why));
        return Pages.goTo("/case/" + visit.caseId() + "/evidence/certificates");
    }

    @PostMapping("/case/{case}/evidence/finding/{signed}/withdraw")
    ResponseEntity<String> withdraw(Visit visit, @PathVariable long signed, @RequestParam String why) {
        disputing.withdrawFinding(visit, signed, why);
        return back(visit);
    }

    @PostMapping("/case/{case}/evidence/finding/{signed}/dispute")
    ResponseEntity<String> disputeFinding(
            Visit visit, @PathVariable long signed, @RequestParam String ground, @RequestParam String why) {
        disputing.disputeFinding(visit, signed, Form.word(Dispute.Ground.values(), ground), why);
        return back(visit);
    }

    @PostMapping("/case/{case}/evidence/certificate/{hash}/dispute")
    ResponseEntity<String> disputeCertificate(
            Visit visit, @PathVariable String hash, @RequestParam String ground, @RequestParam String why) {
        disputing.disputeCertificate(visit, hash, Form.word(Dispute.Ground.values(), ground), why);
        return back(visit);
    }

    @PostMapping("/case/{case}/evidence/dispute/end")
    ResponseEntity<String> end(
            Visit visit, @RequestParam String dispute, @RequestParam String outcome, @RequestParam String why) {
        disputing.end(visit, dispute, Form.word(Resolution.End.values(), outcome), why);
        return back(visit);
    }

    @PostMapping("/case/{case}/evidence/dispute/confirm-end")
    ResponseEntity<String> confirmEnd(Visit visit, @RequestParam String dispute, @RequestParam long ended) {
        disputing.confirmEnd(visit, dispute, ended);
        return back(visit);
    }

    private static ResponseEntity<String> back(Visit visit) {
        return Pages.goTo("/case/" + visit.caseId() + "/evidence/certificates");
    }

    @GetMapping("/case/{case}/evidence/revoked")
    ResponseEntity<byte[]> revocations(Visit visit) {
        return file(
                Certifying.revocations(visit, key, List.copyOf(revoked(visit).keySet())), visit.caseId() + ".revoked");
    }

    private static ResponseEntity<byte[]> file(String text, String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        return ResponseEntity.ok().headers(headers).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
