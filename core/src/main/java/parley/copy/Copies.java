package parley.copy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import parley.language.CasePrinter;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.text.Diagnostic;
import parley.text.Severity;
import parley.text.Source;

/** Makes copies of a case for readers who may not see all of it. */
public final class Copies {
    private static final String NAME = "copy.parley";

    private Copies() {}

    /** Returns the copy of {@code day}; equal visible clauses give equal bytes, whatever else the case says. */
    public static Copy of(Case theCase, Reader reader, LocalDate day) {
        var projection = new Projection(theCase, reader);
        Case visible = projection.made();
        String body = CasePrinter.text(visible);
        Source source = new Source(NAME, body);
        List<Diagnostic> reasons = new ArrayList<>(projection.hidden());
        if (reasons.isEmpty()) {
            Checked again = CaseText.read(List.of(source));
            again.diagnostics().stream()
                    .filter(d -> d.severity() == Severity.ERROR)
                    .forEach(reasons::add);
        }
        if (!reasons.isEmpty()) {
            return new Copy.Refused(reasons, source);
        }
        String hash = sha256(body);
        String header =
                "# Copy for %s, %s, SHA-256 of the text below this line: %s\n".formatted(reader.name(), day, hash);
        return new Copy.Made(header + body, hash);
    }

    /** Returns the hash in lower-case hexadecimal digits. */
    public static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
