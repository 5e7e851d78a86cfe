package parley.identity.name;

import java.util.ArrayList;
import java.util.List;
import parley.identity.Subject;

/** Prepares names: the one door of this package. */
public final class Names {
    private Names() {}

    /** Returns the readings of a name, at least one; brackets and slashes open more. */
    public static List<PreparedName> prepare(Subject.Name name, PreparedName.Form form) {
        return switch (form) {
            case PERSON -> PersonNames.prepare(name);
            case ORGANISATION, VESSEL -> OrganisationNames.prepare(name, form);
        };
    }

    /** Returns the readings of all names of a subject, in their order. */
    public static List<PreparedName> prepare(Subject subject, PreparedName.Form form) {
        var all = new ArrayList<PreparedName>();
        subject.names().forEach(name -> all.addAll(prepare(name, form)));
        return List.copyOf(all);
    }

    /** Returns how names of the kind are read, or, of an unknown kind, what the words themselves suggest. */
    public static PreparedName.Form form(Subject.Kind kind, List<Subject.Name> names) {
        return switch (kind) {
            case PERSON -> PreparedName.Form.PERSON;
            case ORGANISATION -> PreparedName.Form.ORGANISATION;
            case VESSEL -> PreparedName.Form.VESSEL;
            case OTHER ->
                names.stream().anyMatch(Names::speaksOfOrganisation)
                        ? PreparedName.Form.ORGANISATION
                        : PreparedName.Form.PERSON;
        };
    }

    private static boolean speaksOfOrganisation(Subject.Name name) {
        return prepare(name, PreparedName.Form.ORGANISATION).stream().anyMatch(prepared -> {
            if (prepared.legalForms() != 0) {
                return true;
            }
            for (Token token : prepared.tokens()) {
                if (token.kind == Token.Kind.SHARED || token.kind == Token.Kind.NUMBER) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Returns one token made of neighbours. */
    public static Token join(List<Token> tokens, boolean person) {
        var text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text));
        Token.Builder joined = Words.token(text.toString());
        return (person ? Words.person(joined) : joined).build();
    }

    /** Returns how the dictionary heads a group of given names, for an explanation. */
    public static String givenName(int group) {
        return GivenNames.title(group);
    }

    /** Returns the name of a family of legal forms. */
    public static String legalForm(int family) {
        return WordLists.LEGAL_FAMILIES.get(family);
    }
}
