package parley.cli.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** What an editor tells and asks about the texts of cases. */
final class Texts implements TextDocumentService {
    private final Worker worker;
    private final Cases cases;
    private final Findings findings;

    Texts(Worker worker, Shelf shelf) {
        this.worker = worker;
        this.cases = new Cases(shelf);
        this.findings = new Findings(cases);
    }

    void connect(LanguageClient client) {
        findings.connect(client);
    }

    WorkspaceService folders() {
        return new WorkspaceService() {
            @Override
            public void didChangeConfiguration(DidChangeConfigurationParams params) {
                // Parley has nothing to configure.
            }

            @Override
            public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
                change(() -> params.getChanges().forEach(event -> cases.saved(event.getUri())));
            }
        };
    }

    private void change(Runnable change) {
        worker.change(change, findings::publish);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        var text = params.getTextDocument();
        change(() -> cases.open(text.getUri(), text.getText()));
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        change(() -> cases.change(params.getTextDocument().getUri(), params.getContentChanges()));
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        change(() -> cases.close(params.getTextDocument().getUri()));
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        change(() -> cases.saved(params.getTextDocument().getUri()));
    }

    /** Answers about an open text; about any other, {@code nothing} is known. */
    private <T> CompletableFuture<T> about(TextDocumentIdentifier text, T nothing, Function<Ask, T> answer) {
        return worker.answer(() -> {
            Cases.Opened opened = cases.opened(text.getUri());
            return opened == null ? nothing : answer.apply(new Ask(opened, cases));
        });
    }

    /** As {@link #about}, where the protocol wants null for nothing. */
    @SuppressWarnings("NullAway") // lsp4j says nothing about null; the protocol allows it in these answers
    private <T> CompletableFuture<T> maybe(TextDocumentIdentifier text, Function<Ask, @Nullable T> answer) {
        return worker.answer(() -> {
            Cases.Opened opened = cases.opened(text.getUri());
            return opened == null ? null : answer.apply(new Ask(opened, cases));
        });
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return about(
                params.getTextDocument(),
                Either.forLeft(List.of()),
                ask -> Either.forRight(Completing.at(ask, params.getPosition())));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return maybe(params.getTextDocument(), ask -> Hovering.at(ask, params.getPosition()));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return about(
                params.getTextDocument(),
                Either.forLeft(List.of()),
                ask -> Either.forLeft(ask.definition(params.getPosition())));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean whole = params.getContext().isIncludeDeclaration();
        return about(params.getTextDocument(), List.of(), ask -> ask.references(params.getPosition(), whole));
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return maybe(params.getTextDocument(), ask -> {
            PrepareRenameResult result = Renaming.prepare(ask, params.getPosition());
            return result == null ? null : Either3.forSecond(result);
        });
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return about(
                params.getTextDocument(),
                new WorkspaceEdit(),
                ask -> Renaming.edit(ask, params.getPosition(), params.getNewName()));
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return about(params.getTextDocument(), List.of(), ask -> Outlines.symbols(ask.source()));
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return about(params.getTextDocument(), List.of(), ask -> Outlines.folds(ask.source()));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return about(params.getTextDocument(), List.of(), ask -> Hints.in(ask, params.getRange()));
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        // Playing scenarios takes longer than a keystroke; typing goes on meanwhile.
        return maybe(params.getTextDocument(), ask -> ask)
                .thenApplyAsync(ask -> ask == null ? List.of() : Lenses.of(ask), worker.late());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return about(params.getTextDocument(), List.of(), ask -> QuickFixes.in(ask, params.getRange()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return about(params.getTextDocument(), List.of(), ask -> Layout.edits(ask.source()));
    }
}
