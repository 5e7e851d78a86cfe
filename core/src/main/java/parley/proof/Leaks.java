package parley.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import parley.copy.Reader;
import parley.model.Course;
import parley.model.Dating;
import parley.model.Move;
import parley.model.Obligation;
import parley.model.Slice;
import parley.model.Terms;
import parley.prism.Expr;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.roadmap.Guard;
import parley.roadmap.Partner;
import parley.roadmap.Secrecy;
import parley.text.Span;

/**
 * Whether a reader can infer a clause above his label. He sees his own acts, what his copy tells, every change of a measure
 * in force, dates and silences. A partner may do more than his copy says, so an act that it does not explain tells him
 * nothing; a promise of his copy that is not kept does (PROOF 2.7: the attacker plays the whole text, the defender answers
 * with any discretion the visible text leaves).
 */
final class Leaks {
    /** Which hidden clauses are meant. */
    private final Predicate<Secrecy> meant;

    private Leaks(Predicate<Secrecy> meant) {
        this.meant = meant;
    }

    private boolean secret(Secrecy label, Reader reader) {
        return meant.test(label) && !reader.reads(label);
    }

    static Verdict toReader(Question q) {
        List<String> names = new ArrayList<>();
        for (Claim.Parameter p : q.words()) {
            if (p.word().equals("to")) {
                names.add(p.value());
            }
        }
        if (names.isEmpty()) {
            names.addAll(List.of("counterpart", "public"));
        }
        List<Reader> readers = new ArrayList<>();
        for (String name : names) {
            Reader reader = Reader.named(name, q.theCase());
            if (reader == null) {
                return q.open("the case has no reader `%s`".formatted(name));
            }
            readers.add(reader);
        }
        return new Leaks(label -> true).check(q, readers, "no clause is hidden from %s");
    }

    static Verdict betweenPartners(Question q) {
        List<Reader> readers = new ArrayList<>();
        for (Partner p : q.theCase().partners()) {
            Reader reader = Reader.named(p.id(), q.theCase());
            if (reader != null) {
                readers.add(reader);
            }
        }
        return new Leaks(label -> !label.only().isEmpty())
                .check(q, readers, "no clause is kept to a compartment that one of %s is outside of");
    }

    private Verdict check(Question q, List<Reader> readers, String nothing) {
        var run = new Findings(q);
        int secrets = 0;
        for (Reader reader : readers) {
            for (Obligation promise : q.duties()) {
                if (visible(promise, reader) && promise.verb() != null && promise.measure() != null) {
                    secrets += hidden(q, reader, promise, run);
                }
            }
            secrets += (int) secretClauses(q.theCase(), reader);
        }
        String who = String.join(", ", readers.stream().map(Reader::name).toList());
        if (secrets == 0) {
            return q.holds(nothing.formatted(who)).on(new Ground("pairs", 0, 0, 0, 0, null, List.of(), List.of()));
        }
        return run.verdict(
                "every promise that %s can read is kept whatever the %d hidden clauses ask; beyond what is modelled, people may talk"
                        .formatted(who, secrets),
                "a reader can tell from what happens that a clause is hidden from him");
    }

    private long secretClauses(Case theCase, Reader reader) {
        long guards = theCase.guards().stream()
                .filter(g -> secret(g.secrecy(), reader))
                .count();
        long steps = theCase.steps().stream()
                .filter(s -> secret(s.secrecy(), reader))
                .count();
        return guards + steps;
    }

    private static boolean visible(Obligation o, Reader reader) {
        return reader.reads(o.step().secrecy())
                && reader.reads(o.branch().secrecy())
                && reader.reads(o.reaction().secrecy());
    }

    private boolean isSecret(Obligation o, Reader reader) {
        return secret(o.step().secrecy(), reader)
                || secret(o.branch().secrecy(), reader)
                || secret(o.reaction().secrecy(), reader);
    }

    /** Looks for hidden clauses that keep a visible promise from being kept; returns how many there are to look at. */
    private int hidden(Question q, Reader reader, Obligation promise, Findings run) {
        int found = 0;
        boolean eases = promise.verb() != null && promise.verb().eases();
        for (Guard guard : q.theCase().guards()) {
            if (!secret(guard.secrecy(), reader)) {
                continue;
            }
            if (guard instanceof Guard.Hold hold && eases && Compatibility.holds(hold, promise)) {
                found++;
                held(q, reader, hold, promise, run);
            }
            if (guard instanceof Guard.NeverEase never
                    && eases
                    && never.target().covers(java.util.Objects.requireNonNull(promise.measure()))) {
                found++;
                forbidden(q, reader, never, promise, run);
            }
        }
        for (Obligation other : q.duties()) {
            boolean same = Slice.Part.of(other).equals(Slice.Part.of(promise));
            boolean takes = other.verb() != null && other.verb().tightens();
            if (eases && same && takes && isSecret(other, reader)) {
                found++;
                takenBack(q, reader, other, promise, run);
            }
        }
        return found;
    }

