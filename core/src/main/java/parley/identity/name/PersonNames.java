package parley.identity.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.identity.Subject;

/** Prepares names of persons. */
final class PersonNames {
    private static final Set<String> COMPOUND_SURNAMES =
            Set.of("欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "慕容", "歐陽", "司馬", "諸葛");
    private static final Set<String> STRAY_FORMS =
            Set.of("sa", "llc", "ltd", "inc", "gmbh", "ag", "plc", "ooo", "jsc", "bv", "nv", "srl", "spa");
    private static final Set<String> NO_INITIALS = Set.of("ng", "md", "mc", "st", "dr", "mr", "ms", "jr", "sr", "th");

    private PersonNames() {}

    static List<PreparedName> prepare(Subject.Name name) {
        boolean weak = name.quality() == Subject.Quality.WEAK;
        if (!name.parts().isEmpty()) {
            var tokens = new Line(true);
            for (Subject.Part part : name.parts()) {
                if (part.role() == Subject.Role.TITLE) {
                    tokens.removed.add(part.text());
                    continue;
                }
                byte role = role(part.role());
                for (String word :
                        Words.split(Cleaning.clean(part.text().replace('(', ' ').replace(')', ' ')))) {
                    tokens.word(word, role, false);
                }
            }
            return List.of(tokens.build(name.text(), weak));
        }
        var found = new LinkedHashMap<String, PreparedName>();
        for (String reading : Cleaning.alternatives(name.text())) {
            PreparedName prepared = whole(reading, weak);
            if (prepared.tokens().length > 0 || found.isEmpty()) {
                found.putIfAbsent(reading.strip(), prepared);
            }
        }
        return List.copyOf(found.values());
    }

    private static byte role(Subject.Role role) {
        return switch (role) {
            case GIVEN -> PreparedName.ROLE_GIVEN;
            case MIDDLE, TITLE, SUFFIX, UNKNOWN -> PreparedName.ROLE_UNKNOWN;
            case PATRONYMIC -> PreparedName.ROLE_PATRONYMIC;
            case FAMILY -> PreparedName.ROLE_FAMILY;
        };
    }

    private static PreparedName whole(String text, boolean weak) {
        String clean = joinSyllables(Cleaning.clean(text));
        var tokens = new Line(clean.indexOf('·') >= 0 || clean.indexOf('・') >= 0);
        tokens.shouted = clean.equals(clean.toUpperCase(Locale.ROOT));
        int comma = clean.indexOf(',');
        boolean familyFirst = comma > 0 && clean.indexOf(',', comma + 1) < 0 && !isTail(clean.substring(comma + 1));
        int at = 0;
        for (String piece :
                familyFirst ? List.of(clean.substring(0, comma), clean.substring(comma + 1)) : List.of(clean)) {
            byte role = familyFirst && at == 0 ? PreparedName.ROLE_FAMILY : PreparedName.ROLE_UNKNOWN;
            boolean first = true;
            for (String word : Words.split(piece)) {
                first = tokens.word(word, role, first) && first;
            }
            at++;
        }
        if (!familyFirst) {
            tokens.markCapitals();
        }
        return tokens.build(text, weak);
    }

    private static final Pattern SYLLABLES =
            Pattern.compile("(?<![\\p{L}-])(\\p{IsLatin}{2,5})[-\u2010\u2011](\\p{IsLatin}{1,5})(?![\\p{L}-])");

    /** Jong-un is one given name of two syllables; Jean-Claude is two names, al-Assad a particle and a name. */
    private static String joinSyllables(String text) {
        return text.indexOf('-') < 0
                ? text
                : SYLLABLES
                        .matcher(text)
                        .replaceAll(m -> Matcher.quoteReplacement(
                                isSyllable(m.group(1)) && isSyllable(m.group(2))
                                        ? m.group(1) + m.group(2).toLowerCase(Locale.ROOT)
                                        : m.group()));
    }

    private static boolean isSyllable(String part) {
        String folded = WordLists.folded(part);
        return !WordLists.PARTICLES.contains(folded)
                && !WordLists.WEAK.contains(folded)
                && !WordLists.TITLES.contains(folded)
                && Words.person(Words.token(part)).given.length == 0;
    }

    private static boolean isTail(String text) {
        String folded = WordLists.folded(text.strip());
        return folded.isEmpty() || WordLists.SUFFIXES.contains(folded) || WordLists.TITLES.contains(folded);
    }

    /** Tokens of one name while they are gathered. */
    private static final class Line {
        private final List<Token.Builder> tokens = new ArrayList<>();
        private final List<Byte> roles = new ArrayList<>();
        private final List<String> removed = new ArrayList<>();
        private final boolean apart;
        private boolean structured;
        private boolean shouted;

        /** @param apart whether words of Chinese signs are whole names, not family and given name together */
        Line(boolean apart) {
            this.apart = apart;
        }

        /** Adds a word; returns whether it was a title that was taken off. */
        boolean word(String raw, byte role, boolean first) {
            structured |= role != PreparedName.ROLE_UNKNOWN;
            String word = Words.unleet(raw);
            Token.Builder token = Words.token(word);
            String folded = token.folded;
            if (first && WordLists.TITLES.contains(folded) || WordLists.PLACEHOLDERS.contains(folded)) {
                removed.add(raw);
                return true;
            }
            if (Reading.isSyllabic(token.script) && !apart && word.length() >= 2 && word.length() <= 4) {
                int family = word.length() == 4 || word.length() > 2 && COMPOUND_SURNAMES.contains(word.substring(0, 2))
                        ? 2
                        : 1;
                add(Words.person(Words.token(word.substring(0, family))), role);
                add(Words.person(Words.token(word.substring(family))), role);
                return false;
            }
            if (!shouted && isInitials(word)) {
                for (int i = 0; i < word.length(); i++) {
                    Token.Builder initial = Words.token(word.substring(i, i + 1));
                    initial.kind = Token.Kind.INITIAL;
                    add(initial, role);
                }
                return false;
            }
            int cut = servant(folded);
            if (cut > 0 && token.script == Character.UnicodeScript.LATIN && word.length() == folded.length()) {
                add(weak(Words.token(word.substring(0, cut))), role);
                word(word.substring(cut), role, false);
                return false;
            }
            Words.person(token);
            if (Words.digits(folded) >= 0) {
                token.kind = Token.Kind.NUMBER;
                token.number = Words.digits(folded);
            } else if (WordLists.PARTICLES.contains(folded)
                    && role != PreparedName.ROLE_GIVEN
                    && !isShoutedLetter(word)) {
                token.kind = Token.Kind.PARTICLE;
            } else if (folded.length() == 1
                    && word.length() == 1
                    && !token.script.equals(Character.UnicodeScript.HAN)) {
                token.kind = Token.Kind.INITIAL;
            } else if (WordLists.WEAK.contains(folded)
                    || WordLists.TITLES.contains(folded)
                    || WordLists.SUFFIXES.contains(folded)) {
                weak(token);
            }
            add(token, role);
            return false;
        }

        private static Token.Builder weak(Token.Builder token) {
            token.kind = Token.Kind.WEAK;
            return token;
        }

        private void add(Token.Builder token, byte role) {
            tokens.add(token);
            roles.add(role);
        }

        private static boolean isShoutedLetter(String word) {
            return word.length() == 1 && Character.isUpperCase(word.charAt(0));
        }

        /** JC, but neither Ng nor a word in capitals that can be spoken. */
        private static boolean isInitials(String word) {
            if (word.length() < 2 || word.length() > 3 || !word.equals(word.toUpperCase(Locale.ROOT))) {
                return false;
            }
            String lower = word.toLowerCase(Locale.ROOT);
            return lower.chars().allMatch(c -> "bcdfghjklmnpqrstvwxz".indexOf(c) >= 0) && !NO_INITIALS.contains(lower);
        }

        /** Returns where the name of God begins in Abdulaziz, Abdelkader; 0 if the word is no such name. */
        private static int servant(String folded) {
            for (String servant : List.of("abdul", "abdel", "abdal", "abdol", "abdoul", "abdil")) {
                if (folded.startsWith(servant)
                        && folded.length() >= servant.length() + 3
                        && !folded.startsWith("lah", servant.length())) {
                    return servant.length();
                }
            }
            return 0;
        }

        /** Words all in capitals beside others that are not: the family name of French and Union style. */
        void markCapitals() {
            int shouted = 0;
            int words = 0;
            for (Token.Builder token : tokens) {
                if (token.text.length() > 1 && token.kind == Token.Kind.WORD) {
                    words++;
                    shouted += isShouted(token.text) ? 1 : 0;
                }
            }
            if (shouted == 0 || shouted == words) {
                return;
            }
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).text.length() > 1 && isShouted(tokens.get(i).text)) {
                    roles.set(i, PreparedName.ROLE_FAMILY);
                }
            }
        }

        private static boolean isShouted(String word) {
            return word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
        }

        PreparedName build(String text, boolean weak) {
            if (tokens.isEmpty()) {
                // Nothing but a title: then it is what there is to compare.
                for (String word : removed) {
                    add(Words.person(Words.token(word)), PreparedName.ROLE_UNKNOWN);
                }
                removed.clear();
            }
            takeOffLegalForm();
            if (tokens.size() == 2
                    && tokens.getFirst().kind == Token.Kind.PARTICLE
                    && tokens.getFirst().nick.length > 0) {
                tokens.getFirst().kind = Token.Kind.WORD; // Ben Netanyahu
            }
            markPatronymic();
            var made = new Token[tokens.size()];
            var places = new byte[made.length];
            for (int i = 0; i < made.length; i++) {
                made[i] = tokens.get(i).build();
                places[i] = roles.get(i);
            }
            return new PreparedName(
                    text, PreparedName.Form.PERSON, made, places, structured, 0, List.copyOf(removed), weak);
        }

        private void takeOffLegalForm() {
            int last = tokens.size() - 1;
            if (last >= 2
                    && isShouted(tokens.get(last).text)
                    && STRAY_FORMS.contains(tokens.get(last).folded)
                    && !isShouted(tokens.get(0).text)) {
                removed.add(tokens.remove(last).text);
                roles.remove(last);
            }
        }

        /** Of the words with the ending of a patronymic, the one behind a given name; a surname may look like one. */
        private void markPatronymic() {
            int words = 0;
            for (Token.Builder token : tokens) {
                words += token.kind == Token.Kind.WORD || token.kind == Token.Kind.INITIAL ? 1 : 0;
            }
            if (words < 3 || roles.contains(PreparedName.ROLE_PATRONYMIC)) {
                return;
            }
            int best = -1;
            int bestRank = 0;
            for (int i = 0; i < tokens.size(); i++) {
                Token.Builder token = tokens.get(i);
                if (!token.patronymicForm || roles.get(i) == PreparedName.ROLE_FAMILY) {
                    continue;
                }
                int rank = 1 + (token.father.length > 0 ? 2 : 0);
                if (i > 0 && (tokens.get(i - 1).given.length > 0 || roles.get(i - 1) == PreparedName.ROLE_GIVEN)) {
                    rank += 4;
                }
                rank += i > 0 ? 1 : 0;
                if (rank > bestRank) {
                    best = i;
                    bestRank = rank;
                }
            }
            if (best >= 0) {
                roles.set(best, PreparedName.ROLE_PATRONYMIC);
            }
        }
    }
}
