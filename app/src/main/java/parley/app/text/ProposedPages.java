package parley.app.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.cases.Cases;
import parley.app.cases.CoreReads;
import parley.app.copies.ReadingCopies;
import parley.app.people.Account;
import parley.app.people.Accounts;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.language.CaseText;
import parley.roadmap.Case;
import parley.text.Source;

/** A proposed text as each reader's copy, with what changes; where it is signed and put in force. */
@Controller
public class ProposedPages {
    private final Pages pages;
    private final Accounts accounts;
    private final NewTexts texts;
    private final CoreReads coreReads;

    public ProposedPages(Pages pages, Accounts accounts, CaseRecord record, Cases cases, CoreReads coreReads) {
        this.pages = pages;
        this.accounts = accounts;
        this.texts = new NewTexts(record, cases);
        this.coreReads = coreReads;
    }

    @GetMapping("/case/{case}/text/proposed/{entry}")
    ResponseEntity<String> proposed(Visit visit, @PathVariable String entry) {
        TextProposal p = find(visit, entry);
        List<Source> after = p.text().sources();
        Case theCase = CaseText.read(after).theCase();
        if (theCase == null) {
            throw new IllegalStateException("A proposed text cannot be read: entry " + entry);
        }
        coreReads.text(visit.account(), p.text().label(), theCase, "text/proposed/" + entry);
        boolean editor = Editors.may(visit);
        List<String> mine = p.open()
                ? p.unsigned().stream()
                        .filter(partner -> visit.role(Role.DESK, partner) != null)
                        .toList()
                : List.of();
        Account by = p.by() == null ? null : accounts.byId(p.by());
        return pages.page(
                "text/proposed",
                Map.of(
                        "visit",
                        visit,
                        "editor",
                        editor,
                        "proposal",
                        p,
                        "by",
                        by == null ? "" : by.name(),
                        "signers",
                        editor ? p.text().binds() : own(visit, p),
                        "names",
                        names(p),
                        "mine",
                        mine,
                        "comparison",
                        Comparison.of(base(visit, p), after),
                        "listing",
                        Listing.of(theCase, after)));
    }

    /** Who signs elsewhere could tell a desk that something changes there, so each sees its own part. */
    private static List<String> own(Visit visit, TextProposal p) {
        return p.text().binds().stream()
                .filter(partner -> visit.role(Role.DESK, partner) != null)
                .toList();
    }

    private Map<String, String> names(TextProposal p) {
        Map<String, String> names = new TreeMap<>();
        p.signed().values().forEach(s -> {
            Account by = accounts.byId(s.by());
            names.put(s.partner(), by == null ? "" : by.name());
        });
        return names;
    }

    private static List<Source> base(Visit visit, TextProposal p) {
        return visit.dossier().versions().stream()
                .filter(v -> v.hash().equals(p.text().basedOn()) && v.adopted() < p.entry())
                .reduce((_, last) -> last)
                .map(ReadingCopies.Version::sources)
                .orElse(List.of());
    }

    @PostMapping("/case/{case}/text/proposed/{entry}/sign")
    ResponseEntity<String> sign(Visit visit, @PathVariable String entry, @RequestParam String partner) {
        texts.sign(visit, find(visit, entry).entry(), partner);
        return Pages.goTo("/case/" + visit.caseId() + "/text/proposed/" + entry);
    }

    @PostMapping("/case/{case}/text/proposed/{entry}/adopt")
    ResponseEntity<String> adopt(Visit visit, @PathVariable String entry, @RequestParam(defaultValue = "") String why) {
        texts.adopt(visit, find(visit, entry).entry(), why);
        return Pages.goTo("/case/" + visit.caseId() + "/text");
    }

    private static TextProposal find(Visit visit, String entry) {
        return TextProposal.in(visit.dossier()).stream()
                .filter(p -> Long.toString(p.entry()).equals(entry))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
