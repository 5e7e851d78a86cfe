package parley.app.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.lists.difference.Difference;
import parley.lists.intake.Card;
import parley.lists.record.Finding;
import parley.lists.record.Listing;
import parley.lists.register.Entry;

/** The register on screen. Lists are public data; the pages are for those who work with them. */
@Controller
public class RegisterPages {
    private static final int SHOWN = 200;

    private final Pages pages;
    private final OfficialLists lists;

    public RegisterPages(Pages pages, OfficialLists lists) {
        this.pages = pages;
        this.lists = lists;
    }

    /** A state that was in force, as a page tells of it. */
    public record State(Entry entry, String by, boolean live) {}

    @GetMapping("/case/{case}/register")
    ResponseEntity<String> status(Visit visit) {
        return status(visit, HttpStatus.OK, List.of());
    }

    private ResponseEntity<String> status(Visit visit, HttpStatus status, List<Finding> findings) {
        require(visit);
        return pages.page(
                status,
                "lists/register",
                Map.of(
                        "visit", visit,
                        "lists", lists.status(visit.caseId()),
                        "waiting", lists.waiting(),
                        "names", names(),
                        "findings", findings));
    }

    private Map<String, String> names() {
        var names = new TreeMap<String, String>();
        lists.entries().forEach(e -> names.computeIfAbsent(e.by(), lists::name));
        return names;
    }

    private static void require(Visit visit) {
        if (!visit.worksWithLists()) {
            throw new NotFound();
        }
    }

