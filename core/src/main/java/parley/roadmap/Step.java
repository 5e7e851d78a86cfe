package parley.roadmap;

import java.util.List;
import parley.text.Span;

/** What follows from what the other side does, and from nothing. */
public record Step(String id, String title, Ref phase, List<Branch> branches, Secrecy secrecy, Span at)
        implements Declaration {
    public Step {
        branches = List.copyOf(branches);
    }

    /** One {@code when …} with its reactions. */
    public record Branch(Trigger trigger, List<Reaction> reactions, Secrecy secrecy, Span at) {
        public Branch {
            reactions = List.copyOf(reactions);
        }
    }
}
