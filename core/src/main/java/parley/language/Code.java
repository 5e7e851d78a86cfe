package parley.language;

import parley.text.Severity;

/** Every message the compiler can give, with the reason that is the same each time. Codes are stable for ever. */
public enum Code {
    R001(
            "a sign that a roadmap does not use",
            "a sign that is not seen, or is read in two ways, cannot be checked by those who sign the text"),
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
    R028("phases or concessions wait for each other in a circle", "none of them could ever come first"),
    R030(
            "a concession has no branch for one of its ends",
            "a step says what follows from doing, from breaking, from nothing"),
    R033("this state does not exist for this kind of thing", "the condition could never be true"),
    R034("no such property", "only what the catalogue or a formula says can be proved"),
    R035("a panel asks for more signatures than it has independent members", "it could never sign"),
    R036("a prepared act by a partner that may not prepare acts", "the act would have to be decided after all"),
    R041("a phase without a way in", "it would never open"),
    R027("a clause refers to a more secret one", "who reads the one would learn of the other"),
    R029("two branches on one trigger exclude each other", "whoever keeps the one breaks the other"),
    R031(
            "a window does not fit the rhythm of the number",
            "shorter than one reading, or in another unit, nothing is measured"),
    R032(
            "a stock is treated as a flow, or a flow as a stock",
            "a level cannot be added up and a monthly number has no days"),
    R037("an escalation that is not ready in time", "a threat that cannot be carried out by its day is none"),
    R038("a scenario goes back in time", "what follows depends on what was known before"),
    R039("a day lies outside its period", "the branch would never fire, or fire after the end"),
    R040("kept and broken by the same condition", "the deed and its opposite would be answered on one day"),
    R042("an act that cannot follow", "only what is in force can be eased, only an offer granted"),
    R043("the record lies outside the case", "a case is one folder: what is sent, signed and checked together"),
    R044("a condition that no day can make true", "a promise on it is never owed"),
    R101(
            "a release without stay, documents, consent",
            "people put across the border counted as freed: Belarus, 2025",
            Severity.WARNING),
    R102(
            "a stock alone is rewarded",
            "new arrests took the place of the released: a revolving door, Belarus, 2025",
            Severity.WARNING),
    R103(
            "relief before the test",
            "the relief of 2015 and 2016 came before the rehabilitation, which never came",
            Severity.WARNING),
    R104(
            "nothing between nothing and everything",
            "in 2016 nearly all listings lapsed at once, and in 2020 the partners began from nothing",
            Severity.WARNING),
    R105(
            "a reversible deed is answered for good",
            "the listings that lapsed in 2016 had to be made anew in 2020, when the arrests came back",
            Severity.WARNING),
    R106("a deadline shorter than the fastest known decision", "no partner has kept such a day yet", Severity.WARNING),
    R107("a snapback that one veto stops", "in 2020 one member held up the first package for weeks", Severity.WARNING),
    R108(
            "a relief that another measure makes void",
            "the potash licence of 2025 moved nothing while the transit through Lithuania stayed closed",
            Severity.WARNING),
    R109("the reserve is too thin for what is promised", "a threat spent twice deters once", Severity.WARNING),
    R110("a reading without an allowed age decides", "an old number would pass for today's", Severity.WARNING),
    R111("a verifier repeats another of the same panel", "two signatures from one origin are one", Severity.WARNING),
    R112(
            "no human-rights track",
            "what nobody asks for is not given: in Belarus prisoners were freed in 2008 and 2015 when partners asked for it first",
            Severity.WARNING),
    R113(
            "a mandate ends before the case",
            "an envoy or a rapporteur may be out of office on the day to act",
            Severity.WARNING),
    R115("a concession that nothing answers", "what is asked and never answered is asked in vain", Severity.WARNING),
    R116("kept as it never is", "a promise to leave things as they are must know how they are", Severity.WARNING);

    private final String headline;
    private final String why;
    private final Severity severity;

    Code(String headline, String why) {
        this(headline, why, Severity.ERROR);
    }

    Code(String headline, String why, Severity severity) {
        this.headline = headline;
        this.why = why;
        this.severity = severity;
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
