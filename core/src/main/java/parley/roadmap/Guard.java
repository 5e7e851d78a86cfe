package parley.roadmap;

import org.jspecify.annotations.Nullable;
import parley.text.Span;

/** What must hold whatever happens. */
public sealed interface Guard {
    Secrecy secrecy();

    Span at();

    /** Which measures a guard is about. */
    sealed interface Target {
        /** Says whether a measure is meant. */
        default boolean covers(Measure m) {
            return switch (this) {
                case Permanent() -> m.permanent();
                case Named(var thing) -> thing.id().equals(m.id());
                case Tagged(var relation, var word) ->
                    switch (relation) {
                        case "depends on" -> m.dependsOn().contains(word);
                        case "hits" -> m.hits().contains(word);
                        case "harms" -> m.harms().contains(word);
                        case "helps" -> m.helps().contains(word);
                        case "pushes toward" -> m.pushesToward().contains(word);
                        case "cuts dependence on" -> m.cutsDependenceOn().contains(word);
                        default ->
                            throw new IllegalStateException("No measure can be tagged `%s`.".formatted(relation));
                    };
            };
        }

        /** What depends on, hits, harms or pushes toward a word; {@code relation} is {@code depends on} and so on. */
        record Tagged(String relation, String word) implements Target {}

        /** What is permanent. */
        record Permanent() implements Target {}

        /** One measure or step. */
        record Named(Ref thing) implements Target {}
    }

    /** {@code never ease what depends on russia}. */
    record NeverEase(Target target, Secrecy secrecy, Span at) implements Guard {}

    /** {@code never impose what harms citizens}. */
    record NeverImpose(Target target, Secrecy secrecy, Span at) implements Guard {}

    /** {@code always C} or, with {@code negated}, {@code never C}. */
    record Invariant(Condition condition, boolean negated, Secrecy secrecy, Span at) implements Guard {}

    /** {@code keep at least 2 in reserve until rule-of-law}. */
    record KeepReserve(int count, @Nullable Ref until, Secrecy secrecy, Span at) implements Guard {}

    /** {@code ledger relief at most 1 step ahead of verified concessions}. */
    record Ledger(int steps, Secrecy secrecy, Span at) implements Guard {}

    /** {@code answer every verified concession within 60 days}. */
    record AnswerWithin(Length within, Secrecy secrecy, Span at) implements Guard {}

    /** {@code consult democratic-forces at least 5 days before easing}. */
    record ConsultBefore(Ref stakeholder, Length before, boolean easing, Secrecy secrecy, Span at) implements Guard {}

    /** {@code hold potash until humanitarian-release verified for 90 days}. */
    record Hold(Ref thing, Condition until, Secrecy secrecy, Span at) implements Guard {}
}
