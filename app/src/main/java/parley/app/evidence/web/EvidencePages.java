package parley.app.evidence.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import parley.app.evidence.Books;
import parley.app.evidence.ClaimLine;
import parley.app.people.Accounts;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.web.Fields;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.evidence.Dispute;
import parley.evidence.Event;
import parley.evidence.Resolution;

/** Claims by state, the form that files one, and the page of each. */
@Controller
public class EvidencePages {
    /** As many numbers one form takes. */
    static final int NUMBERS = 5;

    private final Pages pages;
    private final Accounts accounts;
    private final Evidence evidence;
    private final Disputing disputing;

    public EvidencePages(Pages pages, Accounts accounts, CaseRecord record, Books books) {
        this.pages = pages;
        this.accounts = accounts;
        this.evidence = new Evidence(record, books);
        this.disputing = new Disputing(evidence);
    }

    /** Claims of one state. */
    public record Group(String title, String about, List<ClaimLine> claims) {}

    @GetMapping("/case/{case}/evidence")
    ResponseEntity<String> list(Visit visit) {
        Seen seen = Seen.of(visit);
        List<ClaimLine> all = seen.claims();
        List<ClaimLine> mine = all.stream().filter(seen::waitsForMe).toList();
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("Waiting for you", "Filed by others; your second look makes them count.", mine));
        groups.add(group(
                all,
                mine,
                "Waiting for a second pair of eyes, or for more to rest on",
                "Shown beside the facts, and decide nothing yet.",
                ClaimLine.State.WAITING,
                ClaimLine.State.SHORT));
        groups.add(group(
                all, mine, "Disputed", "The clock runs; relief not yet in effect waits.", ClaimLine.State.DISPUTED));
        groups.add(group(all, mine, "Count", "Their numbers are facts of the record.", ClaimLine.State.COUNTS));
        groups.add(group(
                all,
                mine,
                "Fallen",
                "Retracted, replaced, or lost in a dispute; the time machine still shows when they counted.",
                ClaimLine.State.FALLEN,
                ClaimLine.State.REPLACED,
                ClaimLine.State.LOST));
        return pages.page(
                "evidence/evidence",
                Map.of(
                        "visit",
                        visit,
                        "groups",
                        groups.stream().filter(g -> !g.claims().isEmpty()).toList(),
                        "works",
                        Seen.mayWork(visit) && !visit.elsewhen(),
                        "keeps",
                        visit.is(Role.SECRETARIAT) && !visit.elsewhen()));
    }

    private static Group group(
            List<ClaimLine> all, List<ClaimLine> without, String title, String about, ClaimLine.State... states) {
        List<ClaimLine.State> wanted = Arrays.asList(states);
        return new Group(
                title,
                about,
                all.stream()
                        .filter(c -> wanted.contains(c.state()) && !without.contains(c))
                        .toList());
    }

    @GetMapping("/case/{case}/evidence/file")
    ResponseEntity<String> form(Visit visit, @RequestParam(defaultValue = "") String concession) {
        if (!Seen.mayWork(visit) || visit.elsewhen()) {
            throw new NotFound();
        }
        return pages.page(
                "evidence/file",
                Map.of("visit", visit, "choices", Choices.of(Seen.of(visit)), "concession", concession));
    }

    @PostMapping("/case/{case}/evidence/file")
    @Fields(Form.FILING)
    ResponseEntity<String> file(
            Visit visit,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        var read = new Form(form);
        String id = evidence.file(visit, read.filing(file));
        return Pages.goTo("/case/" + visit.caseId() + "/claim/" + id);
    }

    @GetMapping("/case/{case}/claim/{id}")
    ResponseEntity<String> claim(Visit visit, @PathVariable String id) {
        Seen seen = Seen.of(visit);
        ClaimLine line = seen.claim(id);
        if (line == null) {
            throw new NotFound();
        }
        Map<String, String> names = new HashMap<>();
        accounts.all().forEach(a -> names.put(a.person().toString(), a.name()));
        return pages.page(
                "evidence/claim",
                Map.of(
                        "visit",
                        visit,
                        "view",
                        ClaimView.of(seen, line, names),
                        "choices",
                        Choices.of(seen),
                        "base",
                        "/case/" + visit.caseId() + "/claim/" + id));
    }

    @PostMapping("/case/{case}/claim/{id}/review")
    @Fields(Form.JUDGED + " " + Form.ITEM + " body agrees why")
    ResponseEntity<String> review(
            Visit visit,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        var read = new Form(form);
        Filing.NewItem own = read.text("itemTitle").isBlank() ? null : read.item(file);
        evidence.review(
                visit, read.text("body"), id, !read.text("agrees").equals("no"), read.judged(), own, read.text("why"));
        return to(visit, id);
    }

    @PostMapping("/case/{case}/claim/{id}/withdraw")
    ResponseEntity<String> withdraw(Visit visit, @PathVariable String id, @RequestParam String why) {
        evidence.withdraw(visit, id, why);
        return to(visit, id);
    }

    @PostMapping("/case/{case}/claim/{id}/support")
    @Fields(Form.ITEM + " body existing side")
    ResponseEntity<String> support(
            Visit visit,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        var read = new Form(form);
        Filing.NewItem item = read.text("itemTitle").isBlank() ? null : read.item(file);
        evidence.support(
                visit,
                read.text("body"),
                id,
                read.text("existing"),
                item,
                read.text("side").equals("against"));
        return to(visit, id);
    }

    @PostMapping("/case/{case}/claim/{id}/answer")
    ResponseEntity<String> answer(
            Visit visit, @PathVariable String id, @RequestParam String item, @RequestParam String answer) {
        evidence.answer(visit, id, item, answer);
        return to(visit, id);
    }

    @PostMapping("/case/{case}/claim/{id}/dispute")
    ResponseEntity<String> dispute(
            Visit visit, @PathVariable String id, @RequestParam String ground, @RequestParam String why) {
        disputing.dispute(visit, id, word(Dispute.Ground.values(), ground), why);
        return to(visit, id);
    }

    @PostMapping("/case/{case}/claim/{id}/end")
    ResponseEntity<String> end(
            Visit visit,
            @PathVariable String id,
            @RequestParam String dispute,
            @RequestParam String outcome,
            @RequestParam String why) {
        disputing.end(visit, dispute, word(Resolution.End.values(), outcome), why);
        return to(visit, id);
    }

    @PostMapping("/case/{case}/claim/{id}/confirm-end")
    ResponseEntity<String> confirmEnd(
            Visit visit, @PathVariable String id, @RequestParam String dispute, @RequestParam long ended) {
        disputing.confirmEnd(visit, dispute, ended);
        return to(visit, id);
    }

    @PostMapping("/case/{case}/claim/{id}/fall")
    ResponseEntity<String> fall(
            Visit visit,
            @PathVariable String id,
            @RequestParam String what,
            @RequestParam String cause,
            @RequestParam(defaultValue = "") String why) {
        Seen before = Seen.of(visit);
        String[] thing = what.split(" ", 2);
        if (thing.length != 2) {
            throw new NotFound();
        }
        evidence.fall(visit, thing[0], thing[1], word(Event.Retracted.Cause.values(), cause), why);
        return to(visit, before.claim(id) == null ? "" : id);
    }

    @PostMapping("/case/{case}/item/{id}/original")
    ResponseEntity<byte[]> original(Visit visit, @PathVariable String id) {
        Sealed.Original original = evidence.open(visit, id);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(original.name(), StandardCharsets.UTF_8)
                .build());
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        return ResponseEntity.ok().headers(headers).body(original.bytes());
    }

    @PostMapping("/case/{case}/finding")
    ResponseEntity<String> finding(
            Visit visit,
            @RequestParam String verifier,
            @RequestParam String concession,
            @RequestParam String finding,
            @RequestParam(defaultValue = "") String why) {
        evidence.sign(visit, verifier, concession, finding, why);
        return Pages.goTo("/case/" + visit.caseId() + "/about/" + concession);
    }

    @PostMapping("/case/{case}/evidence/kept")
    ResponseEntity<String> kept(Visit visit, @RequestParam String upTo) {
        evidence.kept(visit, Form.day(upTo));
        return Pages.goTo("/case/" + visit.caseId() + "/evidence");
    }

    private static ResponseEntity<String> to(Visit visit, String claim) {
        return Pages.goTo("/case/" + visit.caseId() + (claim.isEmpty() ? "/evidence" : "/claim/" + claim));
    }

    private static <E extends Enum<E>> String word(E[] all, String text) {
        return Form.word(all, text);
    }
}
