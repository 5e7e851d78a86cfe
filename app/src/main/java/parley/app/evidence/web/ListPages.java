package parley.app.evidence.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
import parley.app.evidence.ListRows;
import parley.app.record.CaseRecord;
import parley.app.web.Fields;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.app.web.Words;
import parley.evidence.Hash;
import parley.evidence.ListSnapshot;
import parley.evidence.Snapshots;

/** Lists at a date: taken in after a preview, compared, and matched by claims. */
@Controller
public class ListPages {
    private static final int MOST_ASKED = 2000;

    private final Pages pages;
    private final Evidence evidence;
    private final ListCommands lists;

    public ListPages(Pages pages, CaseRecord record, Books books) {
        this.pages = pages;
        this.evidence = new Evidence(record, books);
        this.lists = new ListCommands(evidence);
    }

    @GetMapping("/case/{case}/evidence/lists")
    ResponseEntity<String> lists(Visit visit) {
        return index(visit, "", "", List.of(), List.of());
    }

    /** Whom a group names and on which lists each stood, in the order of the columns. */
    public record Asked(String line, SortedSet<String> keys, List<Boolean> on) {}

    private ResponseEntity<String> index(
            Visit visit, String group, String day, List<ListSnapshot> columns, List<Asked> asked) {
        Seen seen = Seen.of(visit);
        return pages.page(
                "evidence/lists",
                Map.of(
                        "visit",
                        visit,
                        "series",
                        Lists.of(seen).series(),
                        "works",
                        Seen.mayWork(visit) && !visit.elsewhen(),
                        "group",
                        group,
                        "day",
                        day.isEmpty() ? visit.on().toString() : day,
                        "columns",
                        columns,
                        "asked",
                        asked,
                        "titles",
                        columns.stream()
                                .map(c -> "%s, %s, as of %s"
                                        .formatted(
                                                seen.publisherTitle(c.publisher()), c.criteria(), Words.day(c.asOf())))
                                .toList()));
    }

    /** Who of a group was on which list on a day; nothing is written. */
    @PostMapping("/case/{case}/evidence/lists/who")
    ResponseEntity<String> who(Visit visit, @RequestParam String group, @RequestParam String day) {
        Seen seen = Seen.of(visit);
        Lists lists = Lists.of(seen);
        List<String> lines = group.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .distinct()
                .toList();
        if (lines.size() > MOST_ASKED) {
            throw new Refused("One question takes %d lines.".formatted(MOST_ASKED));
        }
        List<ListSnapshot> columns = lists.at(Form.day(day));
        List<Asked> asked = new ArrayList<>();
        for (String line : lines) {
            SortedSet<String> keys = lists.keys(line);
            asked.add(new Asked(
                    line,
                    keys,
                    columns.stream()
                            .map(c -> keys.stream().anyMatch(k -> isOn(seen, k, c)))
                            .toList()));
        }
        return index(visit, group, day, columns, asked);
    }

    static boolean isOn(Seen seen, String person, ListSnapshot list) {
        return list.rows().containsKey(person)
                || list.rows().keySet().stream().anyMatch(key -> seen.state().isSame(key, person));
    }

    // ---- taking a list in
    // ----------------------------------------------------------------------------------------------

    /**
     * What taking a list in would do.
     *
     * @param already the list that was read from the same bytes, or {@code null}
     * @param before the date of the list it is compared with, or {@code null} if it is the first
     */
    public record Preview(
            ListRows.Read read,
            String sha256,
            @Nullable ListSnapshot already,
            @Nullable ListSnapshot before,
            Snapshots.@Nullable Difference difference) {
        /** Says whether it can be taken in. */
        public boolean good() {
            return read.wrong().isEmpty() && !read.rows().isEmpty() && already == null;
        }
    }

    @GetMapping("/case/{case}/evidence/lists/import")
    ResponseEntity<String> form(Visit visit) {
        return importing(visit, Map.of(), null);
    }

    private ResponseEntity<String> importing(Visit visit, Map<String, String> given, @Nullable Preview preview) {
        if (!Seen.mayWork(visit) || visit.elsewhen()) {
            throw new NotFound();
        }
        Map<String, Object> model = new TreeMap<>();
        model.put("visit", visit);
        model.put("choices", Choices.of(Seen.of(visit)));
        model.put("given", given);
        if (preview != null) {
            model.put("preview", preview);
        }
        return pages.page("evidence/list-import", model);
    }

    @PostMapping("/case/{case}/evidence/lists/import/preview")
    @Fields(Form.LIST + " file")
    ResponseEntity<String> preview(
            Visit visit,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file) {
        if (!Seen.works(visit)) {
            throw new NotFound();
        }
        String csv = plain(file == null || file.isEmpty() ? String.valueOf(form.getFirst("csv")) : bytes(file));
        ListTaking t = ListTaking.read(new Form(form), csv, visit.today());
        Map<String, String> given = new TreeMap<>();
        form.forEach((name, values) -> given.put(name, values.isEmpty() ? "" : values.getFirst()));
        given.put("csv", csv);
        return importing(visit, given, previewed(visit, t));
    }

