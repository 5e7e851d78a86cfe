package parley.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Fills templates; they are compiled with the program, so a page that names something wrong does not build. */
public final class Pages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "parley.app.pages");

    /** Returns a page. */
    public ResponseEntity<String> page(String template, Map<String, Object> params) {
        return page(HttpStatus.OK, template, params);
    }

    /** Returns a page with a status other than OK. */
    public ResponseEntity<String> page(HttpStatus status, String template, Map<String, Object> params) {
        var out = new StringOutput();
        engine.render(template + ".jte", params, out);
        return ResponseEntity.status(status).contentType(HTML).body(out.toString());
    }

    /** Returns an answer that sends the browser to another page of ours, after something was done. */
    public static ResponseEntity<String> goTo(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Only own pages are gone to: " + path);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
