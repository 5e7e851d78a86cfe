package parley.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody with a plain client: no browser, no script, every header as it comes. */
public final class Web {
    private static final Pattern FORM = Pattern.compile("name=\"_form\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestServer server;
    private final @Nullable String cookie;

    private Web(TestServer server, @Nullable String cookie) {
        this.server = server;
        this.cookie = cookie;
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        /** Returns what a reader can tell answers apart by. */
        public String told() {
            return status + "\n" + body;
        }

        /** Returns a header, empty if there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public static Web as(TestServer server, String login) {
        return new Web(server, server.signIn(login));
    }

    public static Web nobody(TestServer server) {
        return new Web(server, null);
    }

    /** Returns somebody with that cookie. */
    public static Web with(TestServer server, String token) {
        return new Web(server, token);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** Sends a form as a page of ours would: with the word that a page carries. */
    public Answer post(String page, String path, Map<String, String> fields) {
        return send("POST", path, body(fields) + "&_form=" + form(get(page).body()), Map.of());
    }

    /** Returns the word that the first form of a page carries. */
    public static String form(String page) {
        Matcher form = FORM.matcher(page);
        if (!form.find()) {
            throw new IllegalStateException("The page has no form");
        }
        return form.group(1);
    }

    public static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Sends anything. */
    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.site.address() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (cookie != null) {
            request.header("Cookie", "__Host-parley=" + cookie);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
