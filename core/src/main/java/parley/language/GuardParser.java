package parley.language;

import parley.roadmap.Condition;
import parley.roadmap.Guard;
import parley.roadmap.Length;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;

/** Reads guard lines; the label, if any, was read before them or follows. */
final class GuardParser {
    private GuardParser() {}

    static Guard guard(String keyword, Cursor c, Secrecy label) {
        return switch (keyword) {
            case "never" -> never(c, label);
            case "always" -> {
                Condition condition = ConditionParser.read(c);
                yield new Guard.Invariant(condition, false, end(c, label), c.whole());
            }
            case "keep" -> keep(c, label);
            case "ledger" -> ledger(c, label);
            case "answer" -> {
                c.need("every verified concession within");
                Length within = c.length();
                yield new Guard.AnswerWithin(within, end(c, label), c.whole());
            }
            case "consult" -> consult(c, label);
            default -> hold(c, label);
        };
    }

    private static Secrecy end(Cursor c, Secrecy label) {
        Secrecy after = c.label();
        if (!c.done()) {
            throw c.expected("the end of the sentence");
        }
        return after == null ? label : after;
    }

    private static Guard never(Cursor c, Secrecy label) {
        if (c.take("ease")) {
            Guard.Target target = target(c);
            return new Guard.NeverEase(target, end(c, label), c.whole());
        }
        if (c.take("impose")) {
            Guard.Target target = target(c);
            return new Guard.NeverImpose(target, end(c, label), c.whole());
        }
        Condition condition = ConditionParser.read(c);
        return new Guard.Invariant(condition, true, end(c, label), c.whole());
    }

    private static Guard.Target target(Cursor c) {
        if (!c.take("what")) {
            return new Guard.Target.Named(c.name("a measure"));
        }
        if (c.take("is permanent")) {
            return new Guard.Target.Permanent();
        }
        for (String relation :
                new String[] {"depends on", "hits", "harms", "pushes toward", "helps", "cuts dependence on"}) {
            if (c.take(relation)) {
                return new Guard.Target.Tagged(relation, c.name("a tag").id());
            }
        }
        throw c.expected("is permanent, depends on, hits, harms, helps or pushes toward");
    }

    private static Guard keep(Cursor c, Secrecy label) {
        c.need("at least");
        int count = c.count();
        c.need("in reserve");
        Ref until = c.take("until") ? c.name("a phase") : null;
        return new Guard.KeepReserve(count, until, end(c, label), c.whole());
    }

    private static Guard ledger(Cursor c, Secrecy label) {
        c.need("relief at most");
        int steps = c.count();
        if (!c.takeAny("steps", "step")) {
            throw c.expected("`steps`");
        }
        c.need("ahead of verified concessions");
        return new Guard.Ledger(steps, end(c, label), c.whole());
    }

    private static Guard consult(Cursor c, Secrecy label) {
        Ref stakeholder = c.name("a stakeholder");
        c.need("at least");
        Length before = c.length();
        c.need("before");
        boolean easing = c.take("easing");
        if (!easing) {
            c.need("imposing");
        }
        return new Guard.ConsultBefore(stakeholder, before, easing, end(c, label), c.whole());
    }

    private static Guard hold(Cursor c, Secrecy label) {
        Ref thing = c.name("a step or a measure");
        c.need("until");
        Condition until = ConditionParser.read(c);
        Secrecy secrecy = end(c, label);
        return new Guard.Hold(thing, until, secrecy, c.whole());
    }
}
