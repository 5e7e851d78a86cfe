package parley.lists.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Finding;
import parley.lists.record.Finding.Code;
import parley.lists.record.Finding.Weight;
import parley.lists.record.Listing;
import parley.lists.record.Name;
import parley.lists.source.Fields;
import parley.lists.source.Sink;

/** What was read from the files of one publication, without the listings themselves, which were streamed out. */
public final class Reading implements Sink {
    private static final double MOST_SET_ASIDE = 0.005;
    /** Below this many records one that is set aside is told, but says nothing about the format. */
    private static final int FEW = 200;

    private final Card card;
    private final String file;
    private final Consumer<Listing> out;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Long> filled = new TreeMap<>();
    private final Map<String, Integer> ids = new java.util.HashMap<>();
    private long listings;
    private long setAside;
    private long delisted;
    private long announced = -1;
    private @Nullable String contentDay;
    private @Nullable String newestAct;
    private long mojibake;

    Reading(Card card, String file, Consumer<Listing> out) {
        this.card = card;
        this.file = file;
        this.out = out;
    }

    @Override
    public void listing(Listing listing, Fields fields) {
        checked(listing.id(), fields);
        if (ids.merge(listing.id(), 1, Integer::sum) == 2) {
            finding(
                    Code.L123,
                    listing.id(),
                    "",
                    "The record `%s` stands twice in the file.".formatted(listing.id()),
                    "compare both; the second is kept under its own number");
        }
        Listing unique = ids.getOrDefault(listing.id(), 1) > 1
                ? renamed(listing, listing.id() + "#" + ids.get(listing.id()))
                : listing;
        listings++;
        delisted += listing.state() == Listing.State.DELISTED ? 1 : 0;
        String kind = listing.kind().name().toLowerCase(java.util.Locale.ROOT);
        counts.merge(kind, 1L, Long::sum);
        fill(kind, unique);
        act(listing.dates().listed());
        out.accept(unique);
    }

    private static Listing renamed(Listing l, String id) {
        return new Listing(
                l.list(),
                id,
                l.kind(),
                l.names(),
                l.traits(),
                l.programmes(),
                l.measures(),
                l.acts(),
                l.dates(),
                l.state(),
                l.reasons(),
                l.relations(),
                l.notes(),
                l.place());
    }

    private void fill(String kind, Listing l) {
        filled(kind, "name", !l.names().isEmpty());
        filled(kind, "birth", l.traits().births().stream().anyMatch(parley.lists.record.When::isRead));
        filled(kind, "programme", !l.programmes().isEmpty());
        filled(kind, "listed", l.dates().listed() != null);
        filled(kind, "identifier", !l.traits().identifiers().isEmpty());
        filled(kind, "reason", !l.reasons().isEmpty());
        filled(kind, "latinName", l.names().stream().anyMatch(n -> n.script() == Character.UnicodeScript.LATIN));
        for (Name name : l.names()) {
            if (isMojibake(name.text())) {
                mojibake++;
                break;
            }
        }
    }

    private void filled(String kind, String field, boolean there) {
        if (there) {
            filled.merge(kind + "." + field, 1L, Long::sum);
            filled.merge("record." + field, 1L, Long::sum);
        }
    }

