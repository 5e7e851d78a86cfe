package parley.app.roadmap;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import parley.app.cases.CoreReads;
import parley.app.record.Label;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visit;

/** The roadmap and the pages of its names. */
@Controller
public class RoadmapPages {
    private final Pages pages;
    private final CoreReads coreReads;

    public RoadmapPages(Pages pages, CoreReads coreReads) {
        this.pages = pages;
        this.coreReads = coreReads;
    }

    @GetMapping("/case/{case}/roadmap")
    ResponseEntity<String> roadmap(Visit visit) {
        Moved moved = Moved.by(visit.theCase());
        return pages.page(
                "roadmap/roadmap", Map.of("visit", visit, "picture", RoadmapPicture.of(visit), "moved", moved));
    }

    @GetMapping("/case/{case}/about/{name}")
    ResponseEntity<String> about(Visit visit, @PathVariable String name) {
        About about = About.of(visit, name);
        if (about == null) {
            throw new NotFound();
        }
        Label label = visit.dossier().label();
        if (label != null) {
            coreReads.clause(visit.account(), label, visit.theCase(), about.declaration(), "about/" + name);
        }
        return pages.page("roadmap/about", Map.of("visit", visit, "about", about));
    }
}
