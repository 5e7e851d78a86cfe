package parley.model;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.prism.Expr;
import parley.roadmap.Expiry;
import parley.roadmap.Step;
import parley.roadmap.Trigger;

/** Compiles a slice of a roadmap into a model: partners bound by the text, everything else the demon's (PROOF 2). */
public final class Compiler {
    private Compiler() {}

    /** What a property may read and watch while a slice is compiled. */
    public record Scene(Slice slice, Draft draft, Conduct conduct, Acts acts, Expr.@Nullable Read clock) {}

    /**
     * Compiles.
     *
     * @param claimTicks how many ticks of a duty a property has to tell apart
     * @param property adds what the property watches, and names its states
     */
    public static Play compile(Slice slice, int claimTicks, boolean dated, Consumer<Scene> property) {
        var draft = new Draft();
        Expr.Read clock = dated || readsDates(slice) ? clock(slice, draft) : null;
        var conduct = new Conduct(slice, draft);
        conduct.declare();
        var acts = new Acts(slice, draft, conduct, clock);
        acts.declare(claimTicks);
        new Branches(slice, draft, conduct, acts, clock).declare();
        acts.moves();
        property.accept(new Scene(slice, draft, conduct, acts, clock));
        return draft.finish(slice);
    }

    private static Expr.Read clock(Slice slice, Draft draft) {
        int end = slice.grid().horizon() + 1;
        Expr.Read clock = draft.number("tick", end, 0);
        draft.onTick(clock, Terms.next(clock, end));
        return clock;
    }

    private static boolean readsDates(Slice slice) {
        boolean triggers = slice.steps().stream()
                .flatMap(s -> slice.branches(s).stream())
                .map(Step.Branch::trigger)
                .anyMatch(t -> switch (t) {
                    case Trigger.NothingBy _, Trigger.OnDay _, Trigger.Otherwise _ -> true;
                    case Trigger.When _, Trigger.NothingFor _ -> false;
                });
        return triggers
                || slice.duties().stream()
                        .anyMatch(o -> o.reaction().expiry() instanceof Expiry.Until
                                || o.reaction().notBefore() != null);
    }
}
