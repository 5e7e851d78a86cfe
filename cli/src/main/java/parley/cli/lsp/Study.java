package parley.cli.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.cli.CaseFolder;
import parley.cli.RecordFolder;
import parley.language.CaseText;
import parley.language.Symbols;
import parley.roadmap.Case;
import parley.standing.Rehearsal;
import parley.text.Diagnostic;
import parley.text.Severity;
import parley.text.Source;

/** What a case means as its texts stand at one moment. */
final class Study {
    private final Path root;
    private final Map<String, Source> texts;
    private final @Nullable Case theCase;
    private final Symbols symbols;
    private final RecordFolder record;
    private final List<Diagnostic> diagnostics;
    private Rehearsal.@Nullable Report report;

    private Study(CaseFolder.Found folder, CaseText.Studied studied, RecordFolder record) {
        this.root = folder.root();
        this.texts = folder.byName();
        this.theCase = studied.checked().theCase();
        this.symbols = studied.symbols();
        this.record = record;
        List<Diagnostic> all = new ArrayList<>(folder.diagnostics());
        all.addAll(studied.checked().diagnostics());
        boolean readable = !studied.checked().hasErrors();
        all.addAll(record.diagnostics());
        if (readable && theCase != null) {
            all.addAll(record.unknownNames(theCase));
        }
        this.diagnostics = all.stream().sorted().toList();
    }

    static Study of(CaseFolder.Found folder, RecordFolder record) {
        return new Study(folder, CaseText.study(folder.sources()), record);
    }

    Path root() {
        return root;
    }

    /** Returns the texts by their names relative to the root. */
    Map<String, Source> texts() {
        return texts;
    }

    /** Returns the texts and the files of the record, by their names relative to the root. */
    Map<String, Source> everything() {
        Map<String, Source> all = new HashMap<>(texts);
        record.files().values().forEach(s -> all.put(s.name(), s));
        return all;
    }

    @Nullable
    Case theCase() {
        return theCase;
    }

    Symbols symbols() {
        return symbols;
    }

    RecordFolder record() {
        return record;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    List<Diagnostic> errors() {
        return diagnostics.stream()
                .filter(d -> d.severity() == Severity.ERROR && texts.containsKey(d.at().file()))
                .toList();
    }

    /** Plays the scenarios, once; {@code null} if the text has errors or declares no case. May take a while. */
    synchronized Rehearsal.@Nullable Report rehearsed() {
        if (report == null && theCase != null && errors().isEmpty()) {
            report = Rehearsal.of(theCase);
        }
        return report;
    }
}
