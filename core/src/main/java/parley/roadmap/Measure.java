package parley.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * An instrument: a measure in force, one kept in reserve, or a good thing offered.
 *
 * @param owners who decides about it; a measure of several owners is decided by each for its own part
 * @param competence the kind of act it needs ({@code by visas}), or {@code null}
 * @param callOn whom it can only be asked of ("as a call on the federations"), empty if the owners can order it
 * @param history what happened to it, in the order of days; the first entry of a measure in force is its imposition
 * @param runsOut when it ends by itself unless renewed
 * @param acts the legal acts
 * @param hits what it is aimed at, for example {@code revenue}
 * @param harms whom else it harms, for example {@code citizens}
 * @param helps whom an offer helps
 * @param pushesToward where it pushes the country
 * @param dependsOn whose business it touches, for example {@code russia}
 * @param cutsDependenceOn whose hold it loosens
 * @param voidWhile measures that make its relief worthless while any of them stands
 * @param readyIn days from a decision to effect, for a reserve or an offer
 * @param because reasons and sources, as written
 */
public record Measure(
        String id,
        String title,
        Kind kind,
        List<Ref> owners,
        @Nullable String competence,
        String callOn,
        List<Transition> history,
        Expiry runsOut,
        boolean permanent,
        List<String> acts,
        List<String> hits,
        List<String> harms,
        List<String> helps,
        List<String> pushesToward,
        List<String> dependsOn,
        List<String> cutsDependenceOn,
        List<Ref> voidWhile,
        @Nullable Length readyIn,
        double weight,
        List<String> because,
        List<String> sources,
        Secrecy secrecy,
        Span at)
        implements Declaration {
    public Measure {
        owners = List.copyOf(owners);
        history = List.copyOf(history);
        acts = List.copyOf(acts);
        hits = List.copyOf(hits);
        harms = List.copyOf(harms);
        helps = List.copyOf(helps);
        pushesToward = List.copyOf(pushesToward);
        dependsOn = List.copyOf(dependsOn);
        cutsDependenceOn = List.copyOf(cutsDependenceOn);
        voidWhile = List.copyOf(voidWhile);
        because = List.copyOf(because);
        sources = List.copyOf(sources);
    }

    /** In force when the case starts, ready for later, or offered. */
    public enum Kind {
        MEASURE,
        RESERVE,
        OFFER
    }

    /** What happened to a measure on a day; {@code expiry} says how long it was meant to last. */
    public record Transition(Verb verb, LocalDate on, Expiry expiry, Span at) {}

    String kindWord() {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean ownedBy(String partner) {
        return owners.stream().anyMatch(o -> o.id().equals(partner));
    }

    /** Returns the state before anything in its history happened. */
    public MeasureState initialState() {
        return kind == Kind.OFFER ? MeasureState.OFFERED : MeasureState.RESERVE;
    }
}