    /** UTF-8 read as Windows-1252 or Latin-1: a letter of two bytes becomes one of these two and a sign. */
    static boolean isMojibake(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            char d = text.charAt(i + 1);
            boolean lead = c == 'Ã' || c == 'Â' || c == 'Ð' || c == 'Ñ';
            boolean tail = (d >= 0x80 && d <= 0xbf)
                    || d == '€'
                    || d == '™'
                    || d == 'š'
                    || d == '‚'
                    || d == 'ƒ'
                    || d == '„'
                    || d == '…'
                    || d == '†'
                    || d == '‡'
                    || d == 'ˆ'
                    || d == '‰'
                    || d == 'Š'
                    || d == '‹'
                    || d == '“'
                    || d == '”'
                    || d == '•'
                    || d == '–'
                    || d == '—'
                    || d == '˜'
                    || d == '›';
            if (lead && tail && d != 0xa0 && d != 0xb7) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void checked(String record, Fields fields) {
        fields.unread(path -> {
            if (!card.ignored().containsKey(path)) {
                finding(
                        Code.L110,
                        record,
                        path,
                        "The field `%s` was not read.".formatted(path),
                        "read it, or name it in list.yml with the reason");
            }
        });
    }

    @Override
    public void contentDay(@Nullable String day) {
        if (day != null && (contentDay == null || day.compareTo(contentDay) > 0)) {
            contentDay = day;
        }
    }

    @Override
    public void act(@Nullable String day) {
        if (day != null && day.length() == 10 && (newestAct == null || day.compareTo(newestAct) > 0)) {
            newestAct = day;
        }
    }

    @Override
    public void announced(long records) {
        announced = records;
    }

    @Override
    public void finding(Code code, String record, String field, String what, String fix) {
        String key = code + "|" + field + "|" + (code == Code.L111 ? what : "");
        Finding before = findings.get(key);
        findings.put(key, before == null ? new Finding(code, file, record, field, what, fix, 1) : before.again());
    }

    @Override
    public void setAside(String record, long line, String why) {
        setAside++;
        finding(
                Code.L112,
                line > 0 ? "%s, line %d".formatted(record, line) : record,
                "",
                "The record is set aside: " + why,
                "compare it with the publisher's page; its previous state stays in force");
    }

    void add(Finding finding) {
        findings.put(finding.code() + "|" + finding.field() + "|" + finding.what(), finding);
    }

    /** Judges the whole by the card; adds what is out of bounds. */
    void judge() {
        long all = listings + setAside;
        if ((setAside > Math.max(1, MOST_SET_ASIDE * all) && all >= FEW) || (all > 0 && setAside * 2 > all)) {
            finding(
                    Code.L113,
                    "",
                    "",
                    "%d of %d records were set aside.".formatted(setAside, all),
                    "the format may have changed; compare it with the publisher's notes");
        }
        if (listings == 0 && setAside == 0) {
            finding(Code.L102, "", "", "The file has no record.", "fetch it again");
        }
        if (announced >= 0 && announced != all) {
            finding(
                    Code.L105,
                    "",
                    "",
                    "The file announces %d records and has %d.".formatted(announced, all),
                    "fetch it again");
        }
        if (mojibake > 3 && mojibake > listings / 200) {
            finding(
                    Code.L103,
                    "",
                    "names",
                    "%d records have names with letters like `Ð°` or `Ã©`: text was decoded twice.".formatted(mojibake),
                    "fetch the file again, as bytes");
        }
        card.bounds().forEach((kind, range) -> {
            long count = count(kind);
            if (count < range.low() || count > range.high()) {
                finding(
                        Code.L120,
                        "",
                        kind,
                        "The file has %d records of kind `%s`; %d to %d are believed."
                                .formatted(count, kind, range.low(), range.high()),
                        "fetch it again; if the list really changed so much, change the bounds in list.yml with the reason");
            }
        });
        card.fill().forEach((field, least) -> {
            long of = count(field.substring(0, field.indexOf('.')));
            double share = of == 0 ? 1 : filled.getOrDefault(field, 0L) / (double) of;
            if (share < least) {
                finding(
                        Code.L121,
                        "",
                        field,
                        "`%s` is filled in %.1f %% of %d records; at least %.0f %% are usual."
                                .formatted(field, 100 * share, of, 100 * least),
                        "a field may have been lost or renamed; compare with the last file in force");
            }
        });
    }

    private long count(String kind) {
        return kind.equals("record") ? listings : counts.getOrDefault(kind, 0L);
    }

    public Card card() {
        return card;
    }

    /** Findings, the gravest first, then in the order of the file. */
    public List<Finding> findings() {
        var sorted = new ArrayList<>(findings.values());
        sorted.sort(java.util.Comparator.comparing(f -> f.code().weight()));
        return sorted;
    }

    /** Whether nothing stands against the use of these files. */
    public boolean isUsable() {
        return findings.values().stream().noneMatch(f -> f.code().weight() == Weight.REFUSES);
    }

    /** Whether a second look is asked for. */
    public boolean alarms() {
        return findings.values().stream().anyMatch(f -> f.code().weight() == Weight.ALARMS);
    }

    public long listings() {
        return listings;
    }

    public long setAside() {
        return setAside;
    }

    /** Records that the list itself marks as ended. */
    public long delisted() {
        return delisted;
    }

    /** Records by kind, in lower case. */
    public Map<String, Long> counts() {
        return java.util.Collections.unmodifiableMap(counts);
    }

    /** Records that have a field, by {@code kind.field}. */
    public Map<String, Long> filledCounts() {
        return java.util.Collections.unmodifiableMap(filled);
    }

    /** The day of the content as the file says, or null. */
    public @Nullable String contentDay() {
        return contentDay;
    }

    /** The newest act or listing in the file, or null. */
    public @Nullable String newestAct() {
        return newestAct;
    }
}
