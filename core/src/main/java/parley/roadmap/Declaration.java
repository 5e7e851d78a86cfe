package parley.roadmap;

import parley.text.Span;

/** Something a text names and other lines may refer to. */
public sealed interface Declaration
        permits Partner,
                Member,
                Stakeholder,
                Verifier,
                Panel,
                Indicator,
                Event,
                Measure,
                Concession,
                Phase,
                Step,
                OwnershipRule {

    /** Returns the name in kebab-case; unique among all declarations of a case. */
    String id();

    /** Returns the title for people; empty if the text gives none. */
    String title();

    /** Returns who may read it. */
    Secrecy secrecy();

    /** Returns where the name is declared: the name alone, not the block. */
    Span at();

    /** Returns the word that declares it, for messages. */
    default String word() {
        return switch (this) {
            case Partner _ -> "partner";
            case Member _ -> "member";
            case Stakeholder _ -> "stakeholder";
            case Verifier _ -> "verifier";
            case Panel _ -> "panel";
            case Indicator _ -> "indicator";
            case Event _ -> "event";
            case Measure m -> m.kindWord();
            case Concession _ -> "concession";
            case Phase _ -> "phase";
            case Step _ -> "step";
            case OwnershipRule _ -> "rule";
        };
    }

    /** Returns the title, or the name where there is no title. */
    default String heading() {
        return title().isEmpty() ? id() : title();
    }
}
