package parley.cli.lsp;

import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import parley.language.Outline;
import parley.text.Source;

/** How a file is built up, as an editor shows and folds it. */
final class Outlines {
    private Outlines() {}

    static List<Either<SymbolInformation, DocumentSymbol>> symbols(Source source) {
        return Outline.items(source).stream()
                .map(item -> Either.<SymbolInformation, DocumentSymbol>forRight(symbol(source, item)))
                .toList();
    }

    private static DocumentSymbol symbol(Source source, Outline.Item item) {
        String name = item.name().isBlank() ? item.keyword() : item.name();
        var symbol = new DocumentSymbol(
                name, kind(item.keyword()), Places.range(source, item.whole()), Places.range(source, item.at()));
        symbol.setDetail(item.title().isEmpty() ? item.keyword() : item.keyword() + " " + item.title());
        symbol.setChildren(
                item.parts().stream().map(part -> symbol(source, part)).toList());
        return symbol;
    }

    private static SymbolKind kind(String keyword) {
        return switch (keyword) {
            case "case" -> SymbolKind.Module;
            case "partner", "member", "stakeholder", "verifier", "panel" -> SymbolKind.Interface;
            case "indicator" -> SymbolKind.Number;
            case "event", "when" -> SymbolKind.Event;
            case "measure", "reserve", "offer" -> SymbolKind.Object;
            case "concession" -> SymbolKind.Property;
            case "phase" -> SymbolKind.Namespace;
            case "step", "rule" -> SymbolKind.Class;
            case "scenario" -> SymbolKind.Method;
            default -> SymbolKind.Constant;
        };
    }

    static List<FoldingRange> folds(Source source) {
        return Outline.folds(source).stream().map(fold -> fold(source, fold)).toList();
    }

    private static FoldingRange fold(Source source, Outline.Fold fold) {
        var range = new FoldingRange(
                source.line(fold.whole().start()) - 1, source.line(fold.whole().end()) - 1);
        if (fold.comment()) {
            range.setKind(FoldingRangeKind.Comment);
        }
        return range;
    }
}
