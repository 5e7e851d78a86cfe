package parley.cli.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.jspecify.annotations.Nullable;
import parley.language.Symbols;
import parley.roadmap.Case;
import parley.text.Edit;
import parley.text.Source;
import parley.text.Span;

/** A question about a place in an open text. */
record Ask(Cases.Opened opened, Cases cases) {
    Study study() {
        return opened.study();
    }

    Source source() {
        return opened.source();
    }

    /** Returns the case as last understood. */
    @Nullable
    Case understood() {
        return opened.ofCase().understood();
    }

    int offset(Position position) {
        return Places.offset(source(), position);
    }

    Symbols.@Nullable Place name(Position position) {
        return study().symbols().at(source().name(), offset(position));
    }

    String uri(String name) {
        Path root = study().root();
        return cases.uri(root, name);
    }

    List<Location> definition(Position position) {
        Symbols.Place place = name(position);
        return place == null ? List.of() : locations(List.of(place.symbol().at()));
    }

    List<Location> references(Position position, boolean withDeclaration) {
        Symbols.Place place = name(position);
        if (place == null) {
            return List.of();
        }
        Symbols symbols = study().symbols();
        return locations(withDeclaration ? symbols.places(place.symbol()) : symbols.uses(place.symbol()));
    }

    private List<Location> locations(List<Span> spans) {
        List<Location> found = new ArrayList<>();
        for (Span span : spans) {
            Location location = Places.location(span, study().everything(), this::uri);
            if (location != null) {
                found.add(location);
            }
        }
        return found;
    }

    WorkspaceEdit workspaceEdit(List<Edit> edits) {
        Map<String, Source> sources = study().everything();
        Map<String, List<TextEdit>> changes = new java.util.TreeMap<>();
        for (Edit edit : edits) {
            Source source = sources.get(edit.at().file());
            if (source != null) {
                changes.computeIfAbsent(uri(source.name()), _ -> new ArrayList<>())
                        .add(new TextEdit(Places.range(source, edit.at()), edit.replacement()));
            }
        }
        return new WorkspaceEdit(changes);
    }
}