    /** Takes the files of one publication; what is in them goes live by a signature, not by this. */
    @PostMapping("/case/{case}/register/import")
    ResponseEntity<String> bring(
            Visit visit,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file)
            throws IOException {
        require(visit);
        List<MultipartFile> sent = file == null
                ? List.of()
                : file.stream().filter(f -> !f.isEmpty()).toList();
        if (sent.isEmpty()) {
            throw new Refused(
                    "No file came with the form, or an empty one. Choose the file as the publisher offers it.");
        }
        if (!list.isEmpty() && Card.of(list) == null) {
            throw new Refused("There is no list `%s`.".formatted(list));
        }
        Path folder = Files.createTempDirectory("parley-list");
        try {
            List<Path> files = new ArrayList<>();
            for (MultipartFile one : sent) {
                Path to = folder.resolve(name(one, files.size()));
                one.transferTo(to);
                files.add(to);
            }
            OfficialLists.Brought brought =
                    lists.bring(files, list, visit.person().toString());
            return brought.number() > 0
                    ? Pages.goTo("/case/" + visit.caseId() + "/register/import/" + brought.number())
                    : status(visit, HttpStatus.UNPROCESSABLE_CONTENT, brought.findings());
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** The name tells the format of workbooks and is shown; of a path only its end counts, of its signs only harmless ones. */
    private static String name(MultipartFile file, int number) {
        String given = file.getOriginalFilename();
        String last =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+", "");
        String name = plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
        return name.isEmpty() ? "file" + number : name;
    }

    @GetMapping("/case/{case}/register/import/{number}")
    ResponseEntity<String> preview(Visit visit, @PathVariable String number) {
        require(visit);
        Entry entry = entry(number);
        Entry live = lists.live().get(entry.list());
        OfficialLists.Waiting waiting = lists.waiting().stream()
                .filter(w -> w.entry().number() == entry.number())
                .findFirst()
                .orElse(null);
        var model = new java.util.HashMap<String, Object>(Map.of(
                "visit", visit,
                "entry", entry,
                "card", card(entry.list()),
                "by", lists.name(entry.by()),
                "findings", lists.findings(entry.number()),
                "refused", lists.refusal(entry.number()),
                "waits", waiting != null,
                "mine", entry.by().equals(visit.person().toString()),
                "signed", waiting == null ? 0 : waiting.signers().size(),
                "difference", lists.difference(entry.equals(live) ? null : live, entry)));
        if (live != null) {
            model.put("live", live);
        }
        return pages.page("lists/import", model);
    }

    private Entry entry(String number) {
        Entry entry = number.matches("[0-9]{1,9}") ? lists.entry(Integer.parseInt(number)) : null;
        if (entry == null) {
            throw new NotFound();
        }
        return entry;
    }

    private static Card card(String list) {
        Card card = Card.of(list);
        if (card == null) {
            throw new NotFound();
        }
        return card;
    }

    @PostMapping("/case/{case}/register/import/{number}/sign")
    ResponseEntity<String> sign(Visit visit, @PathVariable String number) {
        require(visit);
        Entry entry = entry(number);
        boolean live = lists.sign(entry.number(), visit.person());
        return Pages.goTo(
                "/case/" + visit.caseId() + "/register/" + (live ? "list/" + entry.list() : "import/" + number));
    }

    @PostMapping("/case/{case}/register/import/{number}/refuse")
    ResponseEntity<String> refuse(Visit visit, @PathVariable String number, @RequestParam String why) {
        require(visit);
        lists.refuse(entry(number).number(), visit.person(), why);
        return Pages.goTo("/case/" + visit.caseId() + "/register");
    }

    @PostMapping("/case/{case}/register/list/{list}/back")
    ResponseEntity<String> back(Visit visit, @PathVariable String list, @RequestParam String why) {
        require(visit);
        lists.rollBack(card(list).id(), visit.person(), why);
        return Pages.goTo("/case/" + visit.caseId() + "/register/list/" + list);
    }

    @GetMapping("/case/{case}/register/list/{list}")
    ResponseEntity<String> list(
            Visit visit,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String only) {
        require(visit);
        Card card = card(list);
        Entry live = lists.live().get(list);
        String wanted = find.strip().toLowerCase(Locale.ROOT);
        List<Listing> found = live == null
                ? List.of()
                : lists.listings(live).stream()
                        .filter(l -> only.isEmpty() || card.isOf(visit.caseId(), l.programmes()))
                        .filter(l -> wanted.isEmpty() || isNamed(l, wanted))
                        .toList();
        List<State> states = new ArrayList<>();
        List<Entry> history = lists.history(list);
        for (int i = 0; i < history.size(); i++) {
            states.add(new State(history.get(i), lists.name(history.get(i).by()), i == history.size() - 1));
        }
        return pages.page(
                "lists/list",
                Map.of(
                        "visit",
                        visit,
                        "card",
                        card,
                        "states",
                        states,
                        "find",
                        find.strip(),
                        "only",
                        !only.isEmpty(),
                        "count",
                        found.size(),
                        "listings",
                        found.subList(0, Math.min(SHOWN, found.size()))));
    }

    private static boolean isNamed(Listing listing, String wanted) {
        return listing.id().toLowerCase(Locale.ROOT).contains(wanted)
                || listing.names().stream()
                        .anyMatch(n -> n.text().toLowerCase(Locale.ROOT).contains(wanted));
    }

    @GetMapping("/case/{case}/register/record/{record}")
    ResponseEntity<String> record(Visit visit, @PathVariable String record) {
        require(visit);
        Listing listing = lists.listing(RecordKey.read(record));
        if (listing == null) {
            throw new NotFound();
        }
        return pages.page("lists/record", Map.of("visit", visit, "card", card(listing.list()), "listing", listing));
    }

    @GetMapping("/case/{case}/register/list/{list}/difference/{from}/{to}")
    ResponseEntity<String> difference(
            Visit visit, @PathVariable String list, @PathVariable String from, @PathVariable String to) {
        require(visit);
        Entry before = entry(from);
        Entry after = entry(to);
        if (!before.list().equals(list) || !after.list().equals(list)) {
            throw new NotFound();
        }
        Difference d = lists.difference(before, after);
        return pages.page(
                "lists/difference",
                Map.of("visit", visit, "card", card(list), "before", before, "after", after, "difference", d));
    }
}
