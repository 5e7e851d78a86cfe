package parley.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import parley.app.record.RecordException;
import parley.app.security.SecurityLog;
import tools.jackson.databind.json.JsonMapper;

/** Errors in plain words. What failed inside stands in the log under the number that the page shows. */
@Controller
@ControllerAdvice
public class Errors implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NUMBER_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pages pages;

    public Errors(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(NotFound.class)
    ResponseEntity<String> notFound(HttpServletRequest request) {
        SecurityLog.note(SecurityLog.Event.NOTHING_THERE_FOR_IT);
        return plain(request, HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<String> refused(HttpServletRequest request, Refused e) {
        return page(request, HttpStatus.UNPROCESSABLE_CONTENT, "That cannot be done", e.says());
    }

    @ExceptionHandler(RecordException.class)
    ResponseEntity<String> record(HttpServletRequest request, RecordException e) {
        return switch (e.outcome()) {
            case REFUSED ->
                page(request, HttpStatus.UNPROCESSABLE_CONTENT, "That cannot be done", String.valueOf(e.getMessage()));
            case FAILED -> lost(request, "Nothing was written", e);
            case IN_DOUBT -> lost(request, "It may have been written", e);
        };
    }

    private ResponseEntity<String> lost(HttpServletRequest request, String heading, RecordException e) {
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, heading, e.getMessage() + " Incident " + logged(e) + ".");
    }

    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            return page(
                    request,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "Something went wrong here",
                    "Nothing of what you asked for was half done. Tell the operator the number %s."
                            .formatted(logged(cause)));
        }
        return plain(request, status == null ? HttpStatus.NOT_FOUND : status);
    }

    private ResponseEntity<String> plain(HttpServletRequest request, HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> {
                SecurityLog.note(SecurityLog.Event.FORM_REFUSED);
                yield page(
                        request,
                        status,
                        "This form is no longer good",
                        "It was made before you signed in or out, or it comes from another site. Go back, load the page again, and send it once more.");
            }
            case BAD_REQUEST -> page(request, status, "This request cannot be read", "Go back and try again.");
            case METHOD_NOT_ALLOWED ->
                page(request, status, "This cannot be done here", "Go back and use the buttons of the page.");
            case CONTENT_TOO_LARGE -> page(request, status, "This is too large", "Send a smaller file or fewer words.");
            default ->
                page(
                        request,
                        HttpStatus.NOT_FOUND,
                        "There is nothing here",
                        "The address is wrong, or what was there is not for you.");
        };
    }

    private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status, String title, String says) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = asked instanceof String uri ? uri : request.getRequestURI();
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(JSON.writeValueAsString(Map.of("error", title, "says", says)));
        }
        return pages.page(status, "error", Map.of("title", title, "says", says));
    }

    private static String logged(Throwable cause) {
        byte[] bytes = new byte[NUMBER_BYTES];
        RANDOM.nextBytes(bytes);
        String number = HexFormat.of().formatHex(bytes);
        LOG.error("incident {}", number, cause);
        return number;
    }
}
