package parley.cli.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Severity;
import parley.text.Source;

/** Tells the client what is wrong with the cases that have changed, and when it is no longer so. */
final class Findings {
    private final Cases cases;
    private final Map<OpenCase, Set<String>> told = new HashMap<>();
    private @Nullable LanguageClient client;

    Findings(Cases cases) {
        this.cases = cases;
    }

    void connect(LanguageClient to) {
        client = to;
    }

    void publish() {
        LanguageClient to = client;
        if (to == null) {
            return;
        }
        for (OpenCase c : cases.takeOutdated()) {
            boolean used = cases.inUse(c);
            Map<String, List<Diagnostic>> byUri = used ? byUri(cases.study(c)) : new TreeMap<>();
            Set<String> now = new HashSet<>(byUri.keySet());
            told.getOrDefault(c, Set.of()).forEach(uri -> byUri.putIfAbsent(uri, List.of()));
            byUri.forEach((uri, list) -> to.publishDiagnostics(new PublishDiagnosticsParams(uri, list)));
            told.put(c, now);
            if (!used) {
                told.remove(c);
                cases.forget(c);
            }
        }
    }

    private Map<String, List<Diagnostic>> byUri(Study study) {
        Map<String, Source> sources = study.everything();
        Map<String, List<Diagnostic>> byUri = new TreeMap<>();
        Path root = study.root();
        // An open text is always spoken of, so that a client can tell "all is well" from "not looked at yet".
        study.texts().keySet().forEach(name -> byUri.put(cases.uri(root, name), new ArrayList<>()));
        for (parley.text.Diagnostic d : study.diagnostics()) {
            Source source = sources.get(d.at().file());
            if (source != null) {
                byUri.computeIfAbsent(cases.uri(root, source.name()), _ -> new ArrayList<>())
                        .add(of(d, source, sources, name -> cases.uri(root, name)));
            }
        }
        return byUri;
    }

    static Diagnostic of(parley.text.Diagnostic d, Source source, Map<String, Source> sources, Places.Uris uris) {
        Range range = Places.range(source, d.at());
        var made = new Diagnostic(range, message(d));
        made.setSeverity(d.severity() == Severity.ERROR ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        made.setCode(d.code());
        made.setSource("parley");
        List<DiagnosticRelatedInformation> related = new ArrayList<>();
        for (Label label : d.where().subList(1, d.where().size())) {
            Location place = Places.location(label.at(), sources, uris);
            if (place != null) {
                related.add(new DiagnosticRelatedInformation(place, label.says()));
            }
        }
        if (!related.isEmpty()) {
            made.setRelatedInformation(related);
        }
        return made;
    }

    private static String message(parley.text.Diagnostic d) {
        var text = new StringBuilder(d.what());
        if (!d.why().isEmpty()) {
            text.append("\nwhy: ").append(d.why());
        }
        for (Fix fix : d.fixes()) {
            text.append("\nfix: ").append(fix.say());
        }
        return text.toString();
    }
}
