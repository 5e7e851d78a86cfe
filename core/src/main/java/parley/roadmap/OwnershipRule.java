package parley.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * A dated rule of law over facts of ownership. The words follow the enforcement part: who is caught, with what effect.
 *
 * @param purposes what it is for, for example {@code asset freezes}
 * @param overLists the lists that replace the partner's own; empty if its own
 * @param confirmed whether a lawyer has confirmed it; {@code null} if the text does not say
 * @param joint how joint holders and arrangements count, as written; may be empty
 */
public record OwnershipRule(
        String id,
        String title,
        Ref partner,
        String purposes,
        String underAct,
        List<String> overLists,
        @Nullable Ref replaces,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate suspendedFrom,
        @Nullable LocalDate suspendedTo,
        @Nullable LocalDate knownFrom,
        @Nullable LocalDate confirmBy,
        @Nullable Boolean confirmed,
        List<String> acts,
        List<Test> caughtWhen,
        List<Test> cautionWhen,
        Effect effect,
        List<String> rebuttableBefore,
        String joint,
        Secrecy secrecy,
        Span at)
        implements Declaration {
    public OwnershipRule {
        overLists = List.copyOf(overLists);
        acts = List.copyOf(acts);
        caughtWhen = List.copyOf(caughtWhen);
        cautionWhen = List.copyOf(cautionWhen);
        rebuttableBefore = List.copyOf(rebuttableBefore);
    }

    /** One of the alternatives of {@code caught when … or …}. */
    public sealed interface Test {
        /** {@code shares at least 50 % of all listed together}; {@code percent} from 0 to 100. */
        record Share(Right right, boolean strict, double percent, boolean allTogether) implements Test {}

        /** {@code board-majority of one listed person}. */
        record Board(boolean allTogether) implements Test {}

        /** {@code control by dominant-influence, agreement}; no kinds means any evidence of control. */
        record Control(List<String> kinds) implements Test {
            public Control {
                kinds = List.copyOf(kinds);
            }
        }
    }

    /** What is held. */
    public enum Right {
        SHARES,
        VOTES
    }

    /** What follows for the one caught. */
    public enum Effect {
        BLOCKED,
        PRESUMED,
        RESTRICTED,
        DEPENDS
    }
}
