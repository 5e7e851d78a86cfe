package parley.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.lists.difference.Canonical;
import parley.lists.difference.Difference;
import parley.lists.record.Finding;
import parley.lists.record.Listing;
import parley.lists.register.Entry;
import parley.lists.register.Register.Staged;

/** What a person reads about lists. */
final class ListsText {
    private static final int MOST_SHOWN = 10;

    private ListsText() {}

    static void preview(PrintWriter out, Staged.Preview preview) {
        Entry entry = preview.entry();
        out.println("%s: import %d, content %s, %s"
                .formatted(
                        entry.list(),
                        entry.number(),
                        entry.day() == null ? "without a day" : entry.day(),
                        counts(entry.counts())));
        Entry live = preview.live();
        if (live == null) {
            out.println("first state of this list");
        } else {
            out.println("against import %d:".formatted(live.number()));
            difference(out, preview.difference(), MOST_SHOWN);
        }
        findings(out, preview.outcome().reading().findings());
        out.println();
        out.println("Nothing is live yet. `parley lists sign %d` puts it in force%s."
                .formatted(entry.number(), entry.needsTwo() ? "; it needs two persons" : ""));
    }

    static void findings(PrintWriter out, List<Finding> findings) {
        for (Finding f : findings) {
            String weight = switch (f.code().weight()) {
                case REFUSES -> "error";
                case ALARMS -> "warning";
                case TELLS -> "note";
            };
            out.println();
            out.println("%s[%s]: %s".formatted(weight, f.code(), f.what()));
            String place = f.record().isEmpty() ? "" : ", " + f.record();
            out.println(" --> %s%s%s%s"
                    .formatted(
                            f.file(),
                            place,
                            f.field().isEmpty() ? "" : ", field " + f.field(),
                            f.count() > 1 ? " (the first of %d)".formatted(f.count()) : ""));
            out.println("why: " + f.code().why());
            out.println("fix: " + f.fix());
        }
    }

    static String counts(Map<String, Long> counts) {
        var all = new TreeMap<>(counts);
        long sum = all.values().stream().mapToLong(Long::longValue).sum();
        return "%d records (%s)"
                .formatted(
                        sum,
                        String.join(
                                ", ",
                                all.entrySet().stream()
                                        .map(e -> e.getKey() + " " + e.getValue())
                                        .toList()));
    }

    static void difference(PrintWriter out, Difference difference, int most) {
        out.println("  %d added, %d removed, %d changed, %d unchanged"
                .formatted(
                        difference.added().size(),
                        difference.removed().size(),
                        difference.changed().size(),
                        difference.unchanged()));
        difference.countsByKind().forEach((kind, count) -> out.println("  %5d %s".formatted(count, kind.words())));
        listings(out, "+", difference.added(), most);
        listings(out, "-", difference.removed(), most);
        for (Difference.Change change :
                difference.changed().stream().limit(most).toList()) {
            out.println("  ~ %s %s: %s"
                    .formatted(change.after().id(), change.after().shownName(), change.words()));
            for (Difference.FieldChange field : change.fields()) {
                field.gone().forEach(value -> out.println("      %s - %s".formatted(field.field(), shortened(value))));
                field.come().forEach(value -> out.println("      %s + %s".formatted(field.field(), shortened(value))));
            }
        }
        if (difference.changed().size() > most) {
            out.println("  … and %d more changed".formatted(difference.changed().size() - most));
        }
    }

    private static void listings(PrintWriter out, String sign, List<Listing> listings, int most) {
        listings.stream()
                .limit(most)
                .forEach(l -> out.println("  %s %s %s (%s; %s)%s"
                        .formatted(
                                sign,
                                l.id(),
                                l.shownName(),
                                l.kind().name().toLowerCase(Locale.ROOT),
                                String.join(", ", l.programmes()),
                                l.dates().listed() == null
                                        ? ""
                                        : ", in law since " + l.dates().listed())));
        if (listings.size() > most) {
            out.println("  %s … and %d more".formatted(sign, listings.size() - most));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 160 ? text : text.substring(0, 160) + " …";
    }

    private static String day(Entry entry) {
        return entry.day() == null ? "without a day" : entry.day();
    }

    static void history(PrintWriter out, Map<Entry, @Nullable Listing> history) {
        String before = "";
        for (var state : history.entrySet()) {
            Entry entry = state.getKey();
            Listing listing = state.getValue();
            String text =
                    listing == null ? "not in the list" : Canonical.of(listing).text();
            if (text.equals(before)) {
                out.println("import %d, content %s: unchanged".formatted(entry.number(), day(entry)));
                continue;
            }
            before = text;
            out.println("import %d, content %s:".formatted(entry.number(), day(entry)));
            text.lines().forEach(line -> out.println("  " + line));
            if (listing != null) {
                out.println("  read from: " + listing.place());
            }
        }
    }
}
