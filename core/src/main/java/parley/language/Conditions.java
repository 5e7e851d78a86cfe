package parley.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Condition;
import parley.roadmap.Ref;

/** Looks into conditions without regard to where they stand in the text. */
final class Conditions {
    private Conditions() {}

    /** Returns {@link Condition#leaves}, none where there is no condition. */
    static List<Condition> leaves(@Nullable Condition condition) {
        return condition == null ? List.of() : condition.leaves();
    }

    /** Returns the conjuncts: each must hold for the whole to hold. */
    static List<String> conjuncts(Condition condition) {
        return condition instanceof Condition.All all
                ? all.parts().stream().map(Conditions::words).toList()
                : List.of(words(condition));
    }

    /** Returns the same words for conditions that say the same. */
    static String words(Condition condition) {
        return switch (condition) {
            case Condition.All all -> join(all.parts(), " and ");
            case Condition.Any any -> join(any.parts(), " or ");
            case Condition.Not not -> "not " + words(not.part());
            case Condition.By by -> words(by.part()) + " by " + by.day();
            case Condition.Level l ->
                "%s %s %s per %s for %s".formatted(l.indicator(), l.comparison().words(), l.value(), l.per(), l.hold());
            case Condition.Change c ->
                "%s falls %s by %s within %s".formatted(c.indicator(), c.falls(), c.by(), c.within());
            case Condition.Total t ->
                "%s totals %s %s within %s"
                        .formatted(t.indicator(), t.comparison().words(), t.value(), t.within());
            case Condition.Absent a -> "no %s for %s".formatted(a.event(), a.during());
            case Condition.Occurs o ->
                "%s %s %s within %s".formatted(o.comparison().words(), o.count(), o.event(), o.within());
            case Condition.InState in -> "%s %s for %s".formatted(in.thing(), in.state(), in.hold());
            case Condition.Amount a ->
                "%s %s %s".formatted(a.number(), a.comparison().words(), a.value());
            case Condition.Owed o -> "owed by " + o.partner();
        };
    }

    private static String join(List<Condition> parts, String word) {
        return "("
                + String.join(
                        word, parts.stream().map(Conditions::words).sorted().toList()) + ")";
    }

    /** Returns the name a leaf is about, or {@code null} if it is about none. */
    static @Nullable Ref subject(Condition leaf) {
        return switch (leaf) {
            case Condition.Level l -> l.indicator();
            case Condition.Change c -> c.indicator();
            case Condition.Total t -> t.indicator();
            case Condition.Absent a -> a.event();
            case Condition.Occurs o -> o.event();
            case Condition.InState in -> in.thing();
            case Condition.Owed o -> o.partner();
            case Condition.Amount _, Condition.All _, Condition.Any _, Condition.Not _, Condition.By _ -> null;
        };
    }

    static List<Ref> subjects(@Nullable Condition condition) {
        List<Ref> found = new ArrayList<>();
        for (Condition leaf : leaves(condition)) {
            Ref ref = subject(leaf);
            if (ref != null) {
                found.add(ref);
            }
        }
        return found;
    }
}
