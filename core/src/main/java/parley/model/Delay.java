package parley.model;

import parley.roadmap.Assumption;
import parley.roadmap.Case;
import parley.roadmap.Length;
import parley.roadmap.Measure;
import parley.roadmap.Partner;
import parley.roadmap.Ref;
import parley.roadmap.Verb;

/**
 * How long a partner may take from the trigger to the effect, and whether so many members can block every attempt.
 *
 * @param fewest days
 * @param most days
 */
public record Delay(int fewest, int most, boolean blockable) {
    /** A blocking minority of the Council has at least four members (Art. 16(4) TEU), unless the text says otherwise. */
    private static final int BLOCKING_MINORITY = 4;

    /** A partner without a procedure: the checker names it; nothing is ever decided. */
    private static final Delay NEVER = new Delay(0, 0, true);

    public static Delay of(Case theCase, Obligation o, int vetoes) {
        Partner.Procedure procedure = o.procedure();
        if (procedure == null) {
            return NEVER;
        }
        Delay plain = of(theCase, procedure, o, vetoes, 0);
        int ready = readying(o);
        int windDown =
                o.verb() != null && o.verb().tightens() ? days(o.reaction().windDown()) : 0;
        return new Delay(plain.fewest + ready + windDown, plain.most + ready + windDown, plain.blockable);
    }

    private static Delay of(Case theCase, Partner.Procedure procedure, Obligation o, int vetoes, int depth) {
        Delay own = assumed(theCase, o, new Delay(procedure.fewestDays(), procedure.mostDays(), false));
        return switch (procedure.rule()) {
            case Partner.Rule.Unanimity _ -> new Delay(own.fewest, own.most, vetoes >= 1);
            case Partner.Rule.QualifiedMajority _ -> new Delay(own.fewest, own.most, vetoes >= BLOCKING_MINORITY);
            case Partner.Rule.Executive _, Partner.Rule.Parliament _ -> own;
            case Partner.Rule.Follows(Ref leader) -> {
                Partner.Procedure led = theCase.partners().stream()
                        .filter(p -> p.id().equals(leader.id()))
                        .findFirst()
                        .map(p -> p.procedureFor(competence(o)))
                        .orElse(null);
                if (led == null || depth > theCase.partners().size()) {
                    yield NEVER;
                }
                Delay first = of(theCase, led, o, vetoes, depth + 1);
                yield new Delay(first.fewest + own.fewest, first.most + own.most, first.blockable);
            }
        };
    }

    private static @org.jspecify.annotations.Nullable String competence(Obligation o) {
        Measure measure = o.measure();
        return o.reaction().competence() != null
                ? o.reaction().competence()
                : measure == null ? null : measure.competence();
    }

    private static Delay assumed(Case theCase, Obligation o, Delay otherwise) {
        for (Assumption a : theCase.assumptions()) {
            if (a instanceof Assumption.Delay d
                    && d.partner().id().equals(o.partner().id())) {
                Measure about = o.measure();
                if (d.measure() == null || (about != null && d.measure().id().equals(about.id()))) {
                    return new Delay(d.fewestDays(), d.mostDays(), false);
                }
            }
        }
        return otherwise;
    }

    /** `ready in n days` delays an imposition by that many days. */
    private static int readying(Obligation o) {
        Measure measure = o.measure();
        return measure == null || o.verb() != Verb.IMPOSE || o.reaction().prepared() ? 0 : days(measure.readyIn());
    }

    private static int days(@org.jspecify.annotations.Nullable Length length) {
        return length == null ? 0 : length.mostDays();
    }
}
