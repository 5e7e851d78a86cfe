package parley.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
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
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import parley.cli.lsp.Server;

/**
 * Types into a roadmap and measures from each keystroke to the findings about it, through the protocol. Arguments: the
 * file (cases/belarus/roadmap.parley), the keystrokes before measuring (300), the keystrokes measured (50).
 */
public final class Keystrokes implements LanguageClient {
    private static final String SENTENCE = "    eu suspends eu-belavia, within 20 days, for 6 months, then it returns";

    private final SynchronousQueue<String> told = new SynchronousQueue<>();
    private final String uri;
    private final int line;
    private final PipedInputStream clientIn = new PipedInputStream(1 << 20);
    private final LanguageServer server;
    private final Future<Void> listening;
    private int version = 1;

    private Keystrokes(Path file) throws IOException {
        String text = Files.readString(file);
        uri = file.toUri().toString();
        line = (int) text.substring(0, text.indexOf("  when ")).lines().count() + 1;
        var toServer = new PipedOutputStream();
        var serverIn = new PipedInputStream(toServer, 1 << 20);
        var serverOut = new PipedOutputStream(clientIn);
        Thread.ofPlatform().daemon().start(() -> serve(serverIn, serverOut));
        // Daemons: the program ends when its figures are printed.
        ExecutorService ears =
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
        var launcher = LSPLauncher.createClientLauncher(this, clientIn, toServer, ears, same -> same);
        listening = launcher.startListening();
        server = launcher.getRemoteProxy();
        server.initialize(new InitializeParams()).join();
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "parley", version, text)));
    }

    private static void serve(PipedInputStream in, PipedOutputStream out) {
        try (out) {
            Server.serve(in, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path file = Path.of(arguments.length > 0 ? arguments[0] : "cases/belarus/roadmap.parley")
                .toAbsolutePath()
                .normalize();
        int before = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        int measured = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 50;
        var typist = new Keystrokes(file);
        typist.findings();
        typist.measure(before);
        double[][] times = typist.measure(measured);
        System.out.printf("%s, %d keystrokes after %d%n", file.getFileName(), measured, before);
        print(times[0]);
        // The clock of the processor ticks every 10 ms on Linux: only the mean means something.
        System.out.printf(
                "CPU per keystroke: mean %.1f ms%n",
                Arrays.stream(times[1]).average().orElse(0));
        typist.server.shutdown().get();
        typist.server.exit();
        typist.listening.cancel(true);
    }

    private static void print(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        int p95 = (int) Math.ceil(sorted.length * 0.95) - 1;
        System.out.printf(
                "wall per keystroke: median %.1f ms, p95 %.1f ms, most %.1f ms%n",
                sorted[sorted.length / 2], sorted[p95], sorted[sorted.length - 1]);
    }

    /** Types a sentence into a line of its own, a letter each time, and deletes it again; returns wall and CPU times. */
    private double[][] measure(int keystrokes) throws InterruptedException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double[] wall = new double[keystrokes];
        double[] cpu = new double[keystrokes];
        change(0, 0, "\n");
        findings();
        int typed = 0;
        for (int i = 0; i < keystrokes; i++) {
            long cpuBefore = system.getProcessCpuTime();
            long wallBefore = System.nanoTime();
            if (typed == SENTENCE.length()) {
                change(0, typed, "");
                typed = 0;
            } else {
                change(typed, typed, SENTENCE.substring(typed, typed + 1));
                typed++;
            }
            findings();
            wall[i] = (System.nanoTime() - wallBefore) / 1e6;
            cpu[i] = (system.getProcessCpuTime() - cpuBefore) / 1e6;
        }
        // The line goes again, with what is typed of it: the file is as it was.
        var whole = new Range(new Position(line, 0), new Position(line + 1, 0));
        send(new TextDocumentContentChangeEvent(whole, ""));
        findings();
        return new double[][] {wall, cpu};
    }

    private void change(int from, int to, String text) {
        var range = new Range(new Position(line, from), new Position(line, to));
        send(new TextDocumentContentChangeEvent(range, text));
    }

    private void send(TextDocumentContentChangeEvent event) {
        var id = new VersionedTextDocumentIdentifier(uri, ++version);
        server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(id, List.of(event)));
    }

    private void findings() throws InterruptedException {
        told.take();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
        if (diagnostics.getUri().equals(uri)) {
            try {
                told.put(uri);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
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
