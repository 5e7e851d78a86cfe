package parley.cli.lsp;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import parley.text.Edit;
import parley.text.Source;
import parley.text.Span;

/** A small editor: a real client of the protocol, with buffers of its own, at the other end of two pipes. */
final class Editor implements LanguageClient, AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Path root;
    private final Map<String, String> buffers = new HashMap<>();
    private final LinkedBlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final LanguageServer server;

    /** Kept because a failure to listen is in it. */
    private final Future<Void> listening;

    private int version;

    Editor(Path root) throws IOException {
        this.root = root;
        var serverIn = new PipedInputStream(toServer, 1 << 16);
        var clientIn = new PipedInputStream(1 << 16);
        var serverOut = new PipedOutputStream(clientIn);
        Thread.ofPlatform().daemon().start(() -> {
            try (serverOut) {
                exitCode.complete(Server.serve(serverIn, serverOut));
            } catch (InterruptedException | IOException e) {
                exitCode.completeExceptionally(e);
            }
        });
        var launcher = LSPLauncher.createClientLauncher(this, clientIn, toServer);
        listening = launcher.startListening();
        server = launcher.getRemoteProxy();
        now(server.initialize(new InitializeParams()));
    }

    static <T> T now(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("No answer came.", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new Refused(String.valueOf(cause == null ? e.getMessage() : cause.getMessage()));
        }
    }

    /** The server answered with an error. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    String uri(String name) {
        return root.resolve(name).toUri().toString();
    }

    TextDocumentIdentifier text(String name) {
        return new TextDocumentIdentifier(uri(name));
    }

    TextDocumentService asks() {
        return server.getTextDocumentService();
    }

    String buffer(String name) {
        return buffers.getOrDefault(uri(name), "");
    }

    void open(String name) throws IOException {
        open(name, Files.readString(root.resolve(name)));
    }

    void open(String name, String text) {
        buffers.put(uri(name), text);
        asks().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(name), "parley", ++version, text)));
    }

    /** Types {@code fresh} in the place of the first {@code old}. */
    void type(String name, String old, String fresh) {
        String text = buffer(name);
        int at = text.indexOf(old);
        Source source = new Source(name, text);
        Range range = Places.range(source, new Span(name, at, at + old.length()));
        buffers.put(uri(name), text.substring(0, at) + fresh + text.substring(at + old.length()));
        var id = new VersionedTextDocumentIdentifier(uri(name), ++version);
        asks().didChange(
                        new DidChangeTextDocumentParams(id, List.of(new TextDocumentContentChangeEvent(range, fresh))));
    }

    /** Returns the place behind the first {@code words} of a buffer. */
    Position behind(String name, String words) {
        String text = buffer(name);
        return Places.position(new Source(name, text), text.indexOf(words) + words.length());
    }

    Range whole(String name) {
        return new Range(new Position(0, 0), new Position(10_000, 0));
    }

    /** Carries out the edits on the buffers, and on files that are not open. */
    Map<String, String> applied(WorkspaceEdit edit) {
        Map<String, String> changed = new HashMap<>();
        edit.getChanges().forEach((uri, edits) -> changed.put(uri, applied(uri, edits)));
        return changed;
    }

    String applied(String uri, List<? extends TextEdit> edits) {
        String text = buffers.containsKey(uri) ? buffers.get(uri) : onDisk(uri);
        Source source = new Source(uri, text);
        List<Edit> ours = new ArrayList<>();
        for (TextEdit e : edits) {
            int start = Places.offset(source, e.getRange().getStart());
            int end = Places.offset(source, e.getRange().getEnd());
            ours.add(new Edit(new Span(uri, start, end), e.getNewText()));
        }
        return parley.cli.Fixes.edited(text, ours);
    }

    private static String onDisk(String uri) {
        try {
            return Files.readString(Path.of(java.net.URI.create(uri)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the findings of a file are as {@code wanted} says, and returns them. */
    List<Diagnostic> findings(String name, Predicate<List<Diagnostic>> wanted) {
        while (true) {
            try {
                PublishDiagnosticsParams next = published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("No findings came that are as wanted.");
                }
                if (next.getUri().equals(uri(name)) && wanted.test(next.getDiagnostics())) {
                    return next.getDiagnostics();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    static List<String> errors(List<Diagnostic> findings) {
        return findings.stream()
                .filter(d -> d.getSeverity() == DiagnosticSeverity.Error)
                .map(d -> d.getCode().getLeft())
                .toList();
    }

    int leave() {
        now(server.shutdown());
        server.exit();
        return now(exitCode);
    }

    int hangUp() throws IOException {
        toServer.close();
        return now(exitCode);
    }

    @Override
    public void close() throws IOException {
        toServer.close();
        listening.cancel(true);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        published.add(diagnostics);
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void showMessage(MessageParams params) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(new MessageActionItem());
    }

    @Override
    public void logMessage(MessageParams params) {}
}
