/**
 * What every list says in the same words: a {@link parley.lists.record.Listing} with its names, dates, identifiers,
 * measures and acts, and the {@link parley.lists.record.Finding}s made on the way.
 */
@NullMarked
package parley.lists.record;

import org.jspecify.annotations.NullMarked;
