package parley.language;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Expiry;
import parley.roadmap.Guard;
import parley.roadmap.Measure;
import parley.roadmap.Partner;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Step;
import parley.roadmap.Verb;
import parley.text.Fix;
import parley.text.Label;
import parley.text.Span;

/** Says whether a reaction has its day and its end, and whether those who promise it can keep it. */
final class Reactions {
    private static final int USUAL_DAYS = 30;

    private final Case theCase;
    private final Map<String, Declaration> names;
    private final Problems problems;
    private final NamesSeen mentions;

    Reactions(Case theCase, Map<String, Declaration> names, Problems problems, NamesSeen mentions) {
        this.theCase = theCase;
        this.names = names;
        this.problems = problems;
        this.mentions = mentions;
    }

    void check(Step s, Reaction r) {
        if (!r.hasDeadline()) {
            problems.add(Code.R022, "this reaction has no deadline", r.at(), Fix.advice(deadline(r)));
        }
        switch (r.deed()) {
            case Reaction.Deed.Act(var verb, var ref)
            when names.get(ref.id()) instanceof Measure m -> {
                if (verb.eases()) {
                    eased(s, r, verb, m);
                }
                r.actors().forEach(actor -> act(r, m, actor));
            }
            case Reaction.Deed.Keep k
            when names.get(k.measure().id()) instanceof Measure m -> r.actors().forEach(actor -> owner(m, actor));
            case Reaction.Deed.Act _,
                    Reaction.Deed.Keep _,
                    Reaction.Deed.RestoreEased _,
                    Reaction.Deed.Review _,
                    Reaction.Deed.Consult _ -> {}
        }
    }

    /** The slowest decision known of those who owe it is a day that they can keep. */
    private String deadline(Reaction r) {
        String competence = competence(r);
        int days = r.actors().stream()
                .map(a -> names.get(a.id()) instanceof Partner p ? p.procedureFor(competence) : null)
                .filter(Objects::nonNull)
                .mapToInt(Partner.Procedure::mostDays)
                .max()
                .orElse(0);
        return days == 0
                ? "add `within %d days`".formatted(USUAL_DAYS)
                : "add `within %d days`, the longest a decision of theirs takes".formatted(days);
    }

    private @Nullable String competence(Reaction r) {
        return r.competence() == null
                        && r.deed() instanceof Reaction.Deed.Act a
                        && names.get(a.measure().id()) instanceof Measure m
                ? m.competence()
                : r.competence();
    }

    private void eased(Step s, Reaction r, Verb verb, Measure m) {
        if (unsaid(r.expiry())) {
            problems.add(
                    Code.R021,
                    "the text does not say what becomes of this relief when nobody decides",
                    r.at(),
                    Fix.advice(end(r, verb)));
        }
        if (m.permanent()) {
            problems.add(
                    Code.R026,
                    "`%s` is permanent and the step `%s` eases it".formatted(m.id(), s.id()),
                    List.of(new Label(r.at(), "eased here"), new Label(m.at(), "permanent")),
                    List.of(Fix.advice("take the reaction out, or the word `permanent`")));
        }
        guarded(r, m);
    }

    private static boolean unsaid(Expiry expiry) {
        return switch (expiry) {
            case Expiry.Unsaid _ -> true;
            case Expiry.UntilRevoked _ -> false;
            case Expiry.For f -> f.then() == null;
            case Expiry.Until u -> u.then() == null;
        };
    }

