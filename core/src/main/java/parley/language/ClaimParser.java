package parley.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Aim;
import parley.roadmap.Assumption;
import parley.roadmap.Claim;
import parley.roadmap.Condition;
import parley.roadmap.Length;
import parley.roadmap.Ref;
import parley.roadmap.Secrecy;

/** Reads what is claimed, asked, assumed and aimed at. */
final class ClaimParser {
    private static final Set<String> SUFFIXES = Set.of("despite", "almost", "with", "from", "without");

    private ClaimParser() {}

    static Claim prove(Cursor c, Secrecy label) {
        if (c.take("that")) {
            return formula(c, label);
        }
        Claim.Named named = property(c, label);
        end(c);
        return named;
    }

    private static void end(Cursor c) {
        if (!c.done()) {
            throw c.expected("the end of the sentence");
        }
    }

    private static Claim.Named property(Cursor c, Secrecy label) {
        Ref name = c.name("a property");
        List<Claim.Parameter> parameters = new ArrayList<>();
        var suffix = new SuffixParts();
        while (!c.done() && !c.sees("survives") && (suffix.take(c) || parameter(c, parameters))) {
            c.takeAny(",");
        }
        return new Claim.Named(name.id(), parameters, suffix.made(), label, name.at());
    }

    private static boolean parameter(Cursor c, List<Claim.Parameter> parameters) {
        for (String word :
                new String[] {"within", "at least", "at most", "ahead", "by", "until", "to", "margin", "with at least"
                }) {
            if (c.take(word)) {
                parameters.add(new Claim.Parameter(word, value(c)));
                return true;
            }
        }
        if (c.sees(Token.Kind.NUMBER)) {
            parameters.add(new Claim.Parameter("", value(c)));
            return true;
        }
        return false;
    }

    private static String value(Cursor c) {
        StringBuilder value = new StringBuilder(
                c.sees(Token.Kind.WORD)
                        ? c.name("a partner, a concession or a phase").id()
                        : c.token().text());
        if (c.take("%")) {
            value.append(" %");
        }
        for (Length.Unit unit : Length.Unit.values()) {
            if (c.takeAny(unit.word(), unit.word() + "s")) {
                value.append(' ').append(unit.word()).append('s');
            }
        }
        return value.toString();
    }

    /** What is said behind a claim. */
    private static final class SuffixParts {
        private int vetoes;
        private boolean parliament;
        private int falseWitnesses;
        private final List<Ref> without = new ArrayList<>();
        private boolean almostSurely;
        private @Nullable Double percent;
        private @Nullable LocalDate from;

        boolean take(Cursor c) {
            int start = c.mark();
            if (c.take("despite parliament")) {
                parliament = true;
            } else if (c.take("despite")) {
                int count = c.count();
                if (c.takeAny("vetoes", "veto")) {
                    vetoes = count;
                } else if (c.takeAny("false witnesses", "false witness")) {
                    falseWitnesses = count;
                } else {
                    throw c.expected("vetoes or false witnesses");
                }
            } else if (c.take("without")) {
                without.addAll(c.names("a partner", SUFFIXES));
            } else if (c.take("almost surely")) {
                almostSurely = true;
            } else if (c.take("with at least")) {
                percent = c.percent() * 100;
            } else if (c.take("from") && c.sees(Token.Kind.DATE)) {
                from = c.date();
            } else {
                c.back(start);
                return false;
            }
            return true;
        }

        Claim.Suffix made() {
            return new Claim.Suffix(vetoes, parliament, falseWitnesses, without, almostSurely, percent, from);
        }
    }

