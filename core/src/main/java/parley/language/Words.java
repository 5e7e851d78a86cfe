package parley.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Aim;
import parley.roadmap.Assumption;
import parley.roadmap.Claim;
import parley.roadmap.Condition;
import parley.roadmap.Expiry;
import parley.roadmap.Guard;
import parley.roadmap.Length;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.roadmap.Scenario;
import parley.roadmap.Trigger;
import parley.roadmap.Verb;

/**
 * Says a piece of the case in the words of the language: the way back from the model to the text. Reading the words
 * again gives the same piece, places aside. Labels are not part of the words; {@link CasePrinter} adds them.
 */
public final class Words {
    private static final int DIGITS_OF_A_SHARE = 9;

    private Words() {}

    /** Returns the condition, for example {@code prisoners at most 20 for 60 days and not (a met or b met)}. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> join(all.parts(), " and ", false);
            case Condition.Any any -> join(any.parts(), " or ", true);
            case Condition.Not not -> "not " + bracketed(not.part(), of(not.part()), false);
            case Condition.By by -> of(by.part()) + " by " + by.day();
            case Condition.Level l ->
                compared(l.indicator().id(), l.comparison(), l.value())
                        + (l.per() == null ? "" : " a " + l.per().word())
                        + during(" for ", l.hold());
            case Condition.Change c ->
                "%s %s by %s within %s"
                        .formatted(c.indicator(), c.falls() ? "falls" : "rises", number(c.by()), c.within());
            case Condition.Total t ->
                compared(t.indicator() + " totals", t.comparison(), t.value()) + " within " + t.within();
            case Condition.Absent a -> "no %s for %s".formatted(a.event(), a.during());
            case Condition.Occurs o -> count(o) + " " + o.event() + during(" within ", o.within());
            case Condition.InState in -> in.thing() + " " + in.state() + during(" for ", in.hold());
            case Condition.Amount a -> compared(a.number(), a.comparison(), a.value());
            case Condition.Owed o -> "owed by " + o.partner();
        };
    }

    private static String compared(String what, Condition.Comparison comparison, double value) {
        return what + " " + comparison.words() + " " + number(value);
    }

    private static String count(Condition.Occurs o) {
        return switch (o.comparison()) {
            case AT_LEAST -> o.count() == 1 ? "any" : "at least " + o.count();
            case ABOVE -> "more than " + o.count();
            case AT_MOST, BELOW, EXACTLY -> o.comparison().words() + " " + o.count();
        };
    }

    private static String join(List<Condition> parts, String link, boolean ofAny) {
        return parts.stream().map(p -> bracketed(p, of(p), ofAny)).collect(Collectors.joining(link));
    }

    /** {@code and} binds closer than {@code or}: inside an {@code or} an {@code and} needs no brackets. */
    private static String bracketed(Condition part, String words, boolean ofAny) {
        boolean brackets = part instanceof Condition.Any || (part instanceof Condition.All && !ofAny);
        return brackets ? "(" + words + ")" : words;
    }

    /** Returns the same words for conditions that say the same: the order beside {@code and} and {@code or} does not count. */
    public static String sorted(Condition condition) {
        return sorted(condition, UnaryOperator.identity());
    }

    /** Returns the same words for conditions that say the same once {@code names} has changed the words of each part. */
    public static String sorted(Condition condition, UnaryOperator<String> names) {
        return switch (condition) {
            case Condition.All all -> sorted(all.parts(), names, " and ", false);
            case Condition.Any any -> sorted(any.parts(), names, " or ", true);
            case Condition.Not not -> "not " + bracketed(not.part(), sorted(not.part(), names), false);
            case Condition.By by -> sorted(by.part(), names) + " by " + by.day();
            case Condition.Level l -> names.apply(of(l));
            case Condition.Change c -> names.apply(of(c));
            case Condition.Total t -> names.apply(of(t));
            case Condition.Absent a -> names.apply(of(a));
            case Condition.Occurs o -> names.apply(of(o));
            case Condition.InState in -> names.apply(of(in));
            case Condition.Amount a -> names.apply(of(a));
            case Condition.Owed o -> names.apply(of(o));
        };
    }

    private static String sorted(List<Condition> parts, UnaryOperator<String> names, String link, boolean ofAny) {
        return parts.stream()
                .map(p -> bracketed(p, sorted(p, names), ofAny))
                .sorted()
                .collect(Collectors.joining(link));
    }

    /** Returns how long something lasts and what follows, for example {@code for 6 months, then it returns}; empty if unsaid. */
    public static String of(Expiry expiry) {
        return switch (expiry) {
            case Expiry.Unsaid unsaid -> "";
            case Expiry.UntilRevoked stays -> "until revoked";
            case Expiry.For f -> "for " + f.length() + then(f.then());
            case Expiry.Until u -> "until " + u.day() + then(u.then());
        };
    }

    private static String then(Expiry.@Nullable Default then) {
        return then == null ? "" : ", then it " + then.word();
    }

