package parley.lists.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What is known of a list beside its files: its {@code list.yml}.
 *
 * @param id for example {@code eu-fsf}
 * @param delisting how a listing ends: absence, marked, expiry
 * @param staleAfterDays how old the file may become before everybody is told
 * @param bounds for each kind the fewest and the most records that are believed
 * @param largestStep most records added and removed by one import before a second signature is asked for
 * @param fill least share of records that have a field, with the field named {@code person.birth} and so on
 * @param ignored paths that nobody reads, each with the reason
 * @param programmes programmes of a case: name of the case, programmes as the publisher codes them
 */
public record Card(
        String id,
        String publisher,
        String title,
        String legalStatus,
        String licence,
        String delisting,
        int staleAfterDays,
        Map<String, Bounds> bounds,
        Bounds largestStep,
        Map<String, Double> fill,
        Map<String, String> ignored,
        Map<String, List<String>> programmes,
        Map<String, String> notes) {

    /** Two numbers: fewest and most, or added and removed. */
    public record Bounds(long low, long high) {}

    private static final List<String> IDS = List.of(
            "us-sdn", "us-cons", "us-csl", "us-dpl", "eu-fsf", "eu-oj", "eu-fsd", "eu-vessels", "gb-uksl", "gb-conlist", "un-sc", "ch-seco",
            "ca-sema", "au-dfat", "nz-mfat", "jp-mof", "jp-meti", "ua-nsdc");

    private static final Map<String, Card> ALL = load();

    /** All lists that are known, by id. */
    public static Map<String, Card> all() {
        return ALL;
    }

    /** The card of a list, or null. */
    public static @Nullable Card of(String id) {
        return ALL.get(id);
    }

    private static Map<String, Card> load() {
        Map<String, Card> cards = new TreeMap<>();
        for (String id : IDS) {
            String path = "/parley/lists/" + id + "/list.yml";
            try (InputStream in = Card.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("The list %s has no %s.".formatted(id, path));
                }
                cards.put(id, card(id, (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cards;
    }

    private static Card card(String id, Map<?, ?> yaml) {
        Map<String, Bounds> bounds = new LinkedHashMap<>();
        map(yaml, "bounds").forEach((kind, range) -> {
            List<?> pair = (List<?>) range;
            bounds.put(String.valueOf(kind), new Bounds(((Number) pair.get(0)).longValue(), ((Number) pair.get(1)).longValue()));
        });
        Map<?, ?> step = map(yaml, "change-per-import");
        Map<String, Double> fill = new LinkedHashMap<>();
        map(yaml, "fill").forEach((field, share) -> fill.put(String.valueOf(field), ((Number) share).doubleValue()));
        Map<String, String> ignored = new LinkedHashMap<>();
        map(yaml, "ignored").forEach((path, why) -> ignored.put(String.valueOf(path), String.valueOf(why)));
        Map<String, List<String>> programmes = new LinkedHashMap<>();
        map(yaml, "programmes").forEach((name, codes) -> {
            var all = new ArrayList<String>();
            ((List<?>) codes).forEach(code -> all.add(String.valueOf(code)));
            programmes.put(String.valueOf(name), List.copyOf(all));
        });
        Map<String, String> notes = new LinkedHashMap<>();
        map(yaml, "notes").forEach((about, text) -> notes.put(String.valueOf(about), String.valueOf(text)));
        return new Card(
                id,
                text(yaml, "publisher"),
                text(yaml, "title"),
                text(yaml, "legal-status"),
                text(yaml, "licence"),
                text(yaml, "delisting"),
                ((Number) required(yaml, "stale-after-days")).intValue(),
                Map.copyOf(bounds),
                new Bounds(
                        step.get("added") instanceof Number added ? added.longValue() : Long.MAX_VALUE,
                        step.get("removed") instanceof Number removed ? removed.longValue() : Long.MAX_VALUE),
                Map.copyOf(fill),
                Map.copyOf(ignored),
                Map.copyOf(programmes),
                Map.copyOf(notes));
    }

    private static Map<?, ?> map(Map<?, ?> yaml, String key) {
        return yaml.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> yaml, String key) {
        return String.valueOf(required(yaml, key));
    }

    private static Object required(Map<?, ?> yaml, String key) {
        Object value = yaml.get(key);
        if (value == null) {
            throw new IllegalStateException("A list.yml lacks `%s`.".formatted(key));
        }
        return value;
    }

    /** Whether one of these programmes belongs to the case. A code that ends in {@code *} stands for all that begin so. */
    public boolean isOf(String caseName, List<String> listed) {
        for (String code : programmes.getOrDefault(caseName, List.of())) {
            for (String programme : listed) {
                if (code.endsWith("*") ? programme.startsWith(code.substring(0, code.length() - 1)) : programme.equals(code)) {
                    return true;
                }
            }
        }
        return false;
    }
}
