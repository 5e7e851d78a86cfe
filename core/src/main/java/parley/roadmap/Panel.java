package parley.roadmap;

import java.util.List;
import parley.text.Span;

/** Verifiers of whom {@code quorum} have to sign; if {@code independent}, one for each origin counts. */
public record Panel(
        String id, String title, List<Ref> members, int quorum, boolean independent, Secrecy secrecy, Span at)
        implements Declaration {
    public Panel {
        members = List.copyOf(members);
    }
}
