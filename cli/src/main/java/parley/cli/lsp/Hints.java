package parley.cli.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import parley.language.Inlays;
import parley.roadmap.Case;
import parley.text.Source;

/** Days beside the text. */
final class Hints {
    private Hints() {}

    static List<InlayHint> in(Ask ask, Range range) {
        Case theCase = ask.study().theCase();
        if (theCase == null) {
            return List.of();
        }
        Source source = ask.source();
        int start = Places.offset(source, range.getStart());
        int end = Places.offset(source, range.getEnd());
        List<InlayHint> hints = new ArrayList<>();
        for (Inlays.Inlay inlay : Inlays.of(theCase, ask.study().texts())) {
            int at = inlay.at().start();
            if (inlay.at().file().equals(source.name()) && start <= at && at <= end) {
                var hint = new InlayHint(Places.position(source, at), Either.forLeft(inlay.says()));
                hint.setTooltip(inlay.why());
                hint.setPaddingLeft(true);
                hints.add(hint);
            }
        }
        return hints;
    }
}
