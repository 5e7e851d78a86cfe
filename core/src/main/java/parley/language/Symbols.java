package parley.language;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/** The names of a case and every place where they stand, also in sentences that could not be read to their end. */
public final class Symbols {
    private final Map<String, Symbol> byName = new TreeMap<>();
    private final Map<Span, Symbol> declared = new HashMap<>();
    private final NavigableMap<Span, Symbol> places = new TreeMap<>();

    private Symbols() {}

    /**
     * A declared name.
     *
     * @param kind the keyword that declares it, or {@code counterpart}
     * @param at the name where it is declared
     */
    public record Symbol(String kind, String id, String title, Span at) {}

    static Symbols of(NamesSeen mentions) {
        var made = new Symbols();
        for (NamesSeen.Declared d : mentions.declared()) {
            made.declare(
                    new Symbol(d.keyword(), d.name().id(), d.title(), d.name().at()));
        }
        for (NamesSeen.Named n : mentions.named()) {
            if (n.what().equals("the counterpart")) {
                made.declare(
                        new Symbol("counterpart", n.name().id(), "", n.name().at()));
            }
        }
        Map<String, Set<String>> kinds = new HashMap<>();
        for (NamesSeen.Named n : mentions.named()) {
            made.use(n, kinds.computeIfAbsent(n.what(), Kinds::of));
        }
        return made;
    }

    private void declare(Symbol symbol) {
        byName.putIfAbsent(symbol.id(), symbol);
        declared.put(symbol.at(), symbol);
        places.put(symbol.at(), symbol);
    }

    private void use(NamesSeen.Named n, Set<String> kinds) {
        Span at = n.name().at();
        Symbol symbol = byName.get(n.name().id());
        if (symbol != null && kinds.contains(symbol.kind()) && !declared.containsKey(at)) {
            places.put(at, symbol);
        }
    }

    /** Returns what is declared, by name; where a name is doubled, the first. */
    public Collection<Symbol> all() {
        return byName.values();
    }

    public @Nullable Symbol named(String id) {
        return byName.get(id);
    }

    /** A name in the text and what it stands for. */
    public record Place(Span at, Symbol symbol) {}

    /** Returns the name that {@code offset} lies in or behind, or {@code null} if none stands there. */
    public @Nullable Place at(String file, int offset) {
        Map.Entry<Span, Symbol> entry = places.floorEntry(new Span(file, offset, Integer.MAX_VALUE));
        return entry == null
                        || !entry.getKey().file().equals(file)
                        || !entry.getKey().touches(offset)
                ? null
                : new Place(entry.getKey(), entry.getValue());
    }

    /** Returns where {@code symbol} is used, in the order of places, without its declaration. */
    public List<Span> uses(Symbol symbol) {
        return places.entrySet().stream()
                .filter(e -> e.getValue().equals(symbol) && !e.getKey().equals(symbol.at()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the declaration and the uses of {@code symbol}, in the order of places. */
    public List<Span> places(Symbol symbol) {
        return places.entrySet().stream()
                .filter(e -> e.getValue().equals(symbol))
                .map(Map.Entry::getKey)
                .toList();
    }
}
