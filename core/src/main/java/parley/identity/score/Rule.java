package parley.identity.score;

/** What a step of a comparison rests on. The ids are stable: they stand in stored explanations. */
public enum Rule {
    SAME("same word"),
    SOUNDS("sounds alike to this degree"),
    GIVEN_NAME("forms of one given name"),
    NICKNAME("a short form of the given name"),
    FATHER("patronymics of one name"),
    OTHER_ENDING("the same but for an ending of gender or language"),
    INITIAL("initial of the word"),
    CUT_OFF("the last word, cut off"),
    OTHER_INITIAL("another initial"),
    REARRANGED("the same letters in another order"),
    OTHER_GIVEN_NAME("two different given names"),
    OTHER_FATHER("patronymics of two different names"),
    SIGNS("signs of one script compared one by one"),
    SHARED_WORD("the same word of organisations"),
    OTHER_SHARED_WORD("different words of organisations"),
    SAME_NUMBER("the same number"),
    ACRONYM("the initials of the other name"),
    WORST_PAIR("two words contradict each other: the whole is at most .35 + .65 × their similarity"),
    UNMATCHED("a word of one name that the other lacks"),
    UNMATCHED_PATRONYMIC("a patronymic that the other name lacks"),
    UNMATCHED_FAMILY("the family name is missing in the other name"),
    UNMATCHED_LIGHT("a word of little meaning that the other name lacks"),
    REPEATED("a word said twice"),
    ONE_WORD("only one word to compare with a longer name"),
    NO_WORD("nothing but initials or particles"),
    ROLE_CONFUSED("a patronymic against another part of a name"),
    PARTS_SWAPPED("given and family name are exchanged though both sources keep them apart"),
    FATHER_AND_SON("father and son are exchanged"),
    JOINED("words joined to be compared"),
    NUMBER_DIFFERS("another number"),
    NUMBER_MISSING("a number that the other name lacks"),
    FORM_DIFFERS("legal forms that exclude each other"),
    FORM_RELATED("related legal forms");

    private final String words;

    Rule(String words) {
        this.words = words;
    }

    /** Returns the rule in words, for a reader. */
    public String words() {
        return words;
    }
}
