package parley.app.briefing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import parley.app.cases.CoreReads;
import parley.app.pdf.Pdf;
import parley.app.proof.ProofPage;
import parley.app.proof.ProofStore;
import parley.app.proof.StoredVerdicts;
import parley.app.web.Visit;
import parley.brief.Briefing;
import parley.proof.Verdict;

/** The briefing, computed from the reader's own copy. */
@Controller
public class BriefingPage {
    private static final int CHANGES_DAYS = 90;

    private final ProofStore proofs;
    private final CoreReads coreReads;

    public BriefingPage(ProofStore proofs, CoreReads coreReads) {
        this.proofs = proofs;
        this.coreReads = coreReads;
    }

    @GetMapping("/case/{case}/briefing")
    ResponseEntity<String> briefing(Visit visit) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(linked(page(visit), visit));
    }

    @GetMapping("/case/{case}/briefing.pdf")
    ResponseEntity<byte[]> paper(Visit visit) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s.pdf\"".formatted(visit.caseId(), visit.on()))
                .body(Pdf.of(page(visit), "briefing.css"));
    }

    private String page(Visit visit) {
        coreReads.text(visit.account(), ProofPage.copy(visit).label(), visit.theCase(), "briefing");
        LocalDate first = visit.known().firstDay();
        LocalDate quarter = visit.on().minusDays(CHANGES_DAYS);
        LocalDate before = quarter.isBefore(first) ? first : quarter;
        LocalDate knownThen =
                before.isBefore(visit.known().day()) ? before : visit.known().day();
        var then = visit.dossier().knownAt(knownThen);
        return Briefing.html(
                visit.theCase(),
                visit.known().sources(),
                visit.known().facts(),
                visit.standing(),
                (then == null ? visit.known() : then).on(before),
                List.of(),
                proved(visit));
    }

    /** What was proved of this copy; nothing until somebody has opened the page of proofs. */
    private List<Verdict> proved(Visit visit) {
        ProofStore.Proof proof = proofs.of(visit.account(), visit.caseId(), ProofPage.copy(visit));
        String json = proof == null ? null : proof.verdicts();
        return json == null
                ? List.of()
                : StoredVerdicts.claimed(json, visit.known().sources());
    }

    /** No page here may carry a style of its own, so the sheet is loaded; and a way back is put on top. */
    private static String linked(String page, Visit visit) {
        int from = page.indexOf("<style>");
        int to = page.indexOf("</style>") + "</style>".length();
        String linked =
                page.substring(0, from) + "<link rel=\"stylesheet\" href=\"/assets/brief.css\"/>" + page.substring(to);
        return linked.replace(
                "<body>",
                "<body><p class=\"dates noprint\"><a href=\""
                        + visit.path("today").replace("&", "&amp;") + "\">Back to the case</a> · <a href=\""
                        + visit.path("briefing.pdf").replace("&", "&amp;") + "\">Save as PDF</a></p>");
    }
}