    /** The hold keeps the partner from acting until the last day his copy promises. */
    private static void held(Question q, Reader reader, Guard.Hold hold, Obligation o, Findings run) {
        Integer days = Answers.within(o, q.theCase());
        int within = days == null ? 0 : days;
        var setting = new Safety.Setting(
                q.theCase(),
                List.of(o),
                false,
                List.of(hold.until()),
                0,
                q.falseWitnesses(),
                grid -> grid.within(within) + 1,
                false,
                scene -> {
                    Expr stands = Terms.not(scene.conduct().states(hold.until()).must());
                    Expr.Read waiting =
                            scene.draft().number("held", scene.slice().grid().within(within) + 2, 0);
                    Expr owed = scene.acts().owedFor(o, 0);
                    scene.draft()
                            .onTick(
                                    waiting,
                                    Terms.countWhile(
                                            Terms.and(owed, stands),
                                            waiting,
                                            scene.slice().grid().within(within) + 2));
                    scene.draft()
                            .label(
                                    Safety.BAD,
                                    Terms.atLeast(waiting, scene.slice().grid().within(within) + 1));
                },
                course -> waits(course, hold, o, within),
                true);
        leak(
                reader,
                setting,
                o,
                hold.at(),
                hold.secrecy(),
                "`hold %s` keeps %s from it"
                        .formatted(hold.thing().id(), o.partner().id()),
                within,
                run);
    }

    private static List<Dating.Wait> waits(Course course, Guard.Hold hold, Obligation o, int within) {
        List<Dating.Wait> all = new ArrayList<>(Compatibility.unfulfilled(course, hold.until()));
        all.add(new Dating.Wait(Move.Kind.FIRES, Safety.branch(o), within + 1));
        return all;
    }

    private static void forbidden(Question q, Reader reader, Guard.NeverEase never, Obligation o, Findings run) {
        Integer days = Answers.within(o, q.theCase());
        int within = days == null ? 0 : days;
        var setting = Safety.Setting.of(
                        q,
                        List.of(o),
                        false,
                        List.of(),
                        scene -> scene.draft().label(Safety.BAD, scene.acts().owedFor(o, 0)))
                .heldBack();
        leak(reader, setting, o, never.at(), never.secrecy(), "a hidden guard forbids it", within, run);
    }

    private static void leak(
            Reader reader,
            Safety.Setting setting,
            Obligation o,
            Span secret,
            Secrecy label,
            String because,
            int within,
            Findings run) {
        run.look(
                setting,
                o.reaction().at(),
                "the copy of %s promises the %s within %d days, and %s"
                        .formatted(reader.name(), o.words(), within, because),
                "his copy promises the %s by now; without the hidden clause it is there, with it nothing has happened: %s can tell"
                        .formatted(o.words(), reader.name()),
                now -> Shows.owes(now, o, -1),
                List.of(
                        "say the condition openly in the `when` line, so that the copy promises no more than is kept",
                        "let %s read the hidden line, which is now labelled %s"
                                .formatted(reader.name(), label.words())));
        run.alsoBecause(secret, "this line is hidden from %s".formatted(reader.name()));
    }

    /** A hidden branch ends relief that the copy promises for longer. */
    private static void takenBack(Question q, Reader reader, Obligation other, Obligation promise, Findings run) {
        Slice.Part part = Slice.Part.of(promise);
        var setting = Safety.Setting.of(
                q,
                List.of(promise, other),
                true,
                List.of(),
                scene -> scene.draft()
                        .label(
                                Safety.BAD,
                                Terms.and(
                                        scene.acts().easedBy(part, promise.step()),
                                        scene.acts().owedFor(other, 0))));
        run.look(
                setting,
                promise.reaction().at(),
                "the copy of %s promises %s eased, and a branch it does not show takes that back"
                        .formatted(reader.name(), part.measure()),
                "%s owes the %s, which the copy of %s does not explain"
                        .formatted(other.partner().id(), other.words(), reader.name()),
                now -> Shows.owes(now, other, -1),
                List.of("show the branch in the copy, or let it act on something the copy does not promise"));
        run.alsoBecause(other.reaction().at(), "this line is hidden from %s".formatted(reader.name()));
    }
}
