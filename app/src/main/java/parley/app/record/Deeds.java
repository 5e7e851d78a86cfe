package parley.app.record;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Deeds as one line of JSON: fields in alphabetical order, so that equal deeds have equal bytes. */
public final class Deeds {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final Map<String, Class<?>> KINDS = Arrays.stream(Deed.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Deeds::name, Function.identity(), (a, _) -> a, TreeMap::new));

    private Deeds() {}

    /** Returns the name of a kind of deed, for example {@code claim-filed}. */
    public static String kind(Deed deed) {
        return name(deed.getClass());
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    static String body(Deed deed) {
        return MAPPER.writeValueAsString(sorted(deed));
    }

    /** Maps keep the order they were made in, so they are sorted too. */
    private static Object sorted(Deed deed) {
        return switch (deed) {
            case Deed.TextAdopted d -> new Deed.TextAdopted(d.version(), new TreeMap<>(d.files()));
            case Deed.TextProposed d ->
                new Deed.TextProposed(d.version(), new TreeMap<>(d.files()), d.basedOn(), d.binds());
            case Deed.ClaimFiled d ->
                new Deed.ClaimFiled(
                        d.id(),
                        d.says(),
                        d.subject(),
                        d.predicate(),
                        d.object(),
                        d.from(),
                        d.fromLatest(),
                        d.to(),
                        d.toLatest(),
                        sorted(d.rows()),
                        d.items(),
                        d.basis(),
                        d.concession(),
                        d.gains(),
                        d.replaces(),
                        d.replacesWhy(),
                        d.batch(),
                        sorted(d.judgement()));
            case Deed.ClaimReviewed d -> new Deed.ClaimReviewed(d.claim(), d.agrees(), sorted(d.judgement()));
            default -> deed;
        };
    }

    private static Deed.Judgement sorted(Deed.Judgement j) {
        return new Deed.Judgement(
                new TreeMap<>(j.information()),
                j.contradiction(),
                j.likelihood(),
                j.confidence(),
                j.rung(),
                j.alternatives());
    }

    private static List<Deed.Row> sorted(List<Deed.Row> rows) {
        return rows.stream()
                .map(r -> new Deed.Row(r.table(), new TreeMap<>(r.fields())))
                .toList();
    }

    /** Returns what an entry says was done, or {@code null} if this version of Parley cannot read it. */
    public static @Nullable Deed of(Entry entry) {
        Class<?> type = KINDS.get(entry.kind());
        if (type == null) {
            return null;
        }
        try {
            return (Deed) MAPPER.readValue(entry.body(), type);
        } catch (JacksonException e) {
            return null;
        }
    }
}