    /** Returns the first line of a branch, for example {@code when nothing for 12 months}. */
    public static String of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.When w -> "when " + of(w.condition());
            case Trigger.NothingBy n -> "when nothing by " + n.day();
            case Trigger.NothingFor n -> "when nothing for " + n.length();
            case Trigger.OnDay d -> "on " + d.day();
            case Trigger.Otherwise o -> "otherwise";
        };
    }

    /** Returns the reaction, for example {@code eu suspends eu-overflight by a prepared act, within 20 days, until revoked}. */
    public static String of(Reaction r) {
        String actors = r.everyPartner() ? "every partner" : names(r.actors());
        return actors + " " + of(r.deed(), r.actors().size() > 1) + terms(r);
    }

    /** Returns the deed alone: {@code suspends eu-overflight}, or {@code suspend eu-overflight} after several partners. */
    public static String of(Reaction.Deed deed, boolean several) {
        return switch (deed) {
            case Reaction.Deed.Act act -> verb(act.verb(), several) + " " + act.measure();
            case Reaction.Deed.Keep keep ->
                (several ? "keep " : "keeps ") + keep.measure() + " "
                        + keep.state().word();
            case Reaction.Deed.RestoreEased r -> (several ? "restore" : "restores") + " what this step eased";
            case Reaction.Deed.Review r -> (several ? "review" : "reviews") + " this step";
            case Reaction.Deed.Consult c -> (several ? "consult " : "consults ") + c.stakeholder();
        };
    }

    static String verb(Verb verb, boolean several) {
        return (several ? verb.plural() : verb.singular()) + (verb == Verb.REVOKE ? " the licence of" : "");
    }

    /** Returns what follows the deed: {@code  by a prepared act, within 20 days, until revoked}; empty or after a space or comma. */
    public static String terms(Reaction r) {
        List<String> terms = new ArrayList<>();
        terms.add(r.prepared() ? " by a prepared act" : "");
        terms.add(r.competence() == null ? "" : " by " + r.competence());
        terms.add(during(", within ", r.within()));
        terms.add(r.on() == null ? "" : ", on " + r.on());
        terms.add(r.notBefore() == null ? "" : ", not before " + r.notBefore());
        terms.add(r.expiry() instanceof Expiry.Unsaid ? "" : ", " + of(r.expiry()));
        terms.add(during(", with wind-down ", r.windDown()));
        return String.join("", terms);
    }

    /** Returns the guard as a line, for example {@code keep at least 2 in reserve until rule-of-law}. */
    public static String of(Guard guard) {
        return switch (guard) {
            case Guard.NeverEase n -> "never ease " + target(n.target());
            case Guard.NeverImpose n -> "never impose " + target(n.target());
            case Guard.Invariant i -> (i.negated() ? "never " : "always ") + of(i.condition());
            case Guard.KeepReserve k ->
                "keep at least " + k.count() + " in reserve" + (k.until() == null ? "" : " until " + k.until());
            case Guard.Ledger l ->
                "ledger relief at most " + counted(l.steps(), "step") + " ahead of verified concessions";
            case Guard.AnswerWithin a -> "answer every verified concession within " + a.within();
            case Guard.ConsultBefore c ->
                "consult %s at least %s before %s"
                        .formatted(c.stakeholder(), c.before(), c.easing() ? "easing" : "imposing");
            case Guard.Hold h -> "hold " + h.thing() + " until " + of(h.until());
        };
    }

    private static String target(Guard.Target target) {
        return switch (target) {
            case Guard.Target.Tagged t -> "what " + t.relation() + " " + t.word();
            case Guard.Target.Permanent p -> "what is permanent";
            case Guard.Target.Named n -> n.thing().id();
        };
    }

    /** Returns the claim as a line, for example {@code prove snapback within 45 days despite 1 veto}. */
    public static String of(Claim claim) {
        return ClaimWords.of(claim);
    }

    /** Returns the assumption as a line, for example {@code assume monitors err between 1% and 5%}. */
    public static String of(Assumption assumption) {
        return ClaimWords.of(assumption);
    }

    /** Returns the aim as a line, for example {@code aim 1 for each person-month of prison avoided}. */
    public static String of(Aim aim) {
        return "aim " + aim.terms().stream().map(Words::of).collect(Collectors.joining(", "));
    }

    /** Returns one term of an aim, for example {@code -3 for each person expelled}. */
    public static String of(Aim.Term term) {
        return number(term.weight()) + " for each " + term.unit();
    }

    /** Returns a line of a story, for example {@code on 2026-08-12 eu suspends eu-overflight}. */
    public static String of(Scenario.Line line) {
        return ScenarioWords.of(line);
    }

    /** Returns a number as a text writes it: no exponent, no zeros that say nothing. */
    public static String number(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    /** Returns a share from 0 to 1 as {@code 5%}. */
    static String share(double share) {
        return percent(share * 100) + "%";
    }

    /** Returns a percentage without the dust that reading it in hundredths leaves behind. */
    static String percent(double percent) {
        return plain(BigDecimal.valueOf(percent).setScale(DIGITS_OF_A_SHARE, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    static String during(String before, @Nullable Length length) {
        return length == null ? "" : before + length;
    }

    static String names(List<Ref> refs) {
        return refs.stream().map(Ref::id).collect(Collectors.joining(", "));
    }
}
