package parley.diff;

import java.util.List;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Event;
import parley.roadmap.Guard;
import parley.roadmap.Indicator;
import parley.roadmap.Measure;
import parley.roadmap.Member;
import parley.roadmap.OwnershipRule;
import parley.roadmap.Panel;
import parley.roadmap.Partner;
import parley.roadmap.Phase;
import parley.roadmap.Ref;
import parley.roadmap.Stakeholder;
import parley.roadmap.Step;
import parley.roadmap.Verifier;

/** Says whom a declaration touches and what a line without a name is about. */
final class Touched {
    private Touched() {}

    static List<String> by(Declaration declaration, String counterpart) {
        return switch (declaration) {
            case Partner p -> List.of(p.id());
            case Member m -> List.of(m.of().id());
            case Stakeholder s -> List.of(s.id());
            case Verifier v -> List.of(v.id());
            case Panel p -> List.of(p.id());
            case Measure m ->
                m.owners().isEmpty()
                        ? CaseTree.ALL
                        : m.owners().stream().map(Ref::id).toList();
            case Concession c -> List.of(counterpart);
            case OwnershipRule r -> List.of(r.partner().id());
            case Indicator i -> CaseTree.ALL;
            case Event e -> CaseTree.ALL;
            case Phase p -> CaseTree.ALL;
            case Step s -> CaseTree.ALL;
        };
    }

    /** Returns what makes a guard the same guard when its numbers change. */
    static String subject(Guard guard) {
        return switch (guard) {
            case Guard.NeverEase n -> "never ease";
            case Guard.NeverImpose n -> "never impose";
            case Guard.Invariant i -> i.negated() ? "never" : "always";
            case Guard.KeepReserve k -> "keep";
            case Guard.Ledger l -> "ledger";
            case Guard.AnswerWithin a -> "answer";
            case Guard.ConsultBefore c -> "consult " + c.stakeholder() + (c.easing() ? " easing" : " imposing");
            case Guard.Hold h -> "hold " + h.thing();
        };
    }

    /** Returns what a line of a story is about: {@code on 2026-07-20 freed-at-home totals 96} is about its third word. */
    static String subject(String line) {
        String[] words = line.split(" ", 4);
        boolean dated = words[0].equals("on") && words.length > 2;
        return words[0] + " " + (dated ? words[2] : words.length > 1 ? words[1] : "");
    }
}
