package parley.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signature over the hash of a thing: a claim, a finding, a verdict, the end of a dispute, a policy.
 *
 * @param holder the person who signs
 * @param onBehalfOf whose role it is if it was delegated; null if the signer holds it
 * @param policy the policy that was in force when it was made
 * @param assessment hash of the assessment that goes with it; null if there is none
 * @param items the signer's own items: a verifier that signs on another's item adds a signature and no independence
 * @param vkey name of the key, as enrolled
 * @param note the signed note whose text is {@link #text()}
 */
public record Review(
        String id,
        Hash what,
        Role role,
        String holder,
        @Nullable String onBehalfOf,
        Hash policy,
        @Nullable Hash assessment,
        List<String> items,
        String vkey,
        String note) {
    public Review {
        Lines.id("id of the review", id);
        Lines.id("holder of the review " + id, holder);
        items = Lines.ids("item of the review " + id, items);
        if (holder.equals(onBehalfOf)) {
            throw new IllegalArgumentException("Nobody signs on behalf of himself; leave onBehalfOf empty.");
        }
    }

    /** Returns the text that is signed. */
    public String text() {
        return new Lines("parley-review/v1")
                .add("id", id)
                .add("what", what)
                .add("role", role.word())
                .add("holder", holder)
                .add("for", onBehalfOf)
                .add("policy", policy)
                .add("assessment", assessment)
                .each("item", items)
                .end();
    }
}
