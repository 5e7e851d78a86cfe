package parley.identity.name;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * One word of a name, ready to be compared. Made once and shared; the arrays are handed over and never written to.
 *
 * <pre>
 *   code, alternative  sounds, see {@link PhoneticCode}; the alternative is the other gender or ending,
 *   stem               and the surname under a Czech -ová
 *   given, nick        numbers of the groups of {@link GivenNames} it belongs to, ascending
 *   father             groups of the name a patronymic is made from
 *   mask               bit s is set if sound s occurs; for bounds
 * </pre>
 */
public final class Token {
    /** What a token is by itself, before its place in a name is looked at. */
    public enum Kind {
        WORD,
        INITIAL,
        NUMBER,
        PARTICLE,
        WEAK,
        SHARED
    }

    static final int[] NONE = {};

    public final String text;
    public final String folded;
    public final UnicodeScript script;
    public final boolean loose;
    public final boolean syllabic;
    public final Kind kind;
    public final byte[] code;
    public final byte @Nullable [] alternative;
    public final byte @Nullable [] stem;
    public final float mass;
    /** The weight of a code in which vowels say little. */
    public final float firmMass;

    public final int mask;
    public final int[] given;
    public final int[] nick;
    public final int[] father;
    /** Whether it has the ending of a patronymic. */
    public final boolean patronymicForm;
    /** Number of the group of words that organisations share, or -1. */
    public final int group;
    /** How much it says about an organisation, 0 to 1. */
    public final float weight;
    /** Value of a number, or -1. */
    public final int number;

    Token(Builder from) {
        text = from.text;
        folded = from.folded;
        script = from.script;
        loose = Reading.isLoose(from.script);
        syllabic = Reading.isSyllabic(from.script);
        kind = from.kind;
        code = from.code;
        alternative = from.alternative;
        stem = from.stem;
        mass = PhoneticCode.mass(code);
        firmMass = PhoneticCode.firmMass(code);
        int bits = 0;
        for (byte sound : code) {
            bits |= 1 << sound;
        }
        mask = bits;
        given = from.given;
        nick = from.nick;
        father = from.father;
        patronymicForm = from.patronymicForm;
        group = from.group;
        weight = from.weight;
        number = from.number;
    }

    @Override
    public String toString() {
        return text;
    }

    /** What is known so far of a token that is being made. */
    static final class Builder {
        final String text;
        String folded = "";
        UnicodeScript script = UnicodeScript.COMMON;
        Kind kind = Kind.WORD;
        byte[] code = {};
        byte @Nullable [] alternative;
        byte @Nullable [] stem;
        int[] given = NONE;
        int[] nick = NONE;
        int[] father = NONE;
        boolean patronymicForm;
        int group = -1;
        float weight = 1;
        int number = -1;

        Builder(String text) {
            this.text = text;
        }

        Token build() {
            return new Token(this);
        }
    }
}