    private static Preview previewed(Visit visit, ListTaking t) {
        Seen seen = Seen.of(visit);
        Lists lists = Lists.of(seen);
        String publisher = t.publisher().equals(Filing.NewItem.OWN) ? t.body() : t.publisher();
        ListRows.Read read = ListRows.read(publisher, t.csv());
        Hash hash = Hash.of(t.csv().getBytes(StandardCharsets.UTF_8));
        List<ListSnapshot> same = lists.all().stream()
                .filter(s -> s.publisher().equals(publisher) && s.criteria().equals(t.criteria()))
                .toList();
        ListSnapshot already = same.stream()
                .filter(s -> s.file().equals(hash) && s.asOf().equals(t.asOf()))
                .findFirst()
                .orElse(null);
        ListSnapshot before = Snapshots.at(same, publisher, t.criteria(), t.asOf());
        ListSnapshot now = new ListSnapshot(
                "preview",
                publisher.isEmpty() ? "new" : publisher,
                t.criteria(),
                t.asOf(),
                t.obtained(),
                hash,
                read.rows());
        return new Preview(
                read, hash.hex(), already, before, before == null ? null : Snapshots.difference(before, now));
    }

    @PostMapping("/case/{case}/evidence/lists/import")
    @Fields(Form.LIST)
    ResponseEntity<String> accept(Visit visit, @RequestParam MultiValueMap<String, String> form) {
        ListTaking t = ListTaking.read(new Form(form), plain(String.valueOf(form.getFirst("csv"))), visit.today());
        return Pages.goTo("/case/" + visit.caseId() + "/evidence/list/" + lists.take(visit, t));
    }

    /** A form sends line ends as two characters; the hash is over single ones. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace("\uFEFF", "");
    }

    private static String bytes(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refused("The file did not arrive whole. Send it again.");
        }
    }

    // ---- one list, two dates, two publishers
    // -----------------------------------------------------------------------------

    /** A row with the days it came and went. */
    public record Stay(Lists.Row row, List<Snapshots.Membership> stays) {}

    @GetMapping("/case/{case}/evidence/list/{id}")
    ResponseEntity<String> one(Visit visit, @PathVariable String id) {
        Seen seen = Seen.of(visit);
        Lists lists = Lists.of(seen);
        ListSnapshot list = require(lists, id);
        List<ListSnapshot> same = lists.sameList(list);
        return pages.page(
                "evidence/list",
                Map.of(
                        "visit", visit,
                        "list", list,
                        "title", seen.publisherTitle(list.publisher()),
                        "rows",
                                list.rows().keySet().stream()
                                        .map(k -> new Stay(Lists.row(list, k), Snapshots.memberships(same, k)))
                                        .toList(),
                        "earlier",
                                same.stream()
                                        .filter(s -> !s.id().equals(list.id())
                                                && !s.asOf().isAfter(list.asOf()))
                                        .toList(),
                        "others",
                                lists.series().stream()
                                        .filter(s -> !s.publisher().equals(list.publisher())
                                                || !s.criteria().equals(list.criteria()))
                                        .toList()));
    }

    /** Somebody who left between two dates, and why. */
    public record Gone(Lists.Row row, String why) {}

    /** A row that says something else than before. */
    public record Changed(Lists.Row now, Map<String, String> before) {}

    @GetMapping("/case/{case}/evidence/list/{id}/since/{earlier}")
    ResponseEntity<String> since(Visit visit, @PathVariable String id, @PathVariable String earlier) {
        Seen seen = Seen.of(visit);
        Lists lists = Lists.of(seen);
        ListSnapshot now = require(lists, id);
        ListSnapshot before = require(lists, earlier);
        Snapshots.Difference d;
        try {
            d = Snapshots.difference(before, now);
        } catch (IllegalArgumentException e) {
            throw new Refused(e.getMessage() == null ? "These are not two dates of one list." : e.getMessage());
        }
        return pages.page(
                "evidence/list-since",
                Map.of(
                        "visit", visit,
                        "now", now,
                        "before", before,
                        "title", seen.publisherTitle(now.publisher()),
                        "entered",
                                d.entered().stream().map(k -> Lists.row(now, k)).toList(),
                        "left",
                                d.left().stream()
                                        .map(k -> new Gone(Lists.row(before, k), lists.left(id, k)))
                                        .toList(),
                        "changed",
                                d.changed().stream()
                                        .map(k -> new Changed(
                                                Lists.row(now, k),
                                                Lists.row(before, k).fields()))
                                        .toList(),
                        "stayed", d.stayed().size(),
                        "reasons", reasons(),
                        "works", Seen.mayWork(visit) && !visit.elsewhen()));
    }

