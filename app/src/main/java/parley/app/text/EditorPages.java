package parley.app.text;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.cases.Cases;
import parley.app.cases.CoreReads;
import parley.app.copies.ReadingCopies;
import parley.app.record.CaseRecord;
import parley.app.web.Fields;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visit;

/** The editor of the text. It works as a form; with script, the page grows findings while typing. */
@Controller
public class EditorPages {
    private static final String FIELDS = "text file basedOn draft:* show add adding mend check why";

    private static final String CARRIED = "draft:";

    private final Pages pages;
    private final NewTexts texts;
    private final CoreReads coreReads;

    public EditorPages(Pages pages, CaseRecord record, Cases cases, CoreReads coreReads) {
        this.pages = pages;
        this.texts = new NewTexts(record, cases);
        this.coreReads = coreReads;
    }

    @GetMapping("/case/{case}/text/editor")
    ResponseEntity<String> editor(Visit visit, @RequestParam(defaultValue = "case.parley") String file) {
        Editors.require(visit);
        return page(HttpStatus.OK, visit, Draft.of(inForce(visit), file), false, "", "");
    }

    /** Looks at another file, adds one, carries out a fix, or checks; nothing is kept by the server. */
    @PostMapping("/case/{case}/text/editor")
    @Fields(FIELDS)
    ResponseEntity<String> edit(Visit visit, @RequestParam Map<String, String> form) {
        Editors.require(visit);
        String why = form.getOrDefault("why", "");
        Draft draft = draft(visit, form);
        String show = form.getOrDefault("show", "");
        String fresh = form.getOrDefault("add", "").strip();
        String mend = form.getOrDefault("mend", "");
        try {
            if (!mend.isEmpty()) {
                return page(HttpStatus.OK, visit, draft.mended(mend), true, "", why);
            }
            if (!show.isEmpty()) {
                return page(HttpStatus.OK, visit, draft.opened(show), false, "", why);
            }
            if (form.containsKey("adding")) {
                return page(HttpStatus.OK, visit, added(draft, fresh), false, "", why);
            }
        } catch (Refused e) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, visit, draft, true, e.says(), why);
        }
        return page(HttpStatus.OK, visit, draft, true, "", why);
    }

    private static Draft added(Draft draft, String name) {
        if (draft.files().containsKey(name)) {
            throw new Refused("The text has a file `%s` already.".formatted(name));
        }
        return draft.with(name, "").opened(name);
    }

    @PostMapping("/case/{case}/text/propose")
    @Fields(FIELDS)
    ResponseEntity<String> propose(Visit visit, @RequestParam Map<String, String> form) {
        Editors.require(visit);
        String why = form.getOrDefault("why", "");
        Draft draft = draft(visit, form);
        try {
            if (why.isBlank()) {
                throw new Refused("Say in a sentence what the new text is for; the record keeps it.");
            }
            long entry = texts.propose(visit, draft.text(), form.getOrDefault("basedOn", ""), why);
            return Pages.goTo("/case/" + visit.caseId() + "/text/proposed/" + entry);
        } catch (Refused e) {
            // What somebody has written must not be lost with the refusal.
            return page(HttpStatus.UNPROCESSABLE_CONTENT, visit, draft, true, e.says(), why);
        }
    }

    private static Draft draft(Visit visit, Map<String, String> form) {
        String file = form.getOrDefault("file", "");
        Draft draft = Draft.of(base(visit, form.getOrDefault("basedOn", "")), "");
        for (Map.Entry<String, String> field : form.entrySet()) {
            if (field.getKey().startsWith(CARRIED)) {
                draft = draft.with(field.getKey().substring(CARRIED.length()), field.getValue());
            }
        }
        return draft.with(file, form.getOrDefault("text", "")).opened(file);
    }

    /** A draft rests on the version it was made from, even if another is in force by now. */
    private static ReadingCopies.Version base(Visit visit, String hash) {
        return visit.dossier().versions().stream()
                .filter(v -> v.hash().equals(hash))
                .reduce((_, last) -> last)
                .orElse(inForce(visit));
    }

    private static ReadingCopies.Version inForce(Visit visit) {
        return visit.dossier().versions().getLast();
    }

    private ResponseEntity<String> page(
            HttpStatus status, Visit visit, Draft draft, boolean check, String refused, String why) {
        coreReads.text(visit.account(), inForce(visit).label(), visit.theCase(), "text/editor");
        return pages.page(
                status,
                "text/editor",
                Map.of(
                        "visit", visit,
                        "draft", draft,
                        "outdated", !draft.base().hash().equals(inForce(visit).hash()),
                        "checked", check,
                        "findings", check ? draft.findings() : List.of(),
                        "refused", refused,
                        "why", why));
    }
}
