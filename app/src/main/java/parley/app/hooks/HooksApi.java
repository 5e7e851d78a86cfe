package parley.app.hooks;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What `parley hooks send` asks, with a word for delivering and nothing else. */
@RestController
public class HooksApi {
    private static final int LONGEST_ANSWER = 200;

    private final Hooks hooks;

    public HooksApi(Hooks hooks) {
        this.hooks = hooks;
    }

    @GetMapping("/api/v1/hooks/due")
    List<Hooks.Delivery> due() {
        return hooks.due();
    }

    /** What became of a message. */
    public record Outcome(String message, boolean taken, String answer) {}

    @PostMapping("/api/v1/hooks/{id}/outcome")
    ResponseEntity<Void> outcome(@PathVariable String id, @RequestBody Outcome outcome) {
        String answer = outcome.answer().length() > LONGEST_ANSWER
                ? outcome.answer().substring(0, LONGEST_ANSWER)
                : outcome.answer();
        hooks.outcome(HooksPage.id(id), outcome.message(), outcome.taken(), answer);
        return ResponseEntity.noContent().build();
    }
}
