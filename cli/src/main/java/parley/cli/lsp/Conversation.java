package parley.cli.lsp;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import parley.text.Source;

/**
 * The language server over whole messages instead of a stream, for an editor in a browser. It knows the texts it was
 * handed and those the editor opens; no message makes it look at the disk.
 */
public final class Conversation implements AutoCloseable {
    private final Server server;
    private final RemoteEndpoint endpoint;
    private final MessageJsonHandler json;

    private Conversation(Server server, RemoteEndpoint endpoint, MessageJsonHandler json) {
        this.server = server;
        this.endpoint = endpoint;
        this.json = json;
    }

    /**
     * Begins a conversation.
     *
     * @param folder names the folder of the case in the addresses of its texts: {@code file:///FOLDER/guards.parley}
     * @param texts the texts of the case by name
     * @param out is told each message for the editor; called from several threads, one at a time
     */
    public static Conversation about(String folder, Map<String, Source> texts, Consumer<String> out) {
        Path root = Path.of("/" + folder).normalize();
        var server = new Server(new MemoryShelf(root, texts));
        Map<String, JsonRpcMethod> methods = new LinkedHashMap<>();
        methods.putAll(ServiceEndpoints.getSupportedMethods(LanguageServer.class));
        methods.putAll(ServiceEndpoints.getSupportedMethods(LanguageClient.class));
        var json = new MessageJsonHandler(methods);
        var lock = new Object();
        var endpoint = new RemoteEndpoint(
                message -> {
                    String text = json.serialize(message);
                    synchronized (lock) {
                        out.accept(text);
                    }
                },
                ServiceEndpoints.toEndpoint(server));
        json.setMethodProvider(endpoint);
        server.connect(ServiceEndpoints.toServiceObject(endpoint, LanguageClient.class));
        return new Conversation(server, endpoint, json);
    }

    /** Takes a message of the editor; false if it is none of the protocol. */
    public boolean hear(String message) {
        try {
            endpoint.consume(json.parseMessage(message));
            return true;
        } catch (MessageIssueException | JsonRpcException | com.google.gson.JsonParseException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