    private static Claim formula(Cursor c, Secrecy label) {
        Claim.Form form;
        Condition whenever = null;
        Length within = null;
        List<Ref> coalition = List.of();
        Condition condition;
        if (c.take("always")) {
            form = Claim.Form.ALWAYS;
            condition = dated(c);
        } else if (c.take("never")) {
            form = Claim.Form.NEVER;
            condition = dated(c);
        } else if (c.take("whenever")) {
            form = Claim.Form.WHENEVER;
            whenever = ConditionParser.read(c);
            c.takeAny(",");
            c.need("then within");
            within = c.length();
            condition = ConditionParser.read(c);
        } else {
            int start = c.mark();
            List<Ref> names = c.names("a partner or a condition", Set.of());
            if (c.take("can ensure")) {
                form = Claim.Form.ENSURE;
                coalition = names;
                condition = dated(c);
            } else {
                c.back(start);
                Condition stated = ConditionParser.read(c);
                form = c.take("is possible") ? Claim.Form.POSSIBLE : certain(c);
                condition = by(c, stated, start);
            }
        }
        var suffix = new SuffixParts();
        c.takeAny(",");
        while (!c.done() && suffix.take(c)) {
            c.takeAny(",");
        }
        end(c);
        return new Claim.Formula(form, condition, whenever, within, coalition, suffix.made(), label, c.whole());
    }

    private static Claim.Form certain(Cursor c) {
        c.need("is certain");
        return Claim.Form.CERTAIN;
    }

    private static Condition dated(Cursor c) {
        int start = c.mark();
        return by(c, ConditionParser.read(c), start);
    }

    private static Condition by(Cursor c, Condition condition, int start) {
        if (!c.take("by")) {
            return condition;
        }
        LocalDate day = c.date();
        return new Condition.By(condition, day, c.from(start));
    }

    static Claim ask(Cursor c, Secrecy label) {
        Claim.Ask ask;
        Condition condition = null;
        Claim.Named property = null;
        if (c.take("how likely is")) {
            ask = Claim.Ask.HOW_LIKELY;
            condition = dated(c);
            c.takeAny(",");
            c.take("at least and at most");
        } else if (c.take("how long until")) {
            ask = Claim.Ask.HOW_LONG;
            condition = ConditionParser.read(c);
        } else if (c.take("how many vetoes")) {
            ask = Claim.Ask.HOW_MANY_VETOES;
            property = property(c, label);
            c.need("survives");
        } else if (c.take("which deadline keeps")) {
            ask = Claim.Ask.WHICH_DEADLINE;
            property = property(c, label);
        } else {
            throw c.expected("how likely is, how long until, how many vetoes … survives, or which deadline keeps");
        }
        end(c);
        return new Claim.Question(ask, condition, property, label, c.whole());
    }

    static Assumption assumption(Cursor c, Secrecy label) {
        Ref who = c.name("a partner or a panel");
        Assumption made;
        if (c.take("member vetoes a decision between")) {
            double low = c.percent();
            c.need("and");
            made = new Assumption.Veto(who, low, c.percent(), label, c.whole());
        } else if (c.takeAny("err between", "errs between")) {
            double low = c.percent();
            c.need("and");
            made = new Assumption.Errors(who, low, c.percent(), label, c.whole());
        } else if (c.take("leaves the roadmap at most")) {
            int times = c.take("once") ? 1 : c.count();
            c.takeAny("times", "time");
            made = new Assumption.Leaves(who, times, label, c.whole());
        } else if (c.take("decides")) {
            Ref measure = c.sees("in") ? null : c.name("a measure");
            c.need("in");
            int fewest = c.count();
            c.need("to");
            int most = c.count();
            c.need("days");
            made = new Assumption.Delay(who, measure, fewest, most, label, c.whole());
        } else {
            throw c.expected(
                    "member vetoes a decision between, err between, leaves the roadmap at most, or decides … in");
        }
        end(c);
        return made;
    }

    static Aim aim(Cursor c, Secrecy label) {
        List<Aim.Term> terms = new ArrayList<>();
        do {
            int start = c.mark();
            double weight = c.number();
            c.need("for each");
            List<String> words = new ArrayList<>();
            while (c.sees(Token.Kind.WORD)) {
                words.add(c.token().text());
            }
            terms.add(new Aim.Term(weight, String.join(" ", words), c.from(start)));
        } while (c.take(","));
        end(c);
        return new Aim(terms, label, c.whole());
    }
}
