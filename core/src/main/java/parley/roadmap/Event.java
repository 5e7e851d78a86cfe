package parley.roadmap;

import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * Something that happens on a day.
 *
 * @param series the name of the series in the facts
 * @param watchedFrom the first day from which silence means that nothing happened; {@code null} if the text gives none,
 *     then silence means nothing over the whole time of the case
 */
public record Event(
        String id, String title, String series, java.time.@Nullable LocalDate watchedFrom, Secrecy secrecy, Span at)
        implements Declaration {}
