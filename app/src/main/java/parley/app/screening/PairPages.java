package parley.app.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.lists.OfficialLists;
import parley.app.lists.RecordKey;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.identity.resolver.Resolution;
import parley.lists.record.Listing;
import parley.lists.screening.Hit;
import parley.lists.screening.LiveIndex;

/** Whether two records of lists are the same subject: look-alikes, the pair side by side, judgements and taking them back. */
@Controller
public class PairPages {
    private static final int MOST = 50;
    private static final List<String> FIELDS = List.of("name", "birth date", "country", "identifier", "gender");

    private final Pages pages;
    private final OfficialLists lists;
    private final Judgements judgements;

    public PairPages(Pages pages, OfficialLists lists, Judgements judgements) {
        this.pages = pages;
        this.lists = lists;
        this.judgements = judgements;
    }

    /** A field of both records; {@code says} is {@code equal}, {@code differs} or empty where one has none. */
    public record Field(String name, List<String> one, List<String> other, String says) {}

    @GetMapping("/case/{case}/screening/same/{record}")
    ResponseEntity<String> same(Visit visit, @PathVariable String record) {
        ScreeningPages.require(visit);
        String one = RecordKey.read(record);
        Listing listing = listing(one);
        List<Hit> hits = lists.index().alike(one).stream().limit(MOST).toList();
        Resolution resolution = judgements.resolution(visit.caseId());
        return pages.page(
                "screening/same",
                Map.of("visit", visit, "listing", listing, "hits", hits, "resolution", resolution, "one", one));
    }

    private Listing listing(String key) {
        Listing listing = lists.listing(key);
        if (listing == null) {
            throw new NotFound();
        }
        return listing;
    }

    @GetMapping("/case/{case}/screening/pair/{record}/{with}")
    ResponseEntity<String> pair(Visit visit, @PathVariable String record, @PathVariable String with) {
        ScreeningPages.require(visit);
        String one = RecordKey.read(record);
        String other = RecordKey.read(with);
        LiveIndex index = lists.index();
        Hit match = index.compare(one, other);
        if (match == null) {
            throw new NotFound();
        }
        Resolution resolution = judgements.resolution(visit.caseId());
        return pages.page(
                "screening/pair",
                Map.of(
                        "visit", visit,
                        "one", listing(one),
                        "other", listing(other),
                        "match", match,
                        "fields", fields(index.basis(one), index.basis(other)),
                        "judgements", judgements.of(visit, one, other),
                        "conflicts",
                                resolution.conflicts().stream()
                                        .filter(c -> c.cluster().equals(resolution.canonical(one))
                                                || c.cluster().equals(resolution.canonical(other)))
                                        .toList()));
    }

    private static List<Field> fields(List<String> one, List<String> other) {
        var fields = new ArrayList<Field>();
        for (String name : FIELDS) {
            List<String> a = values(one, name);
            List<String> b = values(other, name);
            var common = new TreeSet<>(a);
            common.retainAll(b);
            String says = a.isEmpty() || b.isEmpty() ? "" : common.isEmpty() ? "differs" : "equal";
            fields.add(new Field(name, a, b, says));
        }
        return fields;
    }

    private static List<String> values(List<String> basis, String name) {
        return basis.stream()
                .filter(l -> l.startsWith(name + ": "))
                .map(l -> l.substring(name.length() + 2))
                .toList();
    }

    @PostMapping("/case/{case}/screening/pair")
    ResponseEntity<String> judge(
            Visit visit,
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam String verdict,
            @RequestParam String why) {
        ScreeningPages.require(visit);
        listing(one);
        listing(other);
        judgements.judge(visit, one, other, verdict, why);
        return Pages.goTo(path(visit, one, other));
    }

    @PostMapping("/case/{case}/screening/pair/undo")
    ResponseEntity<String> undo(Visit visit, @RequestParam String id, @RequestParam String why) {
        ScreeningPages.require(visit);
        Judgements.Line line = judgements.undo(visit, ScreeningPages.id(id), why);
        return Pages.goTo(path(visit, line.one(), line.other()));
    }

    private static String path(Visit visit, String one, String other) {
        return "/case/%s/screening/pair/%s/%s".formatted(visit.caseId(), RecordKey.path(one), RecordKey.path(other));
    }
}
