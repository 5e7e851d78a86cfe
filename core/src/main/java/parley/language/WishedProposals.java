package parley.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.language.Completions.Kind;
import parley.language.Completions.Proposal;
import parley.roadmap.Case;
import parley.roadmap.Catalogue;
import parley.roadmap.Indicator;
import parley.roadmap.Measure;
import parley.roadmap.Partner;
import parley.roadmap.Verb;

/** Turns what the parser asked for behind a sentence into words to choose from. */
final class WishedProposals {
    private static final List<String> DECISION_STATES =
            List.of("not started", "pending", "prepared", "adopted", "blocked", "lapsed", "effective");

    private final @Nullable Case theCase;
    private final Symbols symbols;
    private final List<Token> sentence;

    WishedProposals(@Nullable Case theCase, Symbols symbols, List<Token> sentence) {
        this.theCase = theCase;
        this.symbols = symbols;
        this.sentence = sentence;
    }

    List<Proposal> of(Wishes wishes) {
        List<Proposal> offered = new ArrayList<>();
        for (String what : wishes.names()) {
            names(what, offered);
        }
        Set<String> phrases = wishes.phrases();
        for (String phrase : phrases) {
            if (Character.isLetter(phrase.charAt(0)) && agrees(phrase, phrases)) {
                offered.add(new Proposal(phrase, Kind.WORDS, "", false));
            }
        }
        return offered.stream().distinct().toList();
    }

    private void names(String what, List<Proposal> offered) {
        switch (what) {
            case "a state" -> values(statesOfSubject(), "state", offered);
            case "a state of the decision" -> values(DECISION_STATES, "state of a decision", offered);
            case "a property" -> values(Catalogue.names(), "property", offered);
            case "a competence" -> values(competences(), "competence", offered);
            case "a tag" -> values(tags(), "tag", offered);
            case "a track" -> values(tracks(), "track", offered);
            case "an act, for example suspension" -> values(nouns().toList(), "act", offered);
            case "what is owed, for example suspension" ->
                values(
                        Stream.concat(nouns(), Stream.of("review", "consultation"))
                                .toList(),
                        "duty",
                        offered);
            case "stay, documents or consent" ->
                values(
                        Stream.of(Indicator.Companion.values())
                                .map(c -> c.word())
                                .toList(),
                        "",
                        offered);
            default -> declared(Kinds.of(what), offered);
        }
    }

    private static void values(Collection<String> words, String detail, List<Proposal> offered) {
        words.forEach(w -> offered.add(new Proposal(w, Kind.VALUE, detail, true)));
    }

    private void declared(Set<String> kinds, List<Proposal> offered) {
        for (Symbols.Symbol s : symbols.all()) {
            if (kinds.contains(s.kind()) && suitsVerb(s.kind())) {
                String detail = s.title().isEmpty() ? s.kind() : s.kind() + ": " + s.title();
                offered.add(new Proposal(s.id(), Kind.NAME, detail, ownedHere(s.id())));
            }
        }
    }

    /** Only an offer is granted, and nothing else is done to one. */
    private boolean suitsVerb(String kind) {
        String last = sentence.isEmpty() ? "" : sentence.getLast().text();
        for (Verb verb : Verb.values()) {
            if (last.equals(verb.singular()) || last.equals(verb.plural())) {
                boolean ofOffers = verb == Verb.GRANT || verb == Verb.WITHDRAW;
                return kind.equals("offer") == ofOffers;
            }
        }
        return true;
    }

    private boolean ownedHere(String id) {
        Case known = theCase;
        return known != null
                && known.byName().get(id) instanceof Measure m
                && sentence.stream().anyMatch(t -> m.ownedBy(t.text()));
    }

    private List<String> statesOfSubject() {
        for (Token t : sentence.reversed()) {
            Symbols.Symbol s = t.kind() == Token.Kind.WORD ? symbols.named(t.text()) : null;
            if (s != null && !References.states(s.kind()).isEmpty()) {
                return References.states(s.kind());
            }
        }
        return List.of();
    }

    private static Stream<String> nouns() {
        return Stream.of(Verb.values()).filter(v -> v != Verb.LAPSE).map(Verb::noun);
    }

    private Set<String> competences() {
        Set<String> found = new TreeSet<>();
        if (theCase != null) {
            for (Partner p : theCase.partners()) {
                p.procedures().forEach(procedure -> found.addAll(procedure.competences()));
            }
        }
        return found;
    }

    private Set<String> tags() {
        Set<String> found = new TreeSet<>();
        if (theCase != null) {
            for (Measure m : theCase.measures()) {
                Stream.of(m.hits(), m.harms(), m.helps(), m.pushesToward(), m.dependsOn(), m.cutsDependenceOn())
                        .forEach(found::addAll);
            }
        }
        return found;
    }

    private Set<String> tracks() {
        Set<String> found = new TreeSet<>();
        if (theCase != null) {
            theCase.concessions().forEach(c -> found.addAll(c.track()));
        }
        return found;
    }

    /** Of two forms of a word, singular and plural, says whether this one agrees with what stands before. */
    private boolean agrees(String phrase, Set<String> phrases) {
        int space = phrase.indexOf(' ');
        String first = space < 0 ? phrase : phrase.substring(0, space);
        String rest = space < 0 ? "" : phrase.substring(space);
        boolean withS = first.endsWith("s") && phrases.contains(first.substring(0, first.length() - 1) + rest);
        boolean without = phrases.contains(first + "s" + rest);
        if (!withS && !without) {
            return true;
        }
        return wantsFinalS() == withS;
    }

    private boolean wantsFinalS() {
        String last = sentence.isEmpty() ? "" : sentence.getLast().text().toLowerCase(Locale.ROOT);
        boolean counted = !sentence.isEmpty() && sentence.getLast().kind() == Token.Kind.NUMBER;
        if (counted) {
            return !last.equals("1");
        }
        // One partner imposes, several impose.
        return !last.equals("a") && !last.equals("per") && sentence.stream().noneMatch(t -> t.is(","));
    }
}
