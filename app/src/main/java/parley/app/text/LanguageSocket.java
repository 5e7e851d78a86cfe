package parley.app.text;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import parley.app.cases.CoreReads;
import parley.app.people.WebSessions;
import parley.app.security.Site;
import parley.app.web.NotFound;
import parley.app.web.Visit;
import parley.text.Source;

/**
 * The language server for the editor's page, as a WebSocket: asked from our own page, in a session that may edit. To
 * anybody else there is nothing here.
 */
@Controller
public class LanguageSocket {
    private static final String CONTAINER = "jakarta.websocket.server.ServerContainer";

    /** Each has threads of its own; nobody needs more windows than this. */
    private static final int MOST_EACH = 4;

    private final Site site;
    private final WebSessions sessions;
    private final CoreReads coreReads;
    private final Map<UUID, Integer> open = new ConcurrentHashMap<>();

    public LanguageSocket(Site site, WebSessions sessions, CoreReads coreReads) {
        this.site = site;
        this.sessions = sessions;
        this.coreReads = coreReads;
    }

    @GetMapping("/case/{case}/lsp")
    void connect(Visit visit, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Editors.require(visit);
        String upgrade = request.getHeader("Upgrade");
        boolean ours = site.address().equals(request.getHeader("Origin"));
        boolean asks = upgrade != null && upgrade.toLowerCase(Locale.ROOT).equals("websocket");
        if (!ours
                || !asks
                || !(request.getServletContext().getAttribute(CONTAINER) instanceof ServerContainer sockets)) {
            throw new NotFound();
        }
        // What it answers quotes the text, so it counts as a look at the editor.
        coreReads.text(visit.account(), visit.dossier().versions().getLast().label(), visit.theCase(), "text/editor");
        var endpoint = new LanguageEndpoint(
                visit.caseId(),
                byName(visit.dossier().versions().getLast().sources()),
                () -> sessions.of(visit.token()) != null,
                new LanguageEndpoint.Door() {
                    @Override
                    public boolean enter() {
                        return open.merge(visit.account(), 1, Integer::sum) <= MOST_EACH;
                    }

                    @Override
                    public void leave() {
                        open.computeIfPresent(visit.account(), (_, n) -> n > 1 ? n - 1 : null);
                    }
                });
        try {
            sockets.upgradeHttpToWebSocket(request, response, config(endpoint), Map.of());
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }

    private static Map<String, Source> byName(List<Source> sources) {
        Map<String, Source> all = new HashMap<>();
        sources.forEach(s -> all.put(s.name(), s));
        return all;
    }

    private static ServerEndpointConfig config(LanguageEndpoint endpoint) {
        return ServerEndpointConfig.Builder.create(LanguageEndpoint.class, "/lsp")
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(endpoint);
                    }
                })
                .build();
    }
}
