package parley.cli.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import parley.text.Diagnostic;
import parley.text.Fix;
import parley.text.Source;

/** The fixes of the findings under the cursor that a program can carry out. */
final class QuickFixes {
    private QuickFixes() {}

    static List<Either<Command, CodeAction>> in(Ask ask, Range range) {
        Source source = ask.source();
        int start = Places.offset(source, range.getStart());
        int end = Places.offset(source, range.getEnd());
        List<Either<Command, CodeAction>> actions = new ArrayList<>();
        for (Diagnostic d : ask.study().diagnostics()) {
            boolean here = d.at().file().equals(source.name()) && d.at().start() <= end && start <= d.at().end();
            if (here) {
                actions(ask, d, actions);
            }
        }
        return actions;
    }

    private static void actions(Ask ask, Diagnostic d, List<Either<Command, CodeAction>> actions) {
        Map<String, Source> sources = ask.study().everything();
        boolean first = true;
        for (Fix fix : d.fixes()) {
            if (fix.edits().isEmpty()) {
                continue;
            }
            var action = new CodeAction(fix.say());
            action.setKind(CodeActionKind.QuickFix);
            action.setDiagnostics(List.of(Findings.of(d, ask.source(), sources, ask::uri)));
            action.setEdit(ask.workspaceEdit(fix.edits()));
            action.setIsPreferred(first);
            actions.add(Either.forRight(action));
            first = false;
        }
    }
}