    private static List<String> reasons() {
        return Arrays.stream(Snapshots.Leaving.values()).map(Form::word).toList();
    }

    @PostMapping("/case/{case}/evidence/list/{id}/left")
    @Fields("left-*")
    ResponseEntity<String> left(
            Visit visit,
            @PathVariable String id,
            @RequestParam String earlier,
            @RequestParam MultiValueMap<String, String> form) {
        Map<String, String> why = new TreeMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith("left-")
                    && !values.isEmpty()
                    && !values.getFirst().isEmpty()) {
                why.put(name.substring("left-".length()), Form.word(Snapshots.Leaving.values(), values.getFirst()));
            }
        });
        lists.explainLeft(visit, id, earlier, why);
        return Pages.goTo("/case/%s/evidence/list/%s/since/%s".formatted(visit.caseId(), id, earlier));
    }

    /** A claim that two rows are one person, or are not. */
    public record Match(ClaimLine line, boolean same) {}

    @GetMapping("/case/{case}/evidence/list/{id}/against/{other}")
    ResponseEntity<String> against(Visit visit, @PathVariable String id, @PathVariable String other) {
        Seen seen = Seen.of(visit);
        Lists lists = Lists.of(seen);
        ListSnapshot a = require(lists, id);
        ListSnapshot b = require(lists, other);
        List<Match> matches = matches(seen, a, b);
        SortedSet<String> onlyA = Snapshots.onlyOn(seen.state(), a, b);
        SortedSet<String> onlyB = Snapshots.onlyOn(seen.state(), b, a);
        var judged = new TreeSet<String>();
        matches.stream()
                .filter(m -> m.line().stands())
                .forEach(m -> judged.add(
                        m.line().deed().subject() + " " + m.line().deed().object()));
        return pages.page(
                "evidence/list-against",
                Map.of(
                        "visit", visit,
                        "a", a,
                        "b", b,
                        "titleA", seen.publisherTitle(a.publisher()),
                        "titleB", seen.publisherTitle(b.publisher()),
                        "onlyA", onlyA.stream().map(k -> Lists.row(a, k)).toList(),
                        "onlyB", onlyB.stream().map(k -> Lists.row(b, k)).toList(),
                        "pairs",
                                Lists.candidates(a, onlyA, b, onlyB).stream()
                                        .filter(p -> !judged.contains(
                                                p.one().key() + " " + p.other().key()))
                                        .toList(),
                        "matches", matches,
                        "choices", Choices.of(seen)));
    }

    private static List<Match> matches(Seen seen, ListSnapshot a, ListSnapshot b) {
        return seen.claims().stream()
                .filter(c -> c.deed().predicate().equals("same-as")
                        || c.deed().predicate().equals("not-same-as"))
                .filter(c -> a.rows().containsKey(c.deed().subject())
                        && b.rows().containsKey(c.deed().object()))
                .map(c -> new Match(c, c.deed().predicate().equals("same-as")))
                .toList();
    }

    @PostMapping("/case/{case}/evidence/list/{id}/match/{other}")
    @Fields(Form.JUDGED + " body")
    ResponseEntity<String> match(
            Visit visit,
            @PathVariable String id,
            @PathVariable String other,
            @RequestParam String one,
            @RequestParam(name = "is") String with,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "") String transliteration,
            @RequestParam MultiValueMap<String, String> form) {
        Seen seen = Seen.of(visit);
        Lists lists = Lists.of(seen);
        ListSnapshot a = require(lists, id);
        ListSnapshot b = require(lists, other);
        if (!a.rows().containsKey(one) || !b.rows().containsKey(with)) {
            throw new NotFound();
        }
        boolean same = verdict.equals("same-as");
        Lists.Pair pair = Lists.Pair.of(a, one, b, with);
        String says = "%s (%s) %s %s (%s); agree: %s; differ: %s; script %s; transliteration %s"
                .formatted(
                        pair.one().name(),
                        one,
                        same ? "is" : "is not",
                        pair.other().name(),
                        with,
                        none(pair.agree()),
                        none(pair.differ()),
                        pair.scripts(),
                        transliteration.isBlank() ? "not said" : Access.line(transliteration));
        Filing filing = new Form(form)
                .about(
                        says,
                        visit.today(),
                        same ? "same-as" : "not-same-as",
                        with,
                        List.of(lists.item(id), lists.item(other)),
                        Filing.Extra.about(one, List.of()));
        String claim = evidence.file(visit, filing);
        return Pages.goTo("/case/" + visit.caseId() + "/claim/" + claim);
    }

    private static String none(SortedSet<String> fields) {
        return fields.isEmpty() ? "nothing" : String.join(", ", fields);
    }

    private static ListSnapshot require(Lists lists, String id) {
        ListSnapshot found = lists.one(id);
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }
}
