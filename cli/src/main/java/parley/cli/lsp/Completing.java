package parley.cli.lsp;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import parley.language.Completions;
import parley.text.Source;

/** Proposals as an editor lists them. */
final class Completing {
    private Completing() {}

    static CompletionList at(Ask ask, Position position) {
        Source source = ask.source();
        Completions.Offer offer = Completions.at(
                source, ask.offset(position), ask.understood(), ask.study().symbols());
        Range range = Places.range(source, offer.replaces());
        List<CompletionItem> items = new ArrayList<>();
        for (Completions.Proposal p : offer.proposals()) {
            var item = new CompletionItem(p.text());
            item.setKind(kind(p.kind()));
            if (!p.detail().isEmpty()) {
                item.setDetail(p.detail());
            }
            item.setSortText("%d%04d".formatted(rank(p), items.size()));
            item.setTextEdit(Either.forLeft(new TextEdit(range, p.text())));
            items.add(item);
        }
        return new CompletionList(false, items);
    }

    private static int rank(Completions.Proposal p) {
        if (p.likely()) {
            return 0;
        }
        return switch (p.kind()) {
            case NAME, VALUE -> 1;
            case WORDS -> 2;
            case DECLARATION -> 3;
        };
    }

    private static CompletionItemKind kind(Completions.Kind kind) {
        return switch (kind) {
            case DECLARATION, WORDS -> CompletionItemKind.Keyword;
            case NAME -> CompletionItemKind.Reference;
            case VALUE -> CompletionItemKind.EnumMember;
        };
    }
}
