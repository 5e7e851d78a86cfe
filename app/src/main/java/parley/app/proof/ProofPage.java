package parley.app.proof;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.copies.ReadingCopies;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.cli.Main;

/** What the text guarantees, proved of the reader's own copy. */
@Controller
public class ProofPage {
    private final Pages pages;
    private final ProofStore store;
    private final Prover prover;

    public ProofPage(Pages pages, ProofStore store, Prover prover) {
        this.pages = pages;
        this.store = store;
        this.prover = prover;
    }

    @GetMapping("/case/{case}/proof")
    ResponseEntity<String> proof(Visit visit, @RequestParam(defaultValue = "") String still) {
        ReadingCopies.Version copy = copy(visit);
        ProofStore.Proof found = store.of(visit.account(), visit.caseId(), copy);
        if (found == null) {
            prover.ask(visit.dossier(), copy);
            found = new ProofStore.Proof(ProofStore.State.WAITING, "", 0, 0, null);
        }
        String json = found.verdicts();
        List<StoredVerdicts.Line> lines = json == null ? List.of() : StoredVerdicts.lines(json);
        return pages.page(
                "proof/proof",
                Map.of(
                        "visit",
                        visit,
                        "proof",
                        found,
                        "claimed",
                        lines.stream().filter(StoredVerdicts.Line::claimed).toList(),
                        "usual",
                        lines.stream().filter(l -> !l.claimed()).toList(),
                        "clauses",
                        new Clauses(visit, copy.adopted(), visit.theCase(), ProofStore.byName(copy.sources())),
                        "hash",
                        copy.copyHash(),
                        "still",
                        !still.isEmpty(),
                        "engine",
                        Main.version()));
    }

    /** Returns the copy that is looked at. */
    public static ReadingCopies.Version copy(Visit visit) {
        return visit.dossier().versions().stream()
                .filter(v -> v.hash().equals(visit.known().version()))
                .reduce((_, last) -> last)
                .orElseThrow(NotFound::new);
    }
}
