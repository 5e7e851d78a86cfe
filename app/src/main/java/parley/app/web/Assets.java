package parley.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The few files a page loads: all ours, all from here. */
@Controller
public class Assets {
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8", "svg", "image/svg+xml");

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(@PathVariable String name) throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !name.matches("[a-z0-9-]+\\.[a-z]+")) {
            throw new NotFound();
        }
        // The sheet of the briefing belongs to core, which writes the same page into a file.
        String folder = name.equals("brief.css") ? "/parley/brief/" : "/parley/assets/";
        try (InputStream file = Assets.class.getResourceAsStream(folder + name)) {
            if (file == null) {
                throw new NotFound();
            }
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(type))
                    .body(file.readAllBytes());
        }
    }
}
