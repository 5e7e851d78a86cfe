package parley.app.decisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Measure;
import parley.roadmap.Member;
import parley.roadmap.Partner;
import parley.roadmap.Stakeholder;
import parley.roadmap.Verb;

/** A partner's own way of deciding on one act, in words and in what it allows. */
public final class Procedure {
    private final Case theCase;
    private final Partner partner;
    private final Partner.@Nullable Procedure procedure;

    private Procedure(Case theCase, Partner partner, Partner.@Nullable Procedure procedure) {
        this.theCase = theCase;
        this.partner = partner;
        this.procedure = procedure;
    }

    /** Returns the procedure of a partner for a measure, or {@code null} if the case has no such partner. */
    public static @Nullable Procedure of(Case theCase, String partner, String measure) {
        String competence = theCase.measures().stream()
                .filter(m -> m.id().equals(measure))
                .findFirst()
                .map(Measure::competence)
                .orElse(null);
        return theCase.partners().stream()
                .filter(p -> p.id().equals(partner))
                .findFirst()
                .map(p -> new Procedure(theCase, p, p.procedureFor(competence)))
                .orElse(null);
    }

    /** Returns for example {@code unanimity of 27; 12 to 189 days, typically 42}. */
    public String words() {
        if (procedure == null) {
            return "not said in the text";
        }
        String rule = switch (procedure.rule()) {
            case Partner.Rule.Unanimity(int members) -> "unanimity of " + members;
            case Partner.Rule.QualifiedMajority _ -> "qualified majority";
            case Partner.Rule.Executive _ -> "executive act";
            case Partner.Rule.Parliament _ -> "instrument before parliament, in force at once";
            case Partner.Rule.Follows f -> "follows " + f.leader().id();
        };
        return "%s; %d to %d days on record, typically %d"
                .formatted(rule, procedure.fewestDays(), procedure.mostDays(), procedure.typicalDays());
    }

    /** Says whether one member can block. */
    public boolean unanimous() {
        return procedure != null && procedure.rule() instanceof Partner.Rule.Unanimity;
    }

    /** Says whether members take positions. */
    public boolean hasMembers() {
        return procedure != null
                && (procedure.rule() instanceof Partner.Rule.Unanimity
                        || procedure.rule() instanceof Partner.Rule.QualifiedMajority);
    }

    /** Returns the members the text names, by title: of the union alone, and partners that are members of it. */
    public List<String> members() {
        List<Declaration> found = new ArrayList<>();
        theCase.all(Member.class).stream()
                .filter(m -> m.of().id().equals(partner.id()))
                .forEach(found::add);
        theCase.partners().stream()
                .filter(p -> p.memberOf() != null && p.memberOf().id().equals(partner.id()))
                .forEach(found::add);
        return found.stream()
                .sorted(Comparator.comparing(Declaration::heading))
                .map(Declaration::id)
                .toList();
    }

    /** Returns how many members the text does not name, -1 if it does not say how many there are. */
    public int unnamed() {
        return procedure != null && procedure.rule() instanceof Partner.Rule.Unanimity(int n)
                ? Math.max(0, n - members().size())
                : -1;
    }

    /** Returns who has to be heard before this act takes effect. */
    static List<Stakeholder> toHear(Case theCase, Verb verb) {
        return theCase.all(Stakeholder.class).stream()
                .filter(s -> (verb.eases() && s.beforeEasing()) || (verb.tightens() && s.beforeImposing()))
                .toList();
    }
}
