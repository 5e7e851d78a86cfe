package parley.copy;

import java.util.List;
import parley.text.Diagnostic;
import parley.text.Source;

/** What making a copy gave. */
public sealed interface Copy {

    /**
     * The copy.
     *
     * @param text the header line and the case
     * @param sha256 of the text below the header line, in UTF-8
     */
    record Made(String text, String sha256) implements Copy {}

    /**
     * No copy, because it would show a gap or something that is not for the reader.
     *
     * @param source the text that was not handed out; some diagnostics point into it
     */
    record Refused(List<Diagnostic> reasons, Source source) implements Copy {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
