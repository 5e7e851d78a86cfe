package parley.cli.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;
import parley.cli.Fixes;
import parley.facts.RecordPlaces;
import parley.language.CaseText;
import parley.language.Symbols;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.text.Diagnostic;
import parley.text.Edit;
import parley.text.Severity;
import parley.text.Source;

/** A new name for a thing, in all texts and in the record. What it would break is found by reading the new texts. */
final class Renaming {
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

    /** Sentences with these findings were not read to their end: a use behind it would be missed. */
    private static final Set<String> UNREAD =
            Set.of("R001", "R002", "R003", "R004", "R005", "R006", "R008", "R009", "R010", "R014", "R015", "R020");

    private Renaming() {}

    static @Nullable PrepareRenameResult prepare(Ask ask, Position position) {
        Symbols.Place place = ask.name(position);
        return place == null
                ? null
                : new PrepareRenameResult(
                        Places.range(ask.source(), place.at()), place.symbol().id());
    }

    static WorkspaceEdit edit(Ask ask, Position position, String name) {
        Symbols.Place place = ask.name(position);
        if (place == null) {
            throw refused("No name of this case stands here.");
        }
        Symbols.Symbol symbol = place.symbol();
        if (name.equals(symbol.id())) {
            return new WorkspaceEdit(Map.of());
        }
        Study study = ask.study();
        refuse(study, name);
        List<Edit> edits = new ArrayList<>();
        study.symbols().places(symbol).forEach(at -> edits.add(new Edit(at, name)));
        verify(study, symbol, edits, name);
        RecordPlaces.of(study.record().files(), symbol.kind(), symbol.id())
                .forEach(at -> edits.add(new Edit(at, name)));
        return ask.workspaceEdit(edits);
    }

    private static ResponseErrorException refused(String says) {
        return Worker.failure(ResponseErrorCode.RequestFailed, says);
    }

    private static void refuse(Study study, String name) {
        if (!NAME.matcher(name).matches()) {
            throw refused(
                    "`%s` is not a name: a name has the letters a to z, digits and hyphens, and begins with a letter."
                            .formatted(name));
        }
        Symbols.Symbol taken = study.symbols().named(name);
        if (taken != null) {
            throw refused("`%s` is already the name of a %s in %s."
                    .formatted(name, taken.kind(), taken.at().file()));
        }
        study.errors().stream()
                .filter(d -> UNREAD.contains(d.code()))
                .findFirst()
                .ifPresent(d -> {
                    throw refused("%s cannot be read to its end, and a use there would be missed. Mend it first: %s."
                            .formatted(place(d, study.texts()), d.what()));
                });
    }

    private static String place(Diagnostic d, Map<String, Source> texts) {
        Source source = texts.get(d.at().file());
        int line = source == null
                ? 1
                : source.line(Math.min(d.at().start(), source.text().length()));
        return d.at().file() + ":" + line;
    }

    /** Reads the texts with the new name: nothing may be wrong that was right, and no use may be gone or come. */
    private static void verify(Study study, Symbols.Symbol symbol, List<Edit> edits, String name) {
        Map<String, Source> texts = new TreeMap<>();
        for (Source source : study.texts().values()) {
            List<Edit> here = edits.stream()
                    .filter(e -> e.at().file().equals(source.name()))
                    .toList();
            texts.put(source.name(), new Source(source.name(), Fixes.edited(source.text(), here)));
        }
        CaseText.Studied after = CaseText.study(List.copyOf(texts.values()));
        List<Diagnostic> errors = after.checked().diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
        if (errors.size() > study.errors().size()) {
            Diagnostic first = errors.getFirst();
            throw refused(
                    "With the name `%s`, %s could not be read: %s.".formatted(name, place(first, texts), first.what()));
        }
        Symbols.Symbol renamed = after.symbols().named(name);
        if (renamed == null || after.symbols().places(renamed).size() != edits.size()) {
            throw refused("`%s` stands for something else in a sentence of this case.".formatted(name));
        }
        series(study.theCase(), after.checked().theCase(), symbol.id(), name);
    }

    private static void series(@Nullable Case before, @Nullable Case after, String old, String name) {
        String was = before == null ? null : series(before, old);
        String is = after == null ? null : series(after, name);
        if (!Objects.equals(was, is)) {
            throw refused(
                    "The record finds `%s` by its name. Write `from facts %s` into it first.".formatted(old, was));
        }
    }

    private static @Nullable String series(Case theCase, String id) {
        Declaration d = theCase.byName().get(id);
        return d instanceof Indicator i ? i.series() : d instanceof Event e ? e.series() : null;
    }
}
