package parley.app.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import parley.app.cases.CoreReads;
import parley.app.cases.Noted;
import parley.app.copies.ReadingCopies;
import parley.app.people.Account;
import parley.app.people.Accounts;
import parley.app.web.NotFound;
import parley.app.web.Pages;
import parley.app.web.Visit;
import parley.copy.Copies;
import parley.language.CaseText;
import parley.roadmap.Case;
import parley.text.Source;

/** The reader's own copy of the text: as it is in force, as it was, and what changed. */
@Controller
public class TextPages {
    /** The earliest time a zip can tell; the files have none of their own. */
    private static final long NO_TIME = 315_532_800_000L;

    private static final int MOST_READS = 500;

    private final Pages pages;
    private final Accounts accounts;
    private final CoreReads coreReads;

    public TextPages(Pages pages, Accounts accounts, CoreReads coreReads) {
        this.pages = pages;
        this.accounts = accounts;
        this.coreReads = coreReads;
    }

    /**
     * A version in the list.
     *
     * @param by who put it in force, or empty if that is not for the reader
     * @param before the version before it, or -1
     */
    public record Line(ReadingCopies.Version version, String hash, String by, String why, long before) {}

    @GetMapping("/case/{case}/text")
    ResponseEntity<String> text(Visit visit, @RequestParam(defaultValue = "-1") long version) {
        ReadingCopies.Version shown = version < 0 ? then(visit) : version(visit, version);
        Case theCase = read(shown);
        coreReads.text(visit.account(), shown.label(), theCase, "text");
        return pages.page(
                "text/text",
                Map.of(
                        "visit", visit,
                        "editor", Editors.may(visit),
                        "listing", Listing.of(theCase, shown.sources()),
                        "shown", shown,
                        "hash", shown.copyHash(),
                        "versions", versions(visit),
                        "proposals",
                                visit.elsewhen()
                                        ? List.of()
                                        : TextProposal.in(visit.dossier()).reversed()));
    }

    @GetMapping("/case/{case}/text/changes")
    ResponseEntity<String> changes(
            Visit visit, @RequestParam(defaultValue = "-1") long from, @RequestParam(defaultValue = "-1") long to) {
        List<Line> lines = versions(visit);
        ReadingCopies.Version after = to < 0 ? lines.getFirst().version() : version(visit, to);
        ReadingCopies.Version before =
                from < 0 ? lines.get(Math.min(1, lines.size() - 1)).version() : version(visit, from);
        coreReads.text(visit.account(), after.label(), read(after), "text/changes");
        return pages.page(
                "text/changes",
                Map.of(
                        "visit", visit,
                        "editor", Editors.may(visit),
                        "versions", lines,
                        "before", before,
                        "after", after,
                        "comparison", Comparison.of(before.sources(), after.sources())));
    }

    /** The copy as files: one text as {@code parley copy} writes it, or all files of the whole text. */
    @GetMapping("/case/{case}/text/download")
    ResponseEntity<byte[]> download(Visit visit, @RequestParam(defaultValue = "-1") long version) throws IOException {
        ReadingCopies.Version shown = version < 0 ? then(visit) : version(visit, version);
        coreReads.text(visit.account(), shown.label(), read(shown), "text/download");
        String name = visit.caseId() + "-" + shown.copyHash().substring(0, 12);
        List<Source> sources = shown.sources();
        return sources.size() == 1
                ? file(name + ".parley", "text/plain;charset=UTF-8", copy(visit, shown, sources.getFirst()))
                : file(name + ".zip", "application/zip", zip(sources));
    }

    private static byte[] copy(Visit visit, ReadingCopies.Version shown, Source source) {
        String header = "# Copy for %s, %s, SHA-256 of the text below this line: %s\n"
                .formatted(shown.label().words(), visit.today(), Copies.sha256(source.text()));
        return (header + source.text()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(List<Source> sources) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Source s : sources) {
                var entry = new ZipEntry(s.name());
                entry.setTime(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(s.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }

    @GetMapping("/case/{case}/text/reads")
    ResponseEntity<String> reads(Visit visit) {
        Editors.require(visit);
        return pages.page("text/reads", Map.of("visit", visit, "reads", coreReads.last(visit.caseId(), MOST_READS)));
    }

    /** The text in force on the day of knowledge that is looked at. */
    private static ReadingCopies.Version then(Visit visit) {
        return visit.dossier().versions().stream()
                .filter(v -> v.hash().equals(visit.known().version()))
                .reduce((_, last) -> last)
                .orElseThrow(NotFound::new);
    }

    private static ReadingCopies.Version version(Visit visit, long adopted) {
        return visit.dossier().versions().stream()
                .filter(v -> v.adopted() == adopted)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Returns the versions, newest first. One in which nothing changed for the reader is no version for the reader. */
    private List<Line> versions(Visit visit) {
        List<Line> lines = new ArrayList<>();
        ReadingCopies.Version before = null;
        for (ReadingCopies.Version v : visit.dossier().versions()) {
            boolean known = before == null
                    || !v.at().atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .isAfter(visit.known().day());
            if (known && (before == null || !before.files().equals(v.files()))) {
                lines.add(line(visit, v, before == null ? -1 : before.adopted()));
                before = v;
            }
        }
        return lines.reversed();
    }

    private Line line(Visit visit, ReadingCopies.Version v, long before) {
        Noted entry = visit.dossier().noted().stream()
                .filter(n -> n.index() == v.adopted())
                .findFirst()
                .orElse(null);
        Account by = entry == null ? null : accounts.byId(entry.entry().account());
        return new Line(
                v,
                v.copyHash(),
                by == null ? "" : by.name(),
                entry == null ? "" : entry.entry().reason(),
                before);
    }

    private static Case read(ReadingCopies.Version version) {
        Case theCase = CaseText.read(version.sources()).theCase();
        if (theCase == null) {
            throw new IllegalStateException("The text %s was adopted and cannot be read.".formatted(version.hash()));
        }
        return theCase;
    }
}
