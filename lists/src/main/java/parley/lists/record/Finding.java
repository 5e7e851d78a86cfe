package parley.lists.record;

/**
 * Something about a list file that a person should know: what, where, why it matters, how to mend it.
 *
 * @param code stable for ever, with a page of its own
 * @param file the file it was seen in
 * @param record the record, by its id or its place; empty if it concerns the file
 * @param field the field; empty if it concerns the record
 * @param what one sentence that stands alone
 * @param fix what to do about it
 * @param count how often it was seen; the place is that of the first
 */
public record Finding(Code code, String file, String record, String field, String what, String fix, long count) {

    /** The same finding, seen once more often. */
    public Finding again() {
        return new Finding(code, file, record, field, what, fix, count + 1);
    }

    /** How grave a finding is: it stops the import, it asks for a second look, or it is only to be known. */
    public enum Weight {
        REFUSES,
        ALARMS,
        TELLS
    }

    /** What can be found. The number never changes its meaning; {@code why} is said with each. */
    public enum Code {
        L101(Weight.REFUSES, "the file is not whole or not well formed", "half a list reads like many delistings"),
        L102(Weight.REFUSES, "the file is empty", "an empty list reads as if everybody had been delisted"),
        L103(Weight.REFUSES, "the bytes are not in the encoding of the format", "names would be stored with wrong letters"),
        L104(Weight.REFUSES, "the structure is not known", "a reader that falls back reads fields for what they are not"),
        L105(Weight.REFUSES, "the file announces another number of records", "what is missing would read as delisted"),
        L106(Weight.REFUSES, "the file goes beyond a limit", "list files are hostile input until they are read"),
        L107(Weight.REFUSES, "the file has a document type or an entity of its own", "entities can open files and fill memory"),
        L108(Weight.ALARMS, "the list has not moved", "a feed can stand still while its downloads succeed"),
        L109(Weight.ALARMS, "the file is older than the one in force", "an old state would undo what is known"),
        L110(Weight.TELLS, "unread field", "law may stand in a field that nobody reads"),
        L111(Weight.TELLS, "unknown code", "a code that is taken for another changes what the record does"),
        L112(Weight.TELLS, "the record is set aside", "its previous state stays until it can be read"),
        L113(Weight.REFUSES, "too many records are set aside", "more than one in two hundred means that the format changed"),
        L120(Weight.REFUSES, "a count is out of its bounds", "a shorter file is an incident, not forty delistings"),
        L121(Weight.REFUSES, "a field is filled less often than it was", "a file can have all records and have lost a field"),
        L122(Weight.ALARMS, "the step is larger than any honest one", "large steps need a second signature"),
        L123(Weight.TELLS, "a record id stands twice", "publishers re-use numbers by mistake"),
        L124(Weight.TELLS, "a part names a record that is not in the file", "files of two days do not belong together"),
        L125(Weight.TELLS, "the text could not be understood", "it is kept as printed and matches nothing"),
        L126(Weight.REFUSES, "the end mark of the file is missing", "without it nobody can tell whether rows were lost");

        private final Weight weight;
        private final String title;
        private final String why;

        Code(Weight weight, String title, String why) {
            this.weight = weight;
            this.title = title;
            this.why = why;
        }

        /** Whether a person may import the file all the same, with a reason that is kept: the rows themselves are whole. */
        public boolean canBeAccepted() {
            return this == L120 || this == L121 || this == L126;
        }

        public Weight weight() {
            return weight;
        }

        public String title() {
            return title;
        }

        public String why() {
            return why;
        }
    }
}
