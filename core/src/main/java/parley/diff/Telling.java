package parley.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the sentence about a piece that is new ({@code before} is null), gone ({@code after} is null) or different. */
@FunctionalInterface
interface Telling {
    String says(@Nullable String before, @Nullable String after, String who);

    /** Tells of a line that has no name: {@code word} is what it is, for example {@code guard}. */
    static Telling line(String word) {
        return (before, after, who) -> {
            if (before == null) {
                return "There is a new %s: `%s`.".formatted(word, after);
            }
            return after == null
                    ? "This %s is gone: `%s`.".formatted(word, before)
                    : "The %s `%s` is now `%s`.".formatted(word, before, after);
        };
    }

    /** Tells of a clause of the declaration {@code name}. */
    static Telling clause(String name) {
        return (before, after, who) -> {
            if (before == null) {
                return "%s: now also says `%s`.".formatted(name, after);
            }
            return after == null
                    ? "%s: no longer says `%s`.".formatted(name, before)
                    : "%s: now says `%s` (was `%s`).".formatted(name, after, was(before, after));
        };
    }

    /** Tells of a demand or a breach: {@code asks} and {@code asked} go before what was added or taken out. */
    static Telling condition(String prefix, String adds, String drops, String changes) {
        return (before, after, who) -> {
            List<String> old = parts(before, prefix);
            List<String> fresh = parts(after, prefix);
            List<String> gone = without(old, fresh);
            List<String> come = without(fresh, old);
            String added = String.join(" and ", come);
            String dropped = String.join(" and ", gone);
            if (gone.isEmpty()) {
                return "%s: %s %s.".formatted(who, adds, added);
            }
            return come.isEmpty()
                    ? "%s: %s %s.".formatted(who, drops, dropped)
                    : "%s: %s %s (was %s).".formatted(who, changes, added, was(dropped, added));
        };
    }

    private static List<String> parts(@Nullable String words, String prefix) {
        if (words == null) {
            return List.of();
        }
        String condition = words.substring(prefix.length() + 1);
        boolean oneThing = condition.contains("(") || condition.contains(" or ");
        return oneThing ? List.of(condition) : List.of(condition.split(" and ", -1));
    }

    private static List<String> without(List<String> parts, List<String> others) {
        List<String> left = new ArrayList<>(parts);
        others.forEach(left::remove);
        return left;
    }

    /** Returns the one word that is different, or all of {@code before} if more than one is. */
    static String was(String before, String after) {
        String[] old = before.split(" ", -1);
        String[] fresh = after.split(" ", -1);
        if (old.length != fresh.length || old.length == 1) {
            return before;
        }
        String found = "";
        for (int i = 0; i < old.length; i++) {
            if (!old[i].equals(fresh[i])) {
                if (!found.isEmpty()) {
                    return before;
                }
                found = old[i];
            }
        }
        return found.endsWith(",") ? found.substring(0, found.length() - 1) : found;
    }
}
