package parley.cli.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import parley.cli.ExitCode;
import parley.cli.Main;

/** The life of the server: what it can do, and its end. */
public final class Server implements LanguageServer {
    private final Worker worker = new Worker();
    private final Texts texts;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private boolean shutDown;

    Server(Shelf shelf) {
        texts = new Texts(worker, shelf);
    }

    void connect(LanguageClient client) {
        texts.connect(client);
    }

    void close() {
        worker.close();
    }

    /** Serves until the client says {@code exit} or hangs up, and returns the exit code the protocol asks for. */
    public static int serve(InputStream in, OutputStream out) throws InterruptedException {
        var server = new Server(new DiskShelf());
        ExecutorService ears = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("parley-ears-", 0).daemon().factory());
        Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out, ears, same -> same);
        server.texts.connect(launcher.getRemoteProxy());
        Future<Void> listening = launcher.startListening();
        Thread.ofVirtual().start(() -> server.endWith(listening));
        try {
            return server.ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of the server is a number, never a failure.", e);
        } finally {
            server.worker.close();
            ears.shutdown();
        }
    }

    /** An editor that dies says nothing; its end of the pipe closes. */
    private void endWith(Future<Void> listening) {
        try {
            listening.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException _) {
            // The pipe broke: that is the end all the same.
        }
        ended.complete(code());
    }

    private synchronized int code() {
        return shutDown ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        var result = new InitializeResult(capabilities(), new ServerInfo("parley", Main.version()));
        return CompletableFuture.completedFuture(result);
    }

    private static ServerCapabilities capabilities() {
        var can = new ServerCapabilities();
        var sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        can.setTextDocumentSync(sync);
        can.setCompletionProvider(new CompletionOptions(false, List.of(" ", "[")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentSymbolProvider(true);
        can.setFoldingRangeProvider(true);
        can.setInlayHintProvider(true);
        can.setCodeLensProvider(new CodeLensOptions(false));
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        can.setDocumentFormattingProvider(true);
        return can;
    }

    @Override
    @SuppressWarnings("NullAway") // lsp4j says nothing about null; the protocol wants it as the answer
    public synchronized CompletableFuture<Object> shutdown() {
        shutDown = true;
        worker.refuse();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        ended.complete(code());
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // There is nothing to trace but the messages, which the client has.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return texts.folders();
    }
}
