package parley.roadmap;

import java.util.List;
import parley.text.Span;

/** Somebody who is heard before measures change: democratic forces, an affected neighbour. */
public record Stakeholder(
        String id,
        String title,
        boolean beforeImposing,
        boolean beforeEasing,
        List<Partner.Position> positions,
        Secrecy secrecy,
        Span at)
        implements Declaration {
    public Stakeholder {
        positions = List.copyOf(positions);
    }
}
