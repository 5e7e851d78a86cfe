package parley.language;

import parley.text.Severity;

/** Every message the compiler can give, with the reason that is the same each time. Codes are stable for ever. */
public enum Code {
    R001(
            "a character here has no place in a roadmap",
            "what cannot be seen or typed cannot be checked by those who sign the text"),
    R002("a text in quotes does not end on its line", "without the closing quote the rest of the line is lost"),
    R003("the file is not valid UTF-8", "bytes that no reader can show would be guessed differently by each"),
    R004("a name mixes scripts or letters that look alike", "two names that look the same would mean different things"),
    R005("a character turns the direction of the text", "the text would be read in another order than it is checked"),
    R006("this date does not exist", "a duty needs a day that comes"),
    R007("this line is too long to be read aloud", "a sentence is the unit of agreement"),
    R008("this sentence is not understood", "what is not understood binds nobody"),
    R009("this line begins with no known word", "each declaration begins with its keyword"),
    R010("this clause does not belong here", "a clause counts only in the declaration it is made for"),
    R011("two things have the same name", "a duty must point to exactly one thing"),
    R012("no such name", "a sentence about an unknown thing binds nobody"),
    R013("a name stands for the wrong kind of thing", "each place in a sentence takes one kind of thing"),
    R014("the text declares no case", "without a case there is no period and no counterpart"),
    R015("the text declares two cases", "one folder is one case"),
    R016("something necessary is missing", "the sentence cannot be carried out without it"),
    R017("a clause is said twice", "the second would silently replace the first"),
    R018("the period ends before it begins", "nothing can happen in it"),
    R019("the range is turned round", "the smaller number comes first"),
    R020("a share lies outside 0 to 100 %", "a share is a part of a whole"),
    R021(
            "a relief without an end that is decided now",
            "who holds the leverage depends on what happens when nobody decides"),
    R022("a reaction without a deadline", "a duty without a day is never late"),
    R023("the partner has no competence for this act", "a promise that its maker cannot keep is worth nothing"),
    R024("a partner acts on a measure it does not own", "only the owner can change a measure"),
    R025("what a guard forbids to ease is eased", "a red line that a step crosses is no line"),
    R026("a permanent measure is eased", "permanent means through every thaw"),
    R028("phases open each other in a circle", "none of them would ever open"),
    R030(
            "a concession has no branch for one of its ends",
            "a step says what follows from doing, from breaking, from nothing"),
    R033("this state does not exist for this kind of thing", "the condition could never be true"),
    R034("no such property", "only what the catalogue or a formula says can be proved"),
    R035("a panel asks for more signatures than it has independent members", "it could never sign"),
    R036("a prepared act by a partner that may not prepare acts", "the act would have to be decided after all"),
    R041("a phase without a way in", "it would never open");

    private final String headline;
    private final String why;
    private final Severity severity;

    Code(String headline, String why) {
        this.headline = headline;
        this.why = why;
        this.severity = Severity.ERROR;
    }

    public String headline() {
        return headline;
    }

    public String why() {
        return why;
    }

    public Severity severity() {
        return severity;
    }
}
