package parley.identity.evidence;

/**
 * One thing compared beside the name.
 *
 * @param rule stable id
 * @param words what was held against what, for a reader
 * @param bits evidence for (above zero) or against the same subject
 */
public record Fact(Rule rule, String words, double bits) {

    /** What was compared and how it came out. The ids are stable: they stand in stored explanations. */
    public enum Rule {
        IDENTIFIER_EQUAL,
        IDENTIFIER_EQUAL_UNCHECKED,
        IDENTIFIER_SLIP,
        IDENTIFIER_DIFFERS,
        BIRTH_DAY_EQUAL,
        BIRTH_FIRST_OF_JANUARY,
        BIRTH_MONTH_EQUAL,
        BIRTH_YEAR_EQUAL,
        BIRTH_SWAPPED,
        BIRTH_ONE_DIGIT,
        BIRTH_NEXT_YEAR,
        BIRTH_DIFFERS,
        BIRTH_OTHER_YEAR,
        COUNTRY_EQUAL,
        COUNTRY_DIFFERS,
        GENDER_DIFFERS,
        BIRTH_PLACE_ALIKE,
        POSITION_ALIKE,
        KIND_EXCLUDED
    }
}