    /** What a partner says of itself comes first; a licence ends and leaves nothing to return. */
    private String end(Reaction r, Verb verb) {
        Partner.Undecided said = r.actors().stream()
                .map(a -> names.get(a.id()) instanceof Partner p ? p.undecided() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String then = verb == Verb.LICENSE || said == null ? usual(verb) : afterwards(said);
        if (then.isEmpty()) {
            return "add `until revoked`, for without a decision nothing changes";
        }
        return switch (r.expiry()) {
            case Expiry.Unsaid _, Expiry.UntilRevoked _ ->
                "add `for 6 months, then it %s` or `until revoked`".formatted(then);
            case Expiry.For f ->
                "write `for %s, then it %s`".formatted(f.length().words(), then);
            case Expiry.Until u -> "write `until %s, then it %s`".formatted(u.day(), then);
        };
    }

    private static String usual(Verb verb) {
        return verb == Verb.LICENSE || verb == Verb.GRANT ? "ends" : "returns";
    }

    private static String afterwards(Partner.Undecided said) {
        return switch (said) {
            case MEASURE_RETURNS -> "returns";
            case MEASURE_LAPSES -> "lapses";
            case RELIEF_ENDS -> "ends";
            case NOTHING_CHANGES -> "";
        };
    }

    private void guarded(Reaction r, Measure m) {
        if (problems.full()) {
            return;
        }
        for (Guard guard : theCase.guards()) {
            if (guard instanceof Guard.NeverEase never && never.target().covers(m)) {
                problems.add(
                        Code.R025,
                        "`%s` is eased although a guard forbids it".formatted(m.id()),
                        List.of(new Label(r.at(), "eased here"), new Label(never.at(), "forbidden here")),
                        List.of(Fix.advice("take the reaction out, or narrow the guard")));
            }
        }
    }

    private void owner(Measure m, Ref actor) {
        if (names.get(actor.id()) instanceof Partner p && !m.owners().isEmpty() && !m.ownedBy(p.id())) {
            problems.add(
                    Code.R024,
                    "`%s` is not a measure of `%s`".formatted(m.id(), p.id()),
                    List.of(
                            new Label(actor.at(), "acts here"),
                            new Label(m.at(), "of " + m.owners().getFirst())),
                    List.of(Fix.advice("let an owner act, or add `%s` to the owners".formatted(p.id()))));
        }
    }

    private void act(Reaction r, Measure m, Ref actor) {
        owner(m, actor);
        if (!(names.get(actor.id()) instanceof Partner p)) {
            return;
        }
        String declared = m.competence();
        String said = r.competence();
        String needed = said != null ? said : declared;
        if (said != null && declared != null && !said.equals(declared)) {
            otherCompetence(r, m, said, declared);
        } else if (!p.procedures().isEmpty() && p.procedureFor(needed) == null) {
            problems.add(
                    Code.R023,
                    "`%s` has no procedure for acts %s"
                            .formatted(p.id(), needed == null ? "of this kind" : "by " + needed),
                    List.of(new Label(actor.at(), "acts here"), new Label(p.at(), "its procedures")),
                    List.of(Fix.advice(
                            "say `of %s by COMPETENCE` at the measure, or add a procedure".formatted(p.id()))));
        }
        if (r.prepared() && !p.preparesActs()) {
            problems.add(
                    Code.R036,
                    "`%s` may not prepare acts".formatted(p.id()),
                    List.of(
                            new Label(r.at(), ""),
                            new Label(p.at(), "does not say `may prepare acts with deferred effect`")),
                    List.of());
        }
    }

    private void otherCompetence(Reaction r, Measure m, String said, String declared) {
        Span at = mentions.named().stream()
                .filter(n -> n.what().equals("a competence") && n.name().id().equals(said))
                .map(n -> n.name().at())
                .filter(n -> n.file().equals(r.at().file()) && r.at().touches(n.start()))
                .findFirst()
                .orElse(r.at());
        String write = "write `by %s`, as `%s` says".formatted(declared, m.id());
        problems.add(
                Code.R023,
                "an act on `%s` is decided by %s, not by %s".formatted(m.id(), declared, said),
                List.of(new Label(at, "another competence"), new Label(m.at(), "declared `by %s`".formatted(declared))),
                List.of(at.equals(r.at()) ? Fix.advice(write) : Fix.replace(write, at, declared)));
    }
}
