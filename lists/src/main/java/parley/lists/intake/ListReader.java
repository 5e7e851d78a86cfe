package parley.lists.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.lists.record.Finding;
import parley.lists.record.Finding.Code;
import parley.lists.record.Listing;
import parley.lists.record.Refused;
import parley.lists.source.ListFormat;
import parley.lists.source.Source;

/** Reads the files of one publication strictly, and judges them by the card of their list. */
public final class ListReader {
    private ListReader() {}

    /** What came of reading: a format that was recognised, or none; the reading with its findings. */
    public record Outcome(@Nullable ListFormat format, Reading reading) {
        public boolean isUsable() {
            return reading.isUsable();
        }
    }

    /**
     * Reads files.
     *
     * @param paths files of one publication of one list
     * @param listId the list, or null to tell it from the files
     * @param out takes the listings one by one; nothing of it may be used unless the outcome is usable
     * @param judged whether bounds and fill rates are judged; off for fragments in tests and counts of old files
     */
    public static Outcome read(List<Path> paths, @Nullable String listId, boolean judged, Consumer<Listing> out) throws IOException {
        List<Source> sources = paths.stream().map(Source::new).toList();
        String names = String.join(", ", sources.stream().map(Source::name).toList());
        ListFormat format = null;
        try {
            format = format(sources, listId);
            var reading = new Reading(known(format.list()), names, out);
            try {
                format.read(sources, reading);
                if (judged) {
                    reading.judge();
                }
            } catch (Refused refused) {
                reading.add(refused.finding());
            }
            return new Outcome(format, reading);
        } catch (Refused refused) {
            Card card = format != null ? known(format.list()) : listId != null && Card.of(listId) != null ? known(listId) : known("eu-fsf");
            var nothing = new Reading(card, names, out);
            nothing.add(refused.finding());
            return new Outcome(format, nothing);
        }
    }

    /** The format of the files, told by how they begin. */
    public static ListFormat format(List<Source> sources, @Nullable String listId) throws IOException, Refused {
        ListFormat found = null;
        for (Source source : sources) {
            if (!Files.isRegularFile(source.path())) {
                throw source.refused(Code.L101, "", "There is no file `%s`.".formatted(source.path()), "check the path");
            }
            String head = source.head();
            if (head.isEmpty()) {
                throw source.sizeBytes() == 0
                        ? source.refused(Code.L102, "", "The file is empty.", "fetch it again")
                        : source.refused(Code.L101, "", "The file cannot be unpacked.", "fetch it again");
            }
            ListFormat format = Formats.recognised(source.name(), head, listId);
            if (format == null) {
                throw source.refused(
                        Code.L104,
                        "line 1",
                        "The file is in no format that is known%s.".formatted(listId == null ? "" : " for the list `" + listId + "`"),
                        "name the list with --list, or look at docs/reference/lists.md for the formats");
            }
            if (found != null && !found.id().equals(format.id())) {
                throw source.refused(
                        Code.L104,
                        "",
                        "The file is of format `%s`, the one before it of `%s`.".formatted(format.id(), found.id()),
                        "import the lists one by one");
            }
            found = format;
        }
        if (found == null) {
            throw new Refused(new Finding(Code.L102, "", "", "", "No file was given.", "name at least one file", 1));
        }
        return found;
    }

    private static Card known(String id) {
        Card card = Card.of(id);
        if (card == null) {
            throw new IllegalStateException("The list %s has no card.".formatted(id));
        }
        return card;
    }
}
