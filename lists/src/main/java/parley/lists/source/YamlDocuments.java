package parley.lists.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import parley.lists.record.Finding.Code;
import parley.lists.record.Refused;

/**
 * Reads the documents of a YAML stream one by one, as fields: a mapping is a record of fields, a sequence repeats its
 * field. Anchors, aliases and tags are not followed.
 */
public final class YamlDocuments {
    private YamlDocuments() {}

    /** Takes the documents in their order. */
    public interface Handler {
        /** One document, numbered from 1. */
        void document(Fields document, long number) throws Refused;
    }

    /** Reads all documents of a file. */
    public static void read(Source source, Handler handler) throws IOException, Refused {
        try (InputStream in = source.open()) {
            if (read(in, source.name(), handler) == 0) {
                throw source.refused(Code.L102, "", "The file is empty.", "fetch it again");
            }
        } catch (Source.BeyondLimit e) {
            throw source.refused(Code.L106, "", "The file goes beyond a limit: " + e.getMessage() + ".", "do not use this file");
        } catch (java.io.EOFException | java.util.zip.ZipException e) {
            throw source.refused(Code.L101, "", "The packed file breaks off.", "fetch it again");
        }
    }

    /** Reads all documents of a stream; returns their number. */
    static long read(InputStream in, String name, Handler handler) throws IOException, Refused {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit((int) Limits.FILE_BYTES)
                .setMaxAliasesForCollections(0)
                .build();
        long number = 0;
        try {
            Iterator<Event> events = new Parse(settings).parseInputStream(in).iterator();
            while (events.hasNext()) {
                Event event = events.next();
                if (event.getEventId() == Event.ID.DocumentStart) {
                    number++;
                    var document = new Fields("", line(event));
                    value(document, "", events.next(), events, 0);
                    handler.document(document.children().isEmpty() ? document : document.children().getFirst(), number);
                }
            }
        } catch (YamlEngineException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            String message = Texts.squeeze(String.valueOf(e.getMessage()));
            throw new Refused(
                    Code.L101,
                    name,
                    "document %d".formatted(number),
                    "The file breaks off or is damaged: %s.".formatted(message.length() > 200 ? message.substring(0, 200) : message),
                    "fetch the file again; nothing of this one is used");
        }
        return number;
    }

    private static void value(Fields parent, String name, Event event, Iterator<Event> events, int depth) {
        if (depth > Limits.DEPTH) {
            throw new YamlEngineException("deeper than any archive");
        }
        switch (event.getEventId()) {
            case Scalar -> {
                var scalar = (ScalarEvent) event;
                boolean absent = scalar.getScalarStyle() == ScalarStyle.PLAIN
                        && (scalar.getValue().isEmpty() || scalar.getValue().equals("null") || scalar.getValue().equals("~"));
                if (!absent) {
                    parent.add(Fields.leaf(name, scalar.getValue(), line(event)));
                }
            }
            case SequenceStart -> {
                for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                    value(parent, name, next, events, depth + 1);
                }
            }
            case MappingStart -> {
                Fields mapping = parent.add(new Fields(name, line(event)));
                for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
                    if (!(key instanceof ScalarEvent scalar)) {
                        throw new YamlEngineException("a key that is no text in line " + line(key));
                    }
                    value(mapping, scalar.getValue(), events.next(), events, depth + 1);
                }
            }
            default -> throw new YamlEngineException("%s in line %d".formatted(event.getEventId(), line(event)));
        }
    }

    private static long line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1L).orElse(0L);
    }
}
