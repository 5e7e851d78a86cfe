package parley.lists.source;

import java.io.IOException;
import java.util.List;
import parley.lists.record.Refused;

/** A format of a publisher. A new format is a new class, not a default branch of an old one. */
public interface ListFormat {
    /** Stable name, for example {@code fsf-xml-1.1}. */
    String id();

    /** The list it carries, for example {@code eu-fsf}. */
    String list();

    /**
     * Whether a file that begins like this is of this format. Cheap, never wrong by preference: two formats must not
     * both recognise one file.
     *
     * @param name name of the file
     * @param head first 8 KiB, unpacked, one char a byte
     */
    boolean recognises(String name, String head);

    /**
     * Reads all records of one publication.
     *
     * @param files the files of one day; most formats take one
     * @throws Refused if nothing of it may be used
     */
    void read(List<Source> files, Sink sink) throws IOException, Refused;
}
