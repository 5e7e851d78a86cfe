package parley.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that speaks, under a pseudonym. Names and contacts lie elsewhere, sealed.
 *
 * @param organisation who controls it; null for a private person
 * @param party the party to the case that controls it; null if none does
 * @param anonymous a person whose distinctness from other anonymous persons is not established
 */
public record Source(
        String pseudonym,
        SourceClass kind,
        @Nullable String organisation,
        @Nullable String party,
        boolean anonymous) {
    public Source {
        Lines.id("pseudonym of the source", pseudonym);
        if (pseudonym.equals(Origins.UNKNOWN)) {
            throw new IllegalArgumentException("A source is not called \"?\": that is the word for an unknown origin.");
        }
        if (organisation != null) {
            Lines.word("organisation of " + pseudonym, organisation);
        }
        if (party != null) {
            Lines.word("party of " + pseudonym, party);
        }
    }

    /** A state or a party to the case stands behind it. */
    boolean isOfState() {
        return kind.ofState() || party != null;
    }
}
