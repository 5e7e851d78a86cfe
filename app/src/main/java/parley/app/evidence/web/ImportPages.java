package parley.app.evidence.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.evidence.Books;
import parley.app.record.CaseRecord;
import parley.app.web.Fields;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visit;

/** Many claims from one table: first what would change, then all of it or nothing; a batch can be taken back as one. */
@Controller
public class ImportPages {
    private final Pages pages;
    private final Evidence evidence;

    public ImportPages(Pages pages, CaseRecord record, Books books) {
        this.pages = pages;
        this.evidence = new Evidence(record, books);
    }

    @GetMapping("/case/{case}/evidence/import")
    ResponseEntity<String> form(Visit visit) {
        return page(visit, "", List.of());
    }

    private ResponseEntity<String> page(Visit visit, String csv, List<Table.Row> rows) {
        if (!Seen.mayWork(visit) || visit.elsewhen()) {
            throw new NotFound();
        }
        return pages.page(
                "evidence/import",
                Map.of("visit", visit, "choices", Choices.of(Seen.of(visit)), "csv", csv, "rows", rows));
    }

    /** Shows what a table would change; nothing is written. */
    @PostMapping("/case/{case}/evidence/import/preview")
    ResponseEntity<String> preview(Visit visit, @RequestParam String csv) {
        return page(visit, csv, Table.read(Seen.of(visit), csv));
    }

    @PostMapping("/case/{case}/evidence/import")
    @Fields(Form.JUDGED + " " + Form.ITEM + " body predicate csv")
    ResponseEntity<String> accept(Visit visit, @RequestParam MultiValueMap<String, String> form) {
        String csv = String.valueOf(form.getFirst("csv"));
        var read = new Form(form);
        List<Table.Row> rows = Table.read(Seen.of(visit), csv);
        List<Filing> filings = rows.stream()
                .filter(Table.Row::files)
                .map(r -> read.shared(r.says(), r.on(), r.days(), r.concession(), r.numbers()))
                .toList();
        if (filings.isEmpty()) {
            throw new Refused("No line of this table would be filed.");
        }
        Filing.NewItem item =
                read.item(null).sealing(Sealed.Original.of("import.csv", csv.getBytes(StandardCharsets.UTF_8)));
        evidence.fileBatch(visit, read.text("body"), filings, item);
        return Pages.goTo("/case/" + visit.caseId() + "/evidence");
    }

    @PostMapping("/case/{case}/evidence/batch/{batch}/fall")
    ResponseEntity<String> fall(Visit visit, @PathVariable String batch, @RequestParam String why) {
        evidence.fallBatch(visit, batch, why);
        return Pages.goTo("/case/" + visit.caseId() + "/evidence");
    }
}
