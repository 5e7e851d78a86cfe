package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.lists.intake.Card;
import parley.lists.intake.ListReader;
import parley.lists.record.Listing;

/**
 * Reads every list file of a folder and prints what it has: {@code ListCounts ../shared/lists}. Run it with -Xmx256m: that
 * it ends is the proof that no file needs more.
 */
public final class ListCounts {
    private ListCounts() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        boolean findings = args.length > 1;
        System.out.println("| file | format | content | kinds | Belarus | findings | verdict | CPU s | MB |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (List<Path> files : publications(root)) {
            double before = Cpu.own();
            long[] belarus = {0, 0};
            ListReader.Outcome outcome = ListReader.read(files, null, true, listing -> {
                Card card = Card.of(listing.list());
                if (card != null && card.isOf("belarus", listing.programmes())) {
                    belarus[listing.kind() == Listing.Kind.PERSON ? 0 : 1]++;
                }
            });
            double seconds = Cpu.own() - before;
            Map<String, Long> codes = new LinkedHashMap<>();
            outcome.reading().findings().forEach(f -> codes.merge(f.code().name(), f.count(), Long::sum));
            System.out.printf(
                    "| %s | %s | %s | %s | %d + %d | %s | %s | %.2f | %.2f |%n",
                    root.relativize(files.getFirst()) + (files.size() > 1 ? " +" + (files.size() - 1) : ""),
                    outcome.format() == null ? "-" : outcome.format().id(),
                    outcome.reading().contentDay(),
                    outcome.reading().counts(),
                    belarus[0],
                    belarus[1],
                    codes,
                    outcome.isUsable() ? "read" : "refused",
                    seconds,
                    sizeMb(files));
            if (findings) {
                outcome.reading()
                        .findings()
                        .forEach(f -> System.out.println("    " + f.code() + " " + f.record() + " " + f.field() + " x"
                                + f.count() + ": " + f.what()));
            }
        }
    }

    private static double sizeMb(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            try (var in = new parley.lists.source.Source(file).open()) {
                bytes += in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
        return bytes / 1e6;
    }

    /** The files of one day of one list together: OFAC in parts, all else alone. */
    static List<List<Path>> publications(Path root) throws IOException {
        var found = new ArrayList<List<Path>>();
        Map<String, List<Path>> parts = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".md")
                        || name.endsWith(".xsd")
                        || name.equals("page_content.txt")
                        || name.equals("eu_fsf_daily_events.csv")) {
                    continue;
                }
                if (name.startsWith("ofac_") && !name.endsWith(".xml")) {
                    String day = name.replaceFirst("ofac_(cons_prim|cons_add|cons_alt|sdn_comments|sdn|add|alt)", "")
                            .replaceFirst("_2025-02|_2025-12", "_2024-05-03");
                    String key = name.contains("cons_") ? "cons" : "sdn" + day;
                    // Aliases of 2025 are not joined twice to the entries of 2024.
                    if (!name.contains("2025-02")) {
                        parts.computeIfAbsent(key, _ -> new ArrayList<>()).add(file);
                    }
                } else {
                    found.add(List.of(file));
                }
            }
        }
        parts.values()
                .forEach(list -> list.sort(java.util.Comparator.comparingInt(
                        p -> p.getFileName().toString().matches(".*(_sdn_2|prim).*") ? 0 : 1)));
        found.addAll(parts.values());
        return found;
    }
}
